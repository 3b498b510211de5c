import { sumOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import type { FieldSource, Fields, SourceRecord } from '@linkspan/core/connector'
import { sortLines } from './lines.ts'
import type { OrderParts } from './order-parts.ts'
import { letterOf, orderStatusOf } from './progress.ts'
import { type Query, timeText } from './query.ts'
import { changedAtOf, type RowContext, subsidiaryPath } from './records.ts'
import { isOfType } from './transactions.ts'
import { textOf, toMagnitude } from './values.ts'

export const statusQuery: Query = {
  columns: [
    { name: 'id', sql: 't.id', isNeeded: true },
    { name: 'tranid', sql: 't.tranid', isNeeded: true },
    { name: 'status', sql: 't.status', isNeeded: true },
    { name: 'lastmodifieddate', sql: timeText('t.lastmodifieddate'), isNeeded: true },
  ],
  from: 'transaction t',
  where: [isOfType('t', 'SalesOrd')],
}

/** What may tell something about an order's status. */
export const statusTypes = ['SalesOrd', 'ItemShip', 'RtnAuth'] as const

/** The orders about which something has changed: themselves, their fulfillments, or their returns. */
export const changedOrders = (within: (alias: string) => string): string =>
  `t.id IN (${[
    `SELECT s.id FROM transaction s WHERE ${isOfType('s', 'SalesOrd')} AND ${within('s')}`,
    `SELECT l.previousdoc FROM PreviousTransactionLineLink l JOIN transaction c ON c.id = l.nextdoc WHERE ${isOfType('c', 'ItemShip')} AND ${within('c')}`,
    `SELECT rl.createdfrom FROM transaction r JOIN transactionline rl ON rl.transaction = r.id AND rl.mainline = 'T' WHERE ${isOfType('r', 'RtnAuth')} AND ${within('r')}`,
  ].join(' UNION ')})`

const orderFields = defineFieldTable({
  id: ['id'],
  orderNumber: ['tranid'],
  orderExternalId: ['id'],
  statusRaw: { from: ['status'], to: letterOf, note: 'the letter' },
})
const shipmentFields = defineFieldTable({
  shipmentId: ['tranid'],
  shippedAt: { from: ['trandate'], to: (value, row) => (letterOf(row.status) === 'C' ? value : undefined), note: 'once it is shipped (C)' },
})
const shipmentLines = defineFieldTable({
  lineNumber: ['linesequencenumber'],
  sku: ['itemname', 'item'],
  quantity: { from: ['quantity'], to: toMagnitude, note: 'without its sign' },
})

/** How far an order has come, with its shipments (docs/erp/netsuite.md#order-status). */
export function toOrderStatus(parts: OrderParts, { zone, subsidiaryId }: RowContext): SourceRecord {
  const { order, fulfillments, returns } = parts
  const { id, ...fields } = orderFields.read(order)
  const times = [order, ...fulfillments, ...returns].flatMap((row) => changedAtOf(row, zone) ?? [])
  const changedAt = times.sort().at(-1) ?? null
  const status = isReturned(parts) ? 'returned' : orderStatusOf(order.status, sortLines(parts.lines).sold)
  return {
    id: typeof id === 'string' ? id : '',
    raw: { ...order, fulfillments, returns },
    changedAt,
    fields: {
      ...fields,
      ...(status !== undefined && { status }),
      shipments: fulfillments.map((row) => toShipment(row, parts)),
      companyId: subsidiaryId,
      ...(zone !== undefined && changedAt !== null && { statusChangedAt: changedAt, sourceUpdatedAt: changedAt }),
    },
  }
}

function toShipment(row: Fields, { fulfillmentLines, trackingNumbers }: OrderParts): Readonly<Record<string, unknown>> {
  const id = textOf(row, 'id') ?? ''
  const numbers = (trackingNumbers.get(id) ?? []).flatMap((each) => textOf(each, 'trackingnumber') ?? [])
  const lines = sortLines(fulfillmentLines.get(id) ?? []).sold.filter(({ quantity }) => toMagnitude(quantity) !== undefined)
  return {
    ...shipmentFields.read(row),
    ...(numbers.length > 0 && { trackingNumbers: [...new Set(numbers)] }),
    lines: lines.map(shipmentLines.read),
  }
}

/** Whether returns that were not cancelled take back all that was shipped. A return without lines is one of the whole order. */
function isReturned({ lines, returns, returnLines }: OrderParts): boolean {
  const valid = returns.filter(({ status }) => letterOf(status) !== 'C')
  const sum = (rows: readonly Fields[], field: string) => sumOf(sortLines(rows).sold.map((row) => toMagnitude(row[field]) ?? '0'))
  const returned = valid.map(({ id }) => returnLines.get(String(id)) ?? [])
  if (valid.length === 0) return false
  if (returned.some((rows) => sortLines(rows).sold.length === 0)) return true
  const [shipped, back] = [sum(lines, 'quantityshiprecv'), sum(returned.flat(), 'quantity')]
  return shipped !== null && back?.gt(0) === true && back.gte(shipped)
}

export const orderStatusSources: readonly FieldSource[] = [
  ...orderFields.sources(),
  {
    field: 'status',
    sources: ['status', 'lines[].quantityshiprecv', 'returns'],
    note: 'by the letter; returned if return authorizations take back all that was shipped',
  },
  {
    field: 'statusChangedAt',
    sources: ['lastmodifieddate', 'fulfillments[].lastmodifieddate', 'returns[].lastmodifieddate'],
    note: 'the latest',
  },
  ...shipmentFields.sources({ field: 'shipments', rows: ['fulfillments'] }),
  { field: 'shipments[].trackingNumbers', sources: ['fulfillments[].trackingnumber'], note: 'by TrackingNumberMap' },
  ...shipmentLines.sources({ field: 'shipments[].lines', rows: ['fulfillments[].lines'] }),
  { field: 'companyId', sources: [subsidiaryPath], note: 'the subsidiary of the settings' },
  {
    field: 'sourceUpdatedAt',
    sources: ['lastmodifieddate', 'fulfillments[].lastmodifieddate', 'returns[].lastmodifieddate'],
    note: 'the latest',
  },
]
