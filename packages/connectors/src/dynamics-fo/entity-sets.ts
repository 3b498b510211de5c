import type { ServiceShape } from '@linkspan/connector-kit/odata/metadata'

/** What is read from which entity set, the best first (docs/erp/dynamics-finance-operations.md#versions-of-entities). */
const candidates = {
  products: ['ReleasedProductsV2'],
  productNames: ['ProductsV2'],
  inventory: ['WarehousesOnHandV2', 'WarehousesOnHand'],
  orders: ['SalesOrderHeadersV4', 'SalesOrderHeadersV3', 'SalesOrderHeadersV2'],
  orderLines: ['SalesOrderLinesV3', 'SalesOrderLinesV2', 'SalesOrderLines'],
  packingSlips: ['SalesPackingSlipHeaders', 'CustPackingSlipJourBiEntities'],
  packingSlipLines: ['SalesPackingSlipLines', 'CustPackingSlipTransBiEntities'],
  employees: ['Workers', 'Employments'],
  people: ['People', 'EssWorkers'],
  invoices: ['SalesInvoiceHeadersV2'],
  invoiceLines: ['SalesInvoiceV2Lines', 'SalesInvoiceLines'],
  legalEntities: ['LegalEntities'],
  ledgers: ['Ledgers'],
  warehouses: ['Warehouses'],
} as const

export type Role = keyof typeof candidates
export const roles = Object.keys(candidates) as readonly Role[]

export type ChosenSets = Readonly<Partial<Record<Role, string | undefined>>>

/** Whether an entity set may be read. */
export const isWanted =
  (chosen: ChosenSets) =>
  (set: string): boolean =>
    Object.values(chosen).includes(set) || Object.values(candidates).some((names) => (names as readonly string[]).includes(set))

/**
 * The entity set of a role: the chosen one, else the best that the environment has; undefined if it has none. If its metadata cannot be
 * read, the oldest one, which most environments have.
 */
export function setFor(role: Role, chosen: ChosenSets, service: ServiceShape | undefined): string | undefined {
  const names: readonly string[] = candidates[role]
  return chosen[role] ?? (service ? names.find((name) => service.has(name)) : names.at(-1))
}

export const namesOf = (role: Role): string => candidates[role].join(', ')
