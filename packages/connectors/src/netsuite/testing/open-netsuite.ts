import { openFor } from '@linkspan/connector-kit/testing/open-context'
import {
  type DataTypeId,
  dataTypes,
  type OpenContext,
  type Page,
  type PullRequest,
  type RecordSink,
  type Session,
  type SourceRecord,
} from '@linkspan/core/connector'
import { type NetSuite, type NetSuiteOptions, startNetSuite } from '@linkspan/simulators'
import { netSuite } from '../connector.ts'

/** A NetSuite and a session with it. */
export interface OpenedNetSuite extends AsyncDisposable {
  readonly erp: NetSuite
  readonly session: Session
  readonly sink: RecordSink
  read(
    dataType: DataTypeId,
    request?: Partial<PullRequest>,
  ): Promise<{ readonly pages: readonly Page[]; readonly records: readonly SourceRecord[] }>
}

export interface OpeningNetSuite extends NetSuiteOptions {
  readonly settings?: Readonly<Record<string, unknown>>
  readonly context?: Partial<OpenContext>
}

/** By a certificate, through the address `url`. */
export const certificateOf = ({ accountId, clientId, certificateId, privateKey }: NetSuite, url: string) => ({
  accountId,
  clientId,
  certificateId,
  privateKey,
  apiUrl: url,
})

/** By OAuth 1.0a. */
export const tokenOf = ({ accountId, tba: { realm: _, ...keys } }: NetSuite, url: string) => ({ accountId, ...keys, apiUrl: url })

export async function openNetSuite({ settings = {}, context = {}, ...options }: OpeningNetSuite = {}): Promise<OpenedNetSuite> {
  const erp = await startNetSuite({ dataset: { products: 20, orders: 30, employees: 12, invoices: 20 }, ...options })
  const connection = { credentials: certificateOf(erp, erp.url), settings: { accountTimeZone: erp.timeZone, ...settings } }
  const session = await openFor(netSuite, connection, { pageSize: 100, timeoutMs: 5000, ...context })
  return {
    erp,
    session,
    sink: session.sink?.('orders') as RecordSink,
    async read(dataType, request = {}) {
      const pages: Page[] = []
      for await (const page of session.source(dataType).pages({ after: null, since: null, ...request })) pages.push(page)
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

/** The queries that a NetSuite was asked. */
export const queriesOf = ({ requests }: NetSuite): readonly string[] =>
  requests.flatMap(({ path, body }) => (path.endsWith('/suiteql') ? [(JSON.parse(body) as { readonly q: string }).q] : []))
