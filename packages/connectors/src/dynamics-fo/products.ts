import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { SourceRecord } from '@linkspan/core/connector'
import { idOf, toRecord, versions } from './records.ts'
import type { Kind } from './source.ts'
import { nonZero } from './values.ts'

/** Where the table finds what is no part of a row. */
const currencyPath = 'Ledgers.AccountingCurrency'
const namePath = 'ProductsV2.ProductName'
const isActivePath = 'inactiveLifecycleStates'

const types: Readonly<Record<string, string>> = { Item: 'inventory', Service: 'service' }

/** `ReleasedProductsV2` as products (docs/erp/dynamics-finance-operations.md#products). */
export const products = defineFieldTable({
  id: { from: ['dataAreaId', 'ItemNumber'], note: 'both, with | between them' },
  sku: ['ItemNumber'],
  name: ['ProductName', namePath, 'SearchName', 'ProductSearchName', 'ItemNumber'],
  description: ['ProductDescription', 'ProductsV2.ProductDescription'],
  price: ['SalesPrice'],
  priceUnitQuantity: { from: ['SalesPriceQuantity'], to: nonZero, note: '0 is none' },
  cost: { from: ['UnitCost'], to: nonZero, note: '0 is none' },
  currency: { from: [currencyPath], note: 'the accounting currency of the legal entity, else settings.accountingCurrency' },
  uom: ['SalesUnitSymbol', 'InventoryUnitSymbol'],
  category: ['ProductGroupId'],
  categoryId: ['ProductGroupId'],
  type: { from: ['ProductType'], to: (value) => types[String(value ?? '')] ?? value, note: 'Item, Service' },
  active: { from: [isActivePath], to: (value) => value, note: 'unless ProductLifecycleStateId is one of settings.inactiveLifecycleStates' },
  weight: { from: ['NetProductWeight'], to: nonZero, note: '0 is none' },
  ...versions,
})

const keys = ['dataAreaId', 'ItemNumber'] as const
const select = [
  ...keys,
  'ProductNumber',
  'ProductName',
  'ProductDescription',
  'SearchName',
  'ProductSearchName',
  'ProductType',
  'ProductGroupId',
  'ProductLifecycleStateId',
  'SalesPrice',
  'SalesPriceQuantity',
  'UnitCost',
  'SalesUnitSymbol',
  'InventoryUnitSymbol',
  'NetProductWeight',
] as const

export const productKind: Kind = {
  incremental: false,
  filters: { sku: 'ItemNumber', category: 'ProductGroupId', categoryId: 'ProductGroupId' },
  reading: async () => ({ role: 'products', keys, select }),
  async records(rows, { reader, tenant, settings }): Promise<readonly SourceRecord[]> {
    const names = await namesOf(rows)
    const currency = await tenant.accountingCurrency()
    return rows.map((row) => {
      const named = names.get(textOf(row, 'ProductNumber') ?? '')
      const isActive = !settings.inactiveLifecycleStates?.includes(textOf(row, 'ProductLifecycleStateId') ?? '')
      const whole = { ...row, ProductsV2: named ?? null, [currencyPath]: currency, [isActivePath]: isActive }
      return { ...toRecord(products, whole, idOf(row, keys)), raw: named ? { ...row, ProductsV2: named } : row }
    })

    /** The names of released products are those of the products, unless the environment shows them itself. */
    async function namesOf(all: readonly Row[]): Promise<ReadonlyMap<string, Row>> {
      if (all.some((row) => textOf(row, 'ProductName') !== undefined)) return new Map()
      const set = await tenant.findSet('productNames')
      const shape = set === undefined ? undefined : await tenant.shapeOf(set)
      if (!shape?.properties.has('ProductName')) return new Map()
      const numbers = all.flatMap((row) => textOf(row, 'ProductNumber') ?? [])
      const reading = { role: 'productNames', keys: ['ProductNumber'], companyProperty: null } as const
      const named = { ...reading, select: ['ProductNumber', 'ProductName', 'ProductDescription'] }
      const found = await reader.rowsWith(named, 'ProductNumber', numbers)
      return new Map(found.map((row) => [textOf(row, 'ProductNumber') ?? '', row]))
    }
  },
}
