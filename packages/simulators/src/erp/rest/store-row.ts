import { composeLine, composeOrder, type LineDraft, type OrderDraft } from '../../dataset/compose-order.ts'
import { customerNameOf } from '../../dataset/customers.ts'
import { followOrder } from '../../dataset/order-status.ts'
import type { OrderLine, OrderRow } from '../../dataset/orders.ts'
import { findProduct } from '../../dataset/products.ts'
import type { Row } from '../../dataset/row.ts'
import type { Table } from '../../dataset/table.ts'
import type { Dataset, DatasetTable } from '../../dataset.ts'
import type { SentRow } from './sent-row.ts'

/** Fields that the ERP sets itself, whatever is sent. */
const ownFields = ['id', 'orderNumber', 'updatedAt']

/** Stores a new row that was checked. The ERP sets the number, status and totals of an order. */
export function storeNew(dataset: Dataset, name: DatasetTable, sent: SentRow, today: string): Row {
  const table = dataset[name] as Table<Row>
  if (name !== 'orders') return table.insert({ ...withoutOwn(sent), id: table.nextId() })
  const order = dataset.orders.insert(composeOrder(draftOf(dataset, { ...sent, status: undefined }), table.nextId(), today))
  followOrder(dataset.order_status, order)
  return order
}

/** Stores changes to a row: the whole row (`PUT`) or some fields (`PATCH`). */
export function storeChanges(dataset: Dataset, name: DatasetTable, row: Row, sent: SentRow, isWhole: boolean, today: string): Row {
  const table = dataset[name] as Table<Row>
  if (name !== 'orders') return table.touch(row.id, { ...(isWhole && clearedFields(row)), ...withoutOwn(sent) })
  const before = row as OrderRow
  const kept = isWhole ? { status: before.status } : { ...before, ...('customerId' in sent && { customerName: null }) }
  const draft = draftOf(dataset, { ...kept, ...sent }, before)
  const order = dataset.orders.touch(row.id, { ...clearedFields(row), ...composeOrder(draft, row.id, today) })
  followOrder(dataset.order_status, order)
  return order
}

/** Clears all fields of a row when spread before the new ones. */
function clearedFields(row: Row): Record<string, undefined> {
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

/** Converts numbers to the decimal strings of the dataset. */
function textual(sent: SentRow): SentRow {
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]))
}
