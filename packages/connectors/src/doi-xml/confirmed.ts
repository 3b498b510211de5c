import type { Confirmation, StatusUpdate } from './documents.ts'
import { byDocumentTime } from './last-word.ts'
import { type OrderedLine, placesByNumber } from './shipped.ts'
import { lineKey } from './values.ts'

/** What a partner has decided about an order. */
export interface Decisions {
  readonly isConfirmed: boolean
  readonly isRejected: boolean
  /** How much of each ordered line will not come. */
  readonly cancelled: readonly string[]
  /** The partner's last word for it. */
  readonly word: string | undefined
  /** The number of the order with the partner. */
  readonly supplierOrderId: string | undefined
}

/** One decision after the other, by their times: a whole `accept` or `reject` replaces what was said before, a line what was said of it. */
export function cancelledByConfirmations(ordered: readonly OrderedLine[], said: readonly (Confirmation | StatusUpdate)[]): Decisions {
  const cancelled = ordered.map(() => '0')
  const places = placesByNumber(ordered)
  let isConfirmed = false
  let isRejected = false
  let word: string | undefined
  let supplierOrderId: string | undefined
  for (const document of [...said].sort(byDocumentTime)) {
    word = document.kind === 'confirmation' ? document.word : (document.text ?? document.code ?? word)
    if (document.kind === 'confirmation') supplierOrderId = document.supplierOrderId ?? supplierOrderId
    if (document.outcome === 'acknowledged') continue
    isRejected = document.outcome === 'rejected'
    isConfirmed ||= !isRejected
    if (document.outcome === 'accepted') cancelled.fill('0')
    for (const { lineNumber, rejected } of document.kind === 'confirmation' ? document.lines : []) {
      const at = places.get(lineKey(lineNumber))
      if (at !== undefined) cancelled[at] = rejected ?? ordered[at]?.quantity ?? '0'
    }
  }
  return { isConfirmed, isRejected, cancelled, word, supplierOrderId }
}
