import type { WriteLog } from '../../write-log.ts'
import type { DoiStatus } from './answers.ts'
import type { DoiOrder } from './read-order.ts'

/** An order as it is kept. */
export interface DoiRow extends DoiOrder {
  readonly id: string
  readonly updatedAt: string
  readonly isCancelled: boolean
}

export interface ForcedStatus extends DoiStatus {
  /** How many orders are answered so: one unless told. */
  readonly times?: number
  /** Whether what is answered so is stored all the same: not unless told. */
  readonly stores?: boolean
}

/** Takes orders: what came under one payloadID is settled once. */
export interface OrderStore {
  take(order: DoiOrder, wrongs: readonly string[]): DoiStatus
  /** From now on, orders that are not settled yet are answered so, with HTTP 200. */
  answerWith(status: ForcedStatus): void
  find(orderId: string): DoiRow | undefined
}

interface DeskPorts {
  readonly book: WriteLog
  readonly duplicates: 'store' | 'refuse'
  now(): string
}

const ok: DoiStatus = { code: '200', text: 'OK' }

export function createOrderStore({ book, duplicates, now }: DeskPorts): OrderStore {
  const settled = new Map<string, DoiStatus>()
  const rows = new Map<string, DoiRow>()
  const waiting: { status: ForcedStatus; remaining: number }[] = []
  let count = 0

  function change(order: DoiOrder, row: DoiRow): DoiStatus {
    const changed: DoiRow = { ...row, ...order, id: row.id, updatedAt: now(), isCancelled: order.type === 'delete' }
    rows.set(order.orderId, changed)
    book.update(row.id, { by: 'api', changes: { type: order.type, lines: order.lines } }, changed)
    return ok
  }

  function store(order: DoiOrder, wrongs: readonly string[]): DoiStatus {
    const known = rows.get(order.orderId)
    if (order.type !== 'new') return known ? change(order, known) : { code: '404', text: `There is no order ${order.orderId}` }
    const receipt = book.receive({ reference: order.orderId, idempotencyKey: order.payloadId })
    const reasons = known && duplicates === 'refuse' ? [`There is an order ${order.orderId} already`] : wrongs
    if (reasons.length > 0) {
      receipt.refused(reasons)
      return { code: known && duplicates === 'refuse' ? '409' : '406', text: reasons.join('; ') }
    }
    const row: DoiRow = { ...order, id: String(7_000_001 + count++), updatedAt: now(), isCancelled: false }
    rows.set(order.orderId, row)
    receipt.stored(row)
    return ok
  }

  /** A refusal for good is the outcome of its message; what is only for now leaves it open. */
  function refuse(order: DoiOrder, { code, text }: ForcedStatus): DoiStatus {
    if (!code.startsWith('4')) return { code, text }
    book.receive({ reference: order.orderId, idempotencyKey: order.payloadId }).refused([text])
    settled.set(order.payloadId, { code, text })
    return { code, text }
  }

  function takeForced(): ForcedStatus | undefined {
    const first = waiting[0]
    if (first && --first.remaining === 0) waiting.shift()
    return first?.status
  }

  return {
    take: (order, wrongs) => {
      const first = settled.get(order.payloadId)
      if (first) {
        if (order.type === 'new') book.receive({ reference: order.orderId, idempotencyKey: order.payloadId }).replayed()
        return first
      }
      const forced = takeForced()
      if (forced && forced.stores !== true) return refuse(order, forced)
      const outcome = store(order, wrongs)
      settled.set(order.payloadId, outcome)
      return forced ?? outcome
    },
    answerWith: (status) => {
      waiting.push({ status, remaining: status.times ?? 1 })
    },
    find: (orderId) => rows.get(orderId),
  }
}
