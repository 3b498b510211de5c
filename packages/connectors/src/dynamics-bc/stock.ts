import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { toRecord as byConvention } from '@linkspan/connector-kit/fields/to-record'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import type { SourceRecord } from '@linkspan/core/connector'
import { companyPath } from './records.ts'

/** The stock of an item over all its locations (docs/erp/dynamics-business-central.md#stock). */
export const stock = defineFieldTable({
  id: ['number'],
  sku: ['number'],
  quantityOnHand: ['inventory'],
  uom: ['baseUnitOfMeasureCode'],
  locationId: { from: [], to: () => '*', note: 'always "*": the sum over all locations' },
  companyId: [companyPath],
})

export const stockProperties = ['id', 'number', 'inventory', 'baseUnitOfMeasureCode'] as const
export const ledgerProperties = ['itemNumber', 'lastModifiedDateTime'] as const

interface StockContext {
  readonly companyId: string
  /** When the stock was read, by the server's clock. */
  readonly asOf: string | undefined
  readonly changedAt: string | null
}

export function toStock(row: Row, { companyId, asOf, changedAt }: StockContext): SourceRecord {
  const { id, ...fields } = stock.read({ ...row, [companyPath]: companyId })
  return { id: typeof id === 'string' ? id : '', fields: { ...fields, asOf }, raw: row, changedAt }
}

/** A row of a custom page with the stock of one location: read by the usual names of its columns. */
export function toLocationStock(row: Row, { companyId, asOf }: StockContext): SourceRecord {
  const { fields, ...record } = byConvention(row, 'inventory', { fields: locationPaths(row) })
  const id = [fields.sku, fields.locationId].filter((part) => typeof part === 'string' || typeof part === 'number').join('|')
  const hasKey = fields.sku !== undefined
  return { ...record, id: hasKey ? id : record.id, fields: { ...fields, companyId, asOf } }
}

/** What such pages call item, location and quantity beside the names that every connector knows. */
const names: Readonly<Record<string, readonly string[]>> = {
  sku: ['itemNumber', 'itemNo', 'number'],
  locationId: ['locationCode', 'locationId'],
  quantityOnHand: ['inventory', 'quantityOnHand', 'quantity', 'remainingQuantity'],
  uom: ['baseUnitOfMeasureCode', 'unitOfMeasureCode'],
}

const locationPaths = (row: Row): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([field, candidates]) => {
      const name = candidates.find((candidate) => textOf(row, candidate) !== undefined)
      return name === undefined ? [] : [[field, name]]
    }),
  )

/** The items that moved by a page of the ledger, each with the latest time. */
export function movedItems(rows: readonly Row[]): ReadonlyMap<string, string | null> {
  const moved = new Map<string, string | null>()
  for (const row of rows) {
    const item = textOf(row, 'itemNumber')
    const time = instantOf(row.lastModifiedDateTime)
    const known = item === undefined ? undefined : (moved.get(item) ?? '')
    if (item !== undefined && (time ?? '') >= (known ?? '')) moved.set(item, time)
  }
  return moved
}
