import { addDecimals, type OrderStatus, type OrderStatusValue } from '@linkspan/core/connector'
import { cancelledByConfirmations, type Decisions } from './confirmed.ts'
import type { Confirmation, InboundDocument, ShipNotice, StatusUpdate } from './documents.ts'
import { lastNotices, type OrderedLine, shippedPerLine } from './shipped.ts'
import { isAtLeast, isZero, subtract } from './values.ts'

export interface OrderProgressInput {
  readonly orderNumber: string
  readonly orderExternalId?: string
  /** The items that were ordered; empty where that is not known. */
  readonly ordered: readonly OrderedLine[]
  /** All that the partner has said of this order, in any order, repeated or not. */
  readonly documents: readonly InboundDocument[]
}

/**
 * The status of an order by what its partner has sent (docs/erp/cxml.md#ship-notices, docs/erp/ubl.md#despatch-advices). A pure function
 * of the documents, not of when they came: the last one about each shipment and the last confirmation count, by the times that the partner
 * wrote on them. A document that comes twice changes nothing; planned shipments and invoices change nothing either.
 */
export function orderProgress({ orderNumber, orderExternalId, ordered, documents }: OrderProgressInput): OrderStatus {
  const decisions = cancelledByConfirmations(ordered, documents.filter(isDecision))
  const notices = lastNotices(documents.filter(isNotice))
  const shipments = notices.filter(({ isReturn }) => !isReturn)
  const { status, word } = statusOf(
    ordered,
    decisions,
    shipments,
    notices.filter(({ isReturn }) => isReturn),
  )
  const changedAt = latest([...documents.filter(isDecision), ...documents.filter((each) => isNotice(each) && !each.isPlanned)])
  const supplierOrderId = decisions.supplierOrderId ?? orderExternalId
  return {
    orderNumber,
    ...(supplierOrderId !== undefined && { orderExternalId: supplierOrderId }),
    status,
    ...(word !== undefined && { statusRaw: word }),
    ...(changedAt !== undefined && { statusChangedAt: changedAt, sourceUpdatedAt: changedAt }),
    shipments: shipments.map((each) => toShipment(each)),
  }
}

const isNotice = (document: InboundDocument): document is ShipNotice => document.kind === 'ship-notice'

/** A status update that tells no outcome decides nothing. */
const isDecision = (document: InboundDocument): document is Confirmation | StatusUpdate =>
  document.kind === 'confirmation' || (document.kind === 'status' && document.outcome !== null)

interface Standing {
  readonly status: OrderStatusValue
  readonly word?: string | undefined
}

function statusOf(
  ordered: readonly OrderedLine[],
  { isConfirmed, isRejected, cancelled, word }: Decisions,
  shipments: readonly ShipNotice[],
  returns: readonly ShipNotice[],
): Standing {
  const shipped = shippedPerLine(ordered, shipments)
  if (returns.length > 0 && isAllReturned(ordered, shipped, returns)) return { status: 'returned', word: 'return' }
  const open = ordered.map(({ quantity }, at) => subtract(quantity, cancelled[at] ?? '0'))
  const saysComplete = shipments.some(
    ({ fulfillment, lines }) => fulfillment === 'complete' && (lines.length === 0 || ordered.length === 0),
  )
  if (shipments.length > 0) {
    const isComplete =
      ordered.length > 0 && shipped.some((each) => !isZero(each)) && open.every((each, at) => isAtLeast(shipped[at] ?? '0', each))
    return { status: isComplete || saysComplete ? 'shipped' : 'partially_shipped', word: shipments.at(-1)?.fulfillment ?? word }
  }
  const isAllCancelled = isRejected || (ordered.length > 0 && open.every((each) => !isAtLeast(each, '0') || isZero(each)))
  if (isAllCancelled) return { status: 'cancelled', word }
  return { status: isConfirmed ? 'processing' : 'pending', word }
}

/** Whether all that was shipped came back; a return without lines is one of everything. */
function isAllReturned(ordered: readonly OrderedLine[], shipped: readonly string[], returns: readonly ShipNotice[]): boolean {
  if (returns.some(({ lines }) => lines.length === 0) || ordered.length === 0) return true
  const returned = shippedPerLine(ordered, returns)
  return !isZero(addDecimals(returned)) && shipped.every((each, at) => isAtLeast(returned[at] ?? '0', each))
}

function latest(documents: readonly InboundDocument[]): string | undefined {
  return documents
    .flatMap(({ writtenAt }) => writtenAt ?? [])
    .sort()
    .at(-1)
}

function toShipment(notice: ShipNotice): OrderStatus['shipments'][number] {
  const { shipmentId, carrier, carrierCode, trackingNumbers, trackingUrl, shippedAt, estimatedDelivery, lines } = notice
  const named = lines.flatMap(({ lineNumber, sku, quantity }) =>
    lineNumber === null ? [] : [{ lineNumber, ...(sku !== null && { sku }), quantity }],
  )
  return {
    shipmentId,
    ...(carrier !== null && { carrier }),
    ...(carrierCode !== null && { carrierCode }),
    ...(trackingNumbers.length > 0 && { trackingNumbers: [...trackingNumbers] }),
    ...(trackingUrl !== null && { trackingUrl }),
    ...(shippedAt !== null && { shippedAt }),
    ...(estimatedDelivery !== null && { estimatedDelivery }),
    ...(named.length > 0 && { lines: named }),
  }
}
