import { openFor } from '@linkspan/connector-kit/testing/open-context'
import type { DataTypeId, OpenContext, Page, RecordSink, Session, SourceRecord } from '@linkspan/core/connector'
import { dataTypes } from '@linkspan/core/connector'
import { type FinanceOperations, type FinanceOperationsOptions, startFinanceOperations } from '@linkspan/simulators'
import { dynamicsFo } from '../connector.ts'

/** An environment and a session with it. */
export interface OpenedFo extends AsyncDisposable {
  readonly erp: FinanceOperations
  readonly session: Session
  readonly sink: RecordSink
  read(dataType: DataTypeId, since?: string | null): Promise<{ readonly pages: readonly Page[]; readonly records: readonly SourceRecord[] }>
}

export interface OpeningFo extends FinanceOperationsOptions {
  readonly settings?: Readonly<Record<string, unknown>>
  readonly context?: Partial<OpenContext>
}

export const credentialsOf = ({ url, tenantId, clientId, clientSecret, tokenUrl }: FinanceOperations) => ({
  apiUrl: url,
  tenantId,
  clientId,
  clientSecret,
  tokenUrl,
})

export async function openFo({ settings = {}, context = {}, ...options }: OpeningFo = {}): Promise<OpenedFo> {
  const erp = await startFinanceOperations({ dataset: { products: 20, orders: 30, employees: 12, invoices: 20 }, ...options })
  const connection = { credentials: credentialsOf(erp), settings: { legalEntity: 'usmf', ...settings } }
  const session = await openFor(dynamicsFo, connection, { pageSize: 100, timeoutMs: 5000, ...context })
  return {
    erp,
    session,
    sink: session.sink?.('orders') as RecordSink,
    async read(dataType, since = null) {
      const pages: Page[] = []
      for await (const page of session.source(dataType).pages({ after: null, since })) pages.push(page)
      return { pages, records: pages.flatMap(({ records }) => records) }
    },
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]()
      await erp[Symbol.asyncDispose]()
    },
  }
}

/** A record's fields as the platform keeps them. Throws if they are invalid. */
export const canonical = (dataType: DataTypeId, { fields }: SourceRecord) =>
  dataTypes[dataType].schema.parse(fields) as Record<string, unknown>
