import { type Opened, type Opening, openWith } from '@linkspan/connector-kit/testing/opened'
import { type FinanceOperations, type FinanceOperationsOptions, startFinanceOperations } from '@linkspan/simulators'
import { dynamicsFo } from '../connector.ts'

export type OpenedFo = Opened<FinanceOperations>

export interface OpeningFo extends FinanceOperationsOptions, Opening {}

export const credentialsOf = ({ url, tenantId, clientId, clientSecret, tokenUrl }: FinanceOperations) => ({
  apiUrl: url,
  tenantId,
  clientId,
  clientSecret,
  tokenUrl,
})

export async function openFo({ settings = {}, context, ...options }: OpeningFo = {}): Promise<OpenedFo> {
  const erp = await startFinanceOperations({ dataset: { products: 20, orders: 30, employees: 12, invoices: 20 }, ...options })
  return openWith(erp, dynamicsFo, { credentials: credentialsOf(erp), settings: { legalEntity: 'usmf', ...settings } }, context)
}
