import { openFor } from '@linkspan/connector-kit/testing/open-context'
import {
  type DataTypeId,
  dataTypes,
  type OpenContext,
  type Page,
  type RecordSink,
  type Session,
  type SourceRecord,
} from '@linkspan/core/connector'
import { type SapOData, type SapODataOptions, startSapOData } from '@linkspan/simulators'
import { sapOData } from '../connector.ts'

/** An SAP and a session with it. */
export interface OpenedSap extends AsyncDisposable {
  readonly sap: SapOData
  readonly session: Session
  readonly sink: RecordSink
  read(dataType: DataTypeId, since?: string | null): Promise<{ readonly pages: readonly Page[]; readonly records: readonly SourceRecord[] }>
  /** The record of an order's status as the platform keeps it, by a pull of everything or of changes; null if none came. */
  statusOf(order: string, since?: string | null): Promise<Readonly<Record<string, unknown>> | null>
}

export interface OpeningSap extends SapODataOptions {
  readonly settings?: Readonly<Record<string, unknown>>
  readonly context?: Partial<OpenContext>
}

export async function openSap({ settings = {}, context = {}, ...options }: OpeningSap = {}): Promise<OpenedSap> {
  const sap = await startSapOData({ dataset: { products: 10, orders: 20 }, ...options })
  const credentials = { apiUrl: sap.url, username: sap.user, password: sap.password }
  const session = await openFor(sapOData, { credentials, settings }, { pageSize: 100, timeoutMs: 5000, ...context })
  const read: OpenedSap['read'] = async (dataType, since = null) => {
    const pages: Page[] = []
    for await (const page of session.source(dataType).pages({ after: null, since })) pages.push(page)
    return { pages, records: pages.flatMap(({ records }) => records) }
  }
  return {
    sap,
    session,
    sink: session.sink?.('orders') as RecordSink,
    read,
    async statusOf(order, since = null) {
      const found = (await read('order_status', since)).records.filter(({ id }) => id === order).at(-1)
      return found ? canonical('order_status', found) : null
    },
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]()
      await sap[Symbol.asyncDispose]()
    },
  }
}

/** A record's fields as the platform keeps them. Throws if they are invalid. */
export const canonical = (dataType: DataTypeId, { fields }: SourceRecord) =>
  dataTypes[dataType].schema.parse(fields) as Readonly<Record<string, unknown>>
