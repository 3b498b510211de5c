import { type Opened, type Opening, openWith } from '@linkspan/connector-kit/testing/opened'
import { type BusinessCentral, type BusinessCentralOptions, startBusinessCentral } from '@linkspan/simulators'
import { dynamicsBc } from '../connector.ts'

export interface OpeningBc extends BusinessCentralOptions, Opening {}

export const credentialsOf = ({ url, tenantId, clientId, clientSecret, tokenUrl }: BusinessCentral) => ({
  apiUrl: url,
  tenantId,
  clientId,
  clientSecret,
  tokenUrl,
})

export async function openBc({ settings = {}, context, ...options }: OpeningBc = {}): Promise<Opened<BusinessCentral>> {
  const erp = await startBusinessCentral({ dataset: { products: 20, orders: 30, employees: 12, invoices: 20 }, ...options })
  return openWith(erp, dynamicsBc, { credentials: credentialsOf(erp), settings }, context)
}
