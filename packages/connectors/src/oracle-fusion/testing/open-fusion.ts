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
import { type FusionRow, type OracleFusion, type OracleFusionOptions, startOracleFusion } from '@linkspan/simulators'
import { oracleFusion } from '../connector.ts'
import { credentialsOf, type Way } from './fusion-fixture.ts'
import { writing } from './sample-order.ts'

/** A Fusion and a session with it. */
export interface OpenedFusion extends AsyncDisposable {
  readonly erp: OracleFusion
  readonly session: Session
  readonly sink: RecordSink
  read(dataType: DataTypeId, since?: string | null): Promise<{ readonly pages: readonly Page[]; readonly records: readonly SourceRecord[] }>
}

export interface OpeningFusion extends OracleFusionOptions {
  readonly way?: Way
  readonly settings?: Readonly<Record<string, unknown>>
  readonly context?: Partial<OpenContext>
}

const usual = { organizationCode: 'V1', inventoryOrganizations: ['M1'], ...writing }

export async function openFusion({ way = 'password', settings = {}, context = {}, ...options }: OpeningFusion = {}): Promise<OpenedFusion> {
  const erp = await startOracleFusion({ dataset: { products: 20, orders: 30, employees: 12, invoices: 20 }, ...options })
  const connection = { credentials: credentialsOf(erp, erp.url, way), settings: { ...usual, ...settings } }
  const session = await openFor(oracleFusion, connection, { pageSize: 100, timeoutMs: 5000, ...context })
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

/** The queries that a resource was asked with. */
export const queriesOf = ({ requests }: OracleFusion, resource: string) =>
  requests.filter(({ path, method }) => method === 'GET' && path.endsWith(`/${resource}`)).map(({ query }) => query)

export const rowsOf = (rows: Iterable<FusionRow>): readonly FusionRow[] => [...rows]
