import { type Opened, type Opening, openWith } from '@linkspan/connector-kit/testing/opened'
import { type FusionRow, type OracleFusion, type OracleFusionOptions, startOracleFusion } from '@linkspan/simulators'
import { oracleFusion } from '../connector.ts'
import { credentialsOf, type Way } from './fusion-fixture.ts'
import { writing } from './sample-order.ts'

export type OpenedFusion = Opened<OracleFusion>

export interface OpeningFusion extends OracleFusionOptions, Opening {
  readonly way?: Way
}

const usual = { organizationCode: 'V1', inventoryOrganizations: ['M1'], ...writing }

export async function openFusion({ way = 'password', settings = {}, context, ...options }: OpeningFusion = {}): Promise<OpenedFusion> {
  const erp = await startOracleFusion({ dataset: { products: 20, orders: 30, employees: 12, invoices: 20 }, ...options })
  return openWith(erp, oracleFusion, { credentials: credentialsOf(erp, erp.url, way), settings: { ...usual, ...settings } }, context)
}

/** The queries that a resource was asked with. */
export const queriesOf = ({ requests }: OracleFusion, resource: string) =>
  requests.filter(({ path, method }) => method === 'GET' && path.endsWith(`/${resource}`)).map(({ query }) => query)

export const rowsOf = (rows: Iterable<FusionRow>): readonly FusionRow[] => [...rows]
