import { textLiteral } from '@linkspan/connector-kit/odata/literals'
import type { PullFilter } from '@linkspan/core/connector'
import type { SapDataType } from './resources.ts'

/** More make a URL that servers refuse (docs/erp/sap-s4hana.md#length-of-filters). */
export const maxValues = 20

/** Canonical fields that are a copy of one property, which the entities of both versions have. */
const properties: Readonly<Record<SapDataType, Readonly<Record<string, string>>>> = {
  products: { category: 'ProductGroup', categoryId: 'ProductGroup' },
  orders: {
    customerReference: 'PurchaseOrderByCustomer',
    ourReference: 'PurchaseOrderByCustomer',
    currency: 'TransactionCurrency',
    companyId: 'SalesOrganization',
  },
  inventory: {},
  order_status: {},
  invoices: { customerReference: 'PurchaseOrderByCustomer', currency: 'TransactionCurrency', companyId: 'CompanyCode' },
}

/** A filter in OData's words, or none if SAP cannot be asked. */
export function conditionFor(dataType: SapDataType, { field, values }: PullFilter): readonly string[] {
  const property = properties[dataType][field]
  if (property === undefined || values.length > maxValues) return []
  const parts = values.map((value) => `${property} eq ${textLiteral(value)}`)
  return [parts.length === 1 ? (parts[0] as string) : `(${parts.join(' or ')})`]
}
