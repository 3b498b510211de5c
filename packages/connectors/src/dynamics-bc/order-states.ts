import { decimalOf, sumOf } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { orderStatusOf } from './order-progress.ts'
import { orderLinesProperty, sku } from './orders.ts'
import { companyPath } from './records.ts'
import { day, toId, wordOf } from './values.ts'

export const shipmentLinesProperty = 'salesShipmentLines'

/** All that Business Central has about one order. */
export interface OrderHistory {
  readonly orderNumber: string
  /** Absent once it is shipped and invoiced, or deleted. */
  readonly order: Row | undefined
  readonly shipments: readonly Row[]
  readonly invoices: readonly Row[]
  readonly creditMemos: readonly Row[]
}

const shipmentFields = defineFieldTable({ shipmentId: ['number'], shippedAt: day('postingDate') })
const shipmentLines = defineFieldTable({ lineNumber: ['sequence'], sku, quantity: ['quantity'] })

const lines = (shipment: Row) => linkedRows(shipment, shipmentLinesProperty)

function toShipment(row: Row): Readonly<Record<string, unknown>> {
  const shipped = lines(row).filter(({ quantity }) => decimalOf(quantity)?.gt(0) ?? true)
  return { ...shipmentFields.read(row), lines: shipped.map(shipmentLines.read) }
}

/** What became of an order, and the word that says so; null if nothing tells. */
function stateOf({
  order,
  shipments,
  invoices,
  creditMemos,
}: OrderHistory): { readonly status?: string; readonly statusRaw?: string } | null {
  if (order) {
    const statusRaw = wordOf(order.status)
    const status = orderStatusOf(order, linkedRows(order, orderLinesProperty))
    return { ...(status !== undefined && { status }), ...(statusRaw !== undefined && { statusRaw }) }
  }
  if (isCredited(invoices, creditMemos)) return { status: 'returned', statusRaw: 'Credited' }
  return shipments.length > 0 || invoices.length > 0 ? { status: 'shipped', statusRaw: 'Posted' } : null
}

/** Whether credit memos give back all that was invoiced. */
function isCredited(invoices: readonly Row[], creditMemos: readonly Row[]): boolean {
  const total = (rows: readonly Row[]) => sumOf(rows.map((row) => row.totalAmountIncludingTax))
  const [invoiced, credited] = [total(invoices), total(creditMemos)]
  return creditMemos.length > 0 && invoiced !== null && credited !== null && invoiced.gt(0) && credited.gte(invoiced)
}

export const isPosted = ({ status }: Row): boolean => !['Draft', 'In Review'].includes(wordOf(status) ?? '')

const latest = (rows: readonly Row[]): string | undefined =>
  rows
    .flatMap((row) => instantOf(row.lastModifiedDateTime) ?? [])
    .sort()
    .at(-1)

/** Null if Business Central has neither the order nor a document that came of it. */
export function toOrderStatus(history: OrderHistory, companyId: string): SourceRecord | null {
  const state = stateOf(history)
  if (state === null) return null
  const { orderNumber, order, invoices, creditMemos } = history
  const shipments = [...history.shipments].sort((one, other) => ((textOf(one, 'number') ?? '') < (textOf(other, 'number') ?? '') ? -1 : 1))
  const decisive = [...(order ? [order] : []), ...shipments]
  const changedAt = latest(state.status === 'returned' ? creditMemos : decisive.length > 0 ? decisive : invoices)
  return {
    id: orderNumber,
    raw: { salesOrders: order ?? null, salesShipments: shipments, salesInvoices: invoices, salesCreditMemos: creditMemos },
    changedAt: changedAt ?? null,
    fields: {
      orderNumber,
      orderExternalId: (order && textOf(order, 'id')) ?? invoices.map(({ orderId }) => toId(orderId)).find((id) => id !== undefined),
      ...state,
      shipments: shipments.map(toShipment),
      companyId,
      ...(changedAt !== undefined && { sourceUpdatedAt: changedAt, statusChangedAt: changedAt }),
    },
  }
}

export const orderStatusSources: readonly FieldSource[] = [
  { field: 'id', sources: ['salesOrders.number', 'salesShipments[].orderNumber', 'salesInvoices[].orderNumber'] },
  { field: 'orderNumber', sources: ['salesOrders.number', 'salesShipments[].orderNumber', 'salesInvoices[].orderNumber'] },
  { field: 'orderExternalId', sources: ['salesOrders.id', 'salesInvoices[].orderId'] },
  {
    field: 'status',
    sources: ['salesOrders.status', 'salesOrders.salesOrderLines[].shippedQuantity', 'salesShipments', 'salesInvoices', 'salesCreditMemos'],
    note: 'an order that is gone and has shipments or invoices is shipped, or returned if all of it is credited',
  },
  { field: 'statusRaw', sources: ['salesOrders.status'], note: 'Posted or Credited for an order that is gone' },
  {
    field: 'statusChangedAt',
    sources: ['salesOrders.lastModifiedDateTime', 'salesShipments[].lastModifiedDateTime'],
    note: 'the latest of the order and its shipments',
  },
  ...shipmentFields.sources({ field: 'shipments', rows: ['salesShipments'] }),
  ...shipmentLines.sources({ field: 'shipments[].lines', rows: ['salesShipments[].salesShipmentLines'] }),
  { field: 'companyId', sources: [companyPath] },
  {
    field: 'sourceUpdatedAt',
    sources: ['salesOrders.lastModifiedDateTime', 'salesShipments[].lastModifiedDateTime'],
    note: 'the latest of the order and its shipments',
  },
]
