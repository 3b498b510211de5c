import { byDocumentTime } from './document-time.ts'
import type { Confirmation, ConfirmedLine, StatusUpdate } from './documents.ts'
import { confirmedLineFinder, type OrderedLine } from './shipments.ts'
import { isNegative, subtract } from './values.ts'

/** What a partner has decided about an order, by all its confirmations and status updates. */
export interface Decisions {
  readonly isConfirmed: boolean
  readonly isRejected: boolean
  /** The quantity of each ordered line that will not be delivered. */
  readonly cancelled: readonly string[]
  /** The latest status in the partner's own words. */
  readonly statusRaw: string | undefined
  /** The partner's own order number. */
  readonly supplierOrderId: string | undefined
}

/**
 * Applies documents by their times. An `accept` or `reject` of the whole order replaces earlier decisions; one of a line replaces that
 * line's.
 */
export function decisionsOf(ordered: readonly OrderedLine[], documents: readonly (Confirmation | StatusUpdate)[]): Decisions {
  const cancelled = ordered.map(() => '0')
  const indexOf = confirmedLineFinder(ordered)
  let isConfirmed = false
  let isRejected = false
  let statusRaw: string | undefined
  let supplierOrderId: string | undefined
  for (const document of [...documents].sort(byDocumentTime)) {
    statusRaw = document.kind === 'confirmation' ? document.word : (document.text ?? document.code ?? statusRaw)
    if (document.kind === 'confirmation') supplierOrderId = document.supplierOrderId ?? supplierOrderId
    if (document.outcome === 'acknowledged') continue
    isRejected = document.outcome === 'rejected'
    isConfirmed ||= !isRejected
    if (document.outcome === 'accepted') cancelled.fill('0')
    for (const line of document.kind === 'confirmation' ? document.lines : []) {
      const at = indexOf(line)
      const quantity = ordered[at]?.quantity
      if (quantity !== undefined) cancelled[at] = cancelledOf(line, quantity)
    }
  }
  return { isConfirmed, isRejected, cancelled, statusRaw, supplierOrderId }
}

/** How much of an ordered quantity will not be delivered. */
function cancelledOf({ rejected, confirmed }: ConfirmedLine, ordered: string): string {
  if (confirmed === undefined) return rejected ?? ordered
  const missing = subtract(ordered, confirmed)
  return isNegative(missing) ? '0' : missing
}
