import { type Opened, type Opening, openWith } from '@linkspan/connector-kit/testing/opened'
import { type NetSuite, type NetSuiteOptions, startNetSuite } from '@linkspan/simulators'
import { netSuite } from '../connector.ts'

export type OpenedNetSuite = Opened<NetSuite>

export interface OpeningNetSuite extends NetSuiteOptions, Opening {}

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

export async function openNetSuite({ settings = {}, context, ...options }: OpeningNetSuite = {}): Promise<OpenedNetSuite> {
  const erp = await startNetSuite({ dataset: { products: 20, orders: 30, employees: 12, invoices: 20 }, ...options })
  const connection = { credentials: certificateOf(erp, erp.url), settings: { accountTimeZone: erp.timeZone, ...settings } }
  return openWith(erp, netSuite, connection, context)
}

/** The queries that a NetSuite was asked. */
export const queriesOf = ({ requests }: NetSuite): readonly string[] =>
  requests.flatMap(({ path, body }) => (path.endsWith('/suiteql') ? [(JSON.parse(body) as { readonly q: string }).q] : []))
