import type { Order } from '@linkspan/core/connector'
import { decisionsOf } from './decisions.ts'
import { byDocumentTime } from './document-time.ts'
import type { Confirmation, InboundDocument, StatusUpdate } from './documents.ts'
import { itemsOf } from './order-amounts.ts'
import { orderProgress } from './order-progress.ts'
import { latestNotices, quantityPerLine } from './shipments.ts'
import { isZero } from './values.ts'

interface OrderUpdateInput {
  readonly orderId: string
  /** The order as the partner has it. */
  readonly order: Order
  /** All documents about this order, in any order, with or without repetitions. */
  readonly documents: readonly InboundDocument[]
}

/**
 * The order as it is at the partner now: its status, its promised date, and how much of each line is shipped or cancelled
 * (docs/erp/cxml.md#confirmations, docs/erp/ubl.md#order-responses). Prices and totals stay as ordered. Like `orderProgress`, it does not
 * depend on when documents arrived.
 */
export function orderUpdate({ orderId, order, documents }: OrderUpdateInput): Order {
  const items = itemsOf(order)
  const indexes = new Map(items.map((line, at) => [line, at]))
  const decisions = documents.filter((each): each is Confirmation | StatusUpdate => each.kind === 'confirmation' || each.kind === 'status')
  const { cancelled } = decisionsOf(items, decisions)
  const notices = latestNotices(documents.filter((each) => each.kind === 'ship-notice'))
  const shipped = quantityPerLine(
    items,
    notices.filter(({ isReturn }) => !isReturn),
  )
  const { status, statusRaw, statusChangedAt } = orderProgress({ orderNumber: order.orderNumber, ordered: items, documents })
  const promisedDate = promisedBy(documents) ?? order.promisedDate
  return {
    ...order,
    ourReference: order.ourReference ?? orderId,
    status,
    ...(statusRaw !== undefined && { statusRaw }),
    ...(promisedDate !== undefined && { promisedDate }),
    ...(statusChangedAt !== undefined && { sourceUpdatedAt: statusChangedAt }),
    lines: order.lines.map((line) => {
      const at = indexes.get(line)
      if (at === undefined) return line
      const { quantityShipped: _, quantityCancelled: __, ...plain } = line
      return { ...plain, ...amount('quantityShipped', shipped[at]), ...amount('quantityCancelled', cancelled[at]) }
    }),
  }
}

const amount = (name: 'quantityShipped' | 'quantityCancelled', quantity = '0') => (isZero(quantity) ? {} : { [name]: quantity })

/** The promised date of the latest confirmation that has one. */
const promisedBy = (documents: readonly InboundDocument[]): string | undefined =>
  documents
    .filter((each): each is Confirmation => each.kind === 'confirmation' && each.promisedDate !== null)
    .sort(byDocumentTime)
    .at(-1)?.promisedDate ?? undefined
