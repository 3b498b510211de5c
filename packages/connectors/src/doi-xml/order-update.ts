import type { Order } from '@linkspan/core/connector'
import { cancelledByConfirmations } from './confirmed.ts'
import type { Confirmation, InboundDocument, StatusUpdate } from './documents.ts'
import { byDocumentTime } from './last-word.ts'
import { itemsOf } from './order-amounts.ts'
import { orderProgress } from './order-progress.ts'
import { lastNotices, shippedPerLine } from './shipped.ts'
import { isZero } from './values.ts'

interface OrderUpdateInput {
  readonly orderId: string
  /** As the partner has it. */
  readonly order: Order
  /** All that the partner has said of it, in any order, repeated or not. */
  readonly documents: readonly InboundDocument[]
}

/**
 * An order as it is with the partner now: its status, when it is promised, and how much of each line is shipped or will not come
 * (docs/erp/cxml.md#confirmations, docs/erp/ubl.md#order-responses). Prices and totals stay those that were ordered. A pure function of
 * what was said, as `orderProgress` is.
 */
export function orderUpdate({ orderId, order, documents }: OrderUpdateInput): Order {
  const items = itemsOf(order)
  const places = new Map(items.map((line, at) => [line, at]))
  const decisions = documents.filter((each): each is Confirmation | StatusUpdate => each.kind === 'confirmation' || each.kind === 'status')
  const { cancelled } = cancelledByConfirmations(items, decisions)
  const notices = lastNotices(documents.filter((each) => each.kind === 'ship-notice'))
  const shipped = shippedPerLine(
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
      const at = places.get(line)
      if (at === undefined) return line
      const { quantityShipped: _, quantityCancelled: __, ...plain } = line
      return { ...plain, ...amount('quantityShipped', shipped[at]), ...amount('quantityCancelled', cancelled[at]) }
    }),
  }
}

const amount = (name: 'quantityShipped' | 'quantityCancelled', quantity = '0') => (isZero(quantity) ? {} : { [name]: quantity })

/** The last confirmation that names a day counts. */
const promisedBy = (documents: readonly InboundDocument[]): string | undefined =>
  documents
    .filter((each): each is Confirmation => each.kind === 'confirmation' && each.promisedDate !== null)
    .sort(byDocumentTime)
    .at(-1)?.promisedDate ?? undefined
