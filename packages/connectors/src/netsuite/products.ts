import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { columnsOf, displayText, isOneOf, type Query, textLiteral, timeText } from './query.ts'
import { currencyPath, versions } from './records.ts'
import { decimal, isTrue } from './values.ts'

/** The kinds of items that are sold and shipped, or done (docs/erp/netsuite.md#products). */
const types: Readonly<Record<string, string>> = {
  InvtPart: 'inventory',
  Assembly: 'inventory',
  NonInvtPart: 'non_inventory',
  Service: 'service',
  Kit: 'kit',
}

const weightUnits: Readonly<Record<string, string>> = { '1': 'lb', '2': 'oz', '3': 'kg', '4': 'g' }

/** `item` as products (docs/erp/netsuite.md#products). */
export const products = defineFieldTable({
  id: ['id'],
  sku: ['itemid'],
  name: ['displayname', 'itemid'],
  description: ['description'],
  barcode: ['upccode'],
  price: { ...decimal('price'), note: 'from the table of settings.prices' },
  cost: decimal('averagecost', 'cost'),
  currency: { from: [currencyPath], note: 'settings.currency' },
  uom: { from: ['stockunitname', 'stockunit'], note: 'only if settings.columns has stockunit' },
  category: ['classname'],
  categoryId: ['class'],
  type: { from: ['itemtype'], to: (value) => types[String(value)] ?? value, note: 'InvtPart and Assembly are inventory' },
  typeRaw: ['itemtype'],
  active: { from: ['isinactive'], to: (value) => (value === undefined ? undefined : !isTrue(value)), note: 'not inactive' },
  weight: decimal('weight'),
  weightUnit: { from: ['weightunitname', 'weightunit'], to: (value) => weightUnits[String(value)] ?? value },
  ...versions,
})

export const itemKey = { name: 'id', sql: 'i.id' } as const

export const itemQuery: Query = {
  columns: [
    { name: 'id', sql: 'i.id', isNeeded: true },
    { name: 'itemid', sql: 'i.itemid', isNeeded: true },
    ...columnsOf('i', ['displayname', 'description', 'upccode', 'itemtype', 'isinactive', 'class']),
    { name: 'classname', sql: displayText('i.class') },
    ...columnsOf('i', ['weight', 'weightunit']),
    { name: 'weightunitname', sql: displayText('i.weightunit') },
    ...columnsOf('i', ['averagecost', 'cost', 'externalid']),
    { name: 'lastmodifieddate', sql: timeText('i.lastmodifieddate'), isNeeded: true },
  ],
  from: 'item i',
  where: [isOneOf('i.itemtype', Object.keys(types).map(textLiteral))],
}
