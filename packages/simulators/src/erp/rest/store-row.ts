import { composeLine, composeOrder, type LineDraft, type OrderDraft } from '../../dataset/compose-order.ts'
import { customerNameOf } from '../../dataset/customers.ts'
import { followOrder } from '../../dataset/order-status.ts'
import type { OrderLine, OrderRow } from '../../dataset/orders.ts'
import { findProduct } from '../../dataset/products.ts'
import type { Row, Table } from '../../dataset/table.ts'
import type { Dataset, DatasetTable } from '../../dataset.ts'
import type { SentRow } from './sent-row.ts'

/** What the ERP says itself, whatever is sent. */
const ownFields = ['id', 'orderNumber', 'updatedAt']

/** Stores a new row that was checked; an order is booked with the ERP's own number, status and sums. */
export function storeNew(dataset: Dataset, name: DatasetTable, sent: SentRow, today: string): Row {
  const table = dataset[name] as Table<Row>
  if (name !== 'orders') return table.insert({ ...withoutOwn(sent), id: table.nextId() })
  const order = dataset.orders.insert(composeOrder(draftOf(dataset, { ...sent, status: undefined }), table.nextId(), today))
  followOrder(dataset.order_status, order)
  return order
}

/** Stores what a row becomes: all of it (`PUT`), or these fields of it (`PATCH`). */
export function storeChanges(dataset: Dataset, name: DatasetTable, row: Row, sent: SentRow, isWhole: boolean, today: string): Row {
  const table = dataset[name] as Table<Row>
  if (name !== 'orders') return table.touch(row.id, { ...(isWhole && nothingOf(row)), ...withoutOwn(sent) })
  const before = row as OrderRow
  const kept = isWhole ? { status: before.status } : { ...before, ...('customerId' in sent && { customerName: null }) }
  const draft = draftOf(dataset, { ...kept, ...sent }, before)
  const order = dataset.orders.touch(row.id, { ...nothingOf(row), ...composeOrder(draft, row.id, today) })
  followOrder(dataset.order_status, order)
  return order
}

/** Takes every field from a row to which it is added. */
function nothingOf(row: Row): Record<string, undefined> {
  return Object.fromEntries(Object.keys(row).map((field) => [field, undefined]))
}

function withoutOwn(sent: SentRow): SentRow {
  return Object.fromEntries(Object.entries(sent).filter(([field]) => !ownFields.includes(field)))
}

function draftOf(dataset: Dataset, sent: SentRow, before?: OrderRow): OrderDraft {
  const { lines = [], customerId, customerName, ...rest } = textual(withoutNulls(withoutOwn(sent))) as Partial<OrderRow>
  const known = customerId === undefined ? undefined : customerNameOf(customerId)
  return {
    ...(rest as Omit<OrderDraft, 'lines'>),
    ...(customerId !== undefined && { customerId }),
    customerName: customerName ?? known ?? '',
    lines: sent.lines === before?.lines ? lines : lines.map((line, number) => lineOf(dataset, line, number, before)),
  }
}

function lineOf(dataset: Dataset, line: OrderLine, number: number, before: OrderRow | undefined): OrderLine {
  const sent = textual(withoutNulls(line as unknown as SentRow)) as unknown as LineDraft
  const composed = composeLine(sent, findProduct(dataset.products, sent.sku)!, number)
  const old = before?.lines.find((each) => each.lineNumber === composed.lineNumber)
  return { ...composed, quantityShipped: old?.quantityShipped ?? '0' }
}

function withoutNulls(sent: SentRow): SentRow {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null && value !== undefined))
}

/** Numbers as the decimal strings that the dataset has. */
function textual(sent: SentRow): SentRow {
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]))
}
