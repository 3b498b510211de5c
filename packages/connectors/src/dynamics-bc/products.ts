import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { toFlag } from '@linkspan/core/connector'
import { localCurrencyPath, versions } from './records.ts'
import { wordOf } from './values.ts'

/** `items` as products (docs/erp/dynamics-business-central.md#products). */
export const products = defineFieldTable({
  id: ['id'],
  sku: ['number'],
  name: ['displayName', 'number'],
  description: ['displayName2'],
  barcode: ['gtin'],
  price: ['unitPrice'],
  cost: ['unitCost'],
  currency: { from: [localCurrencyPath], note: 'the local currency, else generalLedgerSetup.localCurrencyCode' },
  priceIncludesTax: { from: ['priceIncludesTax'], to: (value) => toFlag(value) ?? undefined },
  uom: ['baseUnitOfMeasureCode'],
  category: ['itemCategoryCode'],
  categoryId: ['itemCategoryCode'],
  type: { from: ['type'], to: wordOf, note: 'Inventory, Service, Non-Inventory' },
  active: { from: ['blocked'], to: notBlocked, note: 'not blocked' },
  ...versions,
})

function notBlocked(value: unknown): boolean | undefined {
  const isBlocked = toFlag(value)
  return isBlocked === null ? undefined : !isBlocked
}

export const productProperties = [
  'id',
  'number',
  'displayName',
  'displayName2',
  'type',
  'itemCategoryCode',
  'blocked',
  'gtin',
  'unitPrice',
  'priceIncludesTax',
  'unitCost',
  'baseUnitOfMeasureCode',
  'lastModifiedDateTime',
] as const
