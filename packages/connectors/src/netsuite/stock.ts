import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import type { Fields, SourceRecord } from '@linkspan/core/connector'
import { columnsOf, displayText, type Query } from './query.ts'
import { textOf, toDecimal } from './values.ts'

/** NetSuite leaves out what it has nothing of. */
const quantity = (name: string) => ({ from: [name], to: (value: unknown) => toDecimal(value) ?? (value === undefined ? '0' : value) })

/** `aggregateItemLocation`: the stock of an item at a location (docs/erp/netsuite.md#stock). */
export const stock = defineFieldTable({
  id: { from: ['item', 'location'], to: (_, row) => idOf(row), note: 'item and location' },
  sku: ['itemid'],
  locationId: ['location'],
  locationName: ['locationname'],
  quantityOnHand: { ...quantity('quantityonhand'), note: 'absent is 0' },
  quantityAvailable: { ...quantity('quantityavailable'), note: 'absent is 0' },
  quantityReserved: { ...quantity('quantitycommitted'), note: 'absent is 0' },
  quantityOnOrder: { ...quantity('quantityonorder'), note: 'absent is 0' },
})

const idOf = (row: Fields): string | undefined => {
  const [item, location] = [textOf(row, 'item'), textOf(row, 'location')]
  return item === undefined || location === undefined ? undefined : `${item}|${location}`
}

export const stockKeys = [
  { name: 'item', sql: 'a.item' },
  { name: 'location', sql: 'a.location' },
] as const

export const stockQuery: Query = {
  columns: [
    { name: 'item', sql: 'a.item', isNeeded: true },
    { name: 'itemid', sql: 'i.itemid', isNeeded: true },
    { name: 'location', sql: 'a.location', isNeeded: true },
    { name: 'locationname', sql: displayText('a.location') },
    { name: 'quantityonhand', sql: 'a.quantityonhand', isNeeded: true },
    ...columnsOf('a', ['quantityavailable', 'quantitycommitted', 'quantityonorder']),
  ],
  from: 'aggregateItemLocation a JOIN item i ON i.id = a.item',
  where: [],
}

/** Stock has no change time; `asOf` is when it was read, by NetSuite's clock. */
export function toStock(row: Fields, asOf: string | undefined): SourceRecord {
  const { id, ...fields } = stock.read(row)
  return { id: typeof id === 'string' ? id : '', fields: { ...fields, asOf }, raw: row, changedAt: null }
}
