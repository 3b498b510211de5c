import { addDecimals, type OrderStatus, type OrderStatusValue } from '@linkspan/core/connector'
import { type Decisions, decisionsOf } from './decisions.ts'
import type { Confirmation, InboundDocument, ShipNotice, StatusUpdate } from './documents.ts'
import { latestNotices, type OrderedLine, quantityPerLine } from './shipments.ts'
import { isAtLeast, isZero, subtract } from './values.ts'

export interface OrderProgressInput {
  readonly orderNumber: string
  readonly orderExternalId?: string
  /** The items that were ordered; empty if we do not know them. */
  readonly ordered: readonly OrderedLine[]
  /** All documents about this order, in any order, with or without repetitions. */
  readonly documents: readonly InboundDocument[]
}

/**
 * The status of an order according to the partner's documents (docs/erp/cxml.md#ship-notices, docs/erp/ubl.md#despatch-advices). It does
 * not depend on when they arrived: the latest notice of each shipment and the latest confirmation count, by the times that the partner
 * wrote on them. Repeated documents, planned shipments and invoices change nothing.
 */
export function orderProgress({ orderNumber, orderExternalId, ordered, documents }: OrderProgressInput): OrderStatus {
  const decisions = decisionsOf(ordered, documents.filter(isDecision))
  const notices = latestNotices(documents.filter(isNotice))
  const shipments = notices.filter(({ isReturn }) => !isReturn)
  const { status, statusRaw } = statusOf(
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
    ...(statusRaw !== undefined && { statusRaw }),
    ...(changedAt !== undefined && { statusChangedAt: changedAt, sourceUpdatedAt: changedAt }),
    shipments: shipments.map((each) => toShipment(each)),
  }
}

const isNotice = (document: InboundDocument): document is ShipNotice => document.kind === 'ship-notice'

/** Confirmations, and those status updates that have an outcome. */
const isDecision = (document: InboundDocument): document is Confirmation | StatusUpdate =>
  document.kind === 'confirmation' || (document.kind === 'status' && document.outcome !== null)

interface CurrentStatus {
  readonly status: OrderStatusValue
  readonly statusRaw?: string | undefined
}

function statusOf(
  ordered: readonly OrderedLine[],
  { isConfirmed, isRejected, cancelled, statusRaw }: Decisions,
  shipments: readonly ShipNotice[],
  returns: readonly ShipNotice[],
): CurrentStatus {
  const shipped = quantityPerLine(ordered, shipments)
  if (returns.length > 0 && isAllReturned(ordered, shipped, returns)) return { status: 'returned', statusRaw: 'return' }
  const open = ordered.map(({ quantity }, at) => subtract(quantity, cancelled[at] ?? '0'))
  const isDeclaredComplete = shipments.some(
    ({ fulfillment, lines }) => fulfillment === 'complete' && (lines.length === 0 || ordered.length === 0),
  )
  if (shipments.length > 0) {
    const isComplete =
      ordered.length > 0 && shipped.some((each) => !isZero(each)) && open.every((each, at) => isAtLeast(shipped[at] ?? '0', each))
    return {
      status: isComplete || isDeclaredComplete ? 'shipped' : 'partially_shipped',
      statusRaw: shipments.at(-1)?.fulfillment ?? statusRaw,
    }
  }
  const isAllCancelled = isRejected || (ordered.length > 0 && open.every((each) => !isAtLeast(each, '0') || isZero(each)))
  if (isAllCancelled) return { status: 'cancelled', statusRaw }
  return { status: isConfirmed ? 'processing' : 'pending', statusRaw }
}

/** Whether everything that was shipped came back. A return without lines is a return of everything. */
function isAllReturned(ordered: readonly OrderedLine[], shipped: readonly string[], returns: readonly ShipNotice[]): boolean {
  if (returns.some(({ lines }) => lines.length === 0) || ordered.length === 0) return true
  const returned = quantityPerLine(ordered, returns)
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
