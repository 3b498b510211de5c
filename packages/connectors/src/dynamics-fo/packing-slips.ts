import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { orderStatusOf } from './order-progress.ts'
import { linesProperty } from './orders.ts'
import { groupBy } from './records.ts'
import type { SourceContext } from './source.ts'

/**
 * What the entities of packing slips call their fields: there are several, and none is the same in all environments
 * (docs/erp/dynamics-finance-operations.md#packing-slips).
 */
export const slipNames = {
  id: ['PackingSlipId', 'PackingSlipNumber', 'LedgerVoucher'],
  order: ['SalesOrderNumber', 'SalesId', 'OrigSalesId'],
  day: ['DeliveryDate', 'PackingSlipDate', 'ShippingDate', 'DocumentDate'],
  lineNumber: ['LineNumber', 'LineNum', 'SalesLineNumber'],
  sku: ['ItemNumber', 'ItemId', 'ProductNumber'],
  quantity: ['DeliveredQuantity', 'Qty', 'Quantity', 'InventQty'],
} as const

export interface PackingSlip {
  readonly id: string
  readonly row: Row
  readonly lines: readonly Row[]
}

/** By the number of the order. */
export type PackingSlips = ReadonlyMap<string, readonly PackingSlip[]>

/** The packing slips of those orders of which something has left. None if the environment shows no packing slips. */
export async function packingSlipsOf(orders: readonly Row[], context: SourceContext): Promise<PackingSlips> {
  const { reader, tenant } = context
  const numbers = orders.filter(hasLeft).flatMap((row) => textOf(row, 'SalesOrderNumber') ?? [])
  const order = await propertyIn('packingSlips', slipNames.order, context)
  const id = await propertyIn('packingSlips', slipNames.id, context)
  if (numbers.length === 0 || order === undefined || id === undefined || !(await tenant.findSet('packingSlips'))) return new Map()
  const rows = await reader.rowsWith({ role: 'packingSlips', keys: ['dataAreaId', id] }, order, numbers)
  const lines = await linesOf(
    rows.flatMap((row) => textOf(row, id) ?? []),
    context,
  )
  const toSlip = (row: Row): readonly PackingSlip[] => {
    const number = textOf(row, id)
    return number === undefined ? [] : [{ id: number, row, lines: lines.get(number) ?? [] }]
  }
  return new Map([...groupBy(rows, order)].map(([each, own]) => [each, own.flatMap(toSlip)]))
}

/** Also of an order that was stopped later. */
const hasLeft = (row: Row): boolean => {
  const lines = row[linesProperty]
  const status = orderStatusOf({ ...row, IsSalesProcessingStopped: 'No' }, Array.isArray(lines) ? (lines as readonly Row[]) : [])
  return status === 'shipped' || status === 'partially_shipped'
}

async function linesOf(ids: readonly string[], context: SourceContext): Promise<ReadonlyMap<string, readonly Row[]>> {
  const id = await propertyIn('packingSlipLines', slipNames.id, context)
  if (id === undefined) return new Map()
  const line = await propertyIn('packingSlipLines', slipNames.lineNumber, context)
  const keys = ['dataAreaId', id, ...(line === undefined ? [] : [line])]
  const rows = await context.reader.rowsWith({ role: 'packingSlipLines', keys }, id, ids)
  return groupBy(rows, id)
}

/** The first of these properties that an entity set has; undefined if the environment has no such set, or does not describe it. */
async function propertyIn(
  role: 'packingSlips' | 'packingSlipLines',
  names: readonly string[],
  { tenant }: SourceContext,
): Promise<string | undefined> {
  const set = await tenant.findSet(role)
  const shape = set === undefined ? undefined : await tenant.shapeOf(set)
  return names.find((name) => shape?.properties.has(name))
}
