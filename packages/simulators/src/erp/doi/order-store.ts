import type { WriteRecorder } from '../../write-log.ts'
import type { DoiStatus } from './answers.ts'
import type { DoiOrder } from './read-order.ts'

/** A stored order. */
export interface DoiRow extends DoiOrder {
  readonly id: string
  readonly updatedAt: string
  readonly isCancelled: boolean
}

export interface ForcedStatus extends DoiStatus {
  /** How many orders get this Status. Default: one. */
  readonly times?: number
  /** Whether the orders are stored all the same. Default: no. */
  readonly stores?: boolean
}

/** Stores orders. Each payloadID has one outcome, which is repeated if it comes again. */
export interface OrderStore {
  take(order: DoiOrder, faults: readonly string[]): DoiStatus
  /** Gives the next orders without an outcome this Status, with HTTP 200. */
  answerWith(status: ForcedStatus): void
  find(orderId: string): DoiRow | undefined
}

interface OrderStorePorts {
  readonly recorder: WriteRecorder
  readonly duplicates: 'store' | 'refuse'
  now(): string
}

const ok: DoiStatus = { code: '200', text: 'OK' }

export function createOrderStore({ recorder, duplicates, now }: OrderStorePorts): OrderStore {
  const outcomes = new Map<string, DoiStatus>()
  const rows = new Map<string, DoiRow>()
  const waiting: { status: ForcedStatus; remaining: number }[] = []
  let count = 0

  function change(order: DoiOrder, row: DoiRow): DoiStatus {
    const changed: DoiRow = { ...row, ...order, id: row.id, updatedAt: now(), isCancelled: order.type === 'delete' }
    rows.set(order.orderId, changed)
    recorder.update(row.id, { by: 'api', changes: { type: order.type, lines: order.lines } }, changed)
    return ok
  }

  function store(order: DoiOrder, faults: readonly string[]): DoiStatus {
    const known = rows.get(order.orderId)
    if (order.type !== 'new') return known ? change(order, known) : { code: '404', text: `There is no order ${order.orderId}` }
    const receipt = recorder.receive({ reference: order.orderId, idempotencyKey: order.payloadId })
    const reasons = known && duplicates === 'refuse' ? [`There is an order ${order.orderId} already`] : faults
    if (reasons.length > 0) {
      receipt.refused(reasons)
      return { code: known && duplicates === 'refuse' ? '409' : '406', text: reasons.join('; ') }
    }
    const row: DoiRow = { ...order, id: String(7_000_001 + count++), updatedAt: now(), isCancelled: false }
    rows.set(order.orderId, row)
    receipt.stored(row)
    return ok
  }

  /** A permanent refusal (4xx) is the outcome of its message. A temporary one leaves the message without an outcome. */
  function storeRefused(order: DoiOrder, { code, text }: ForcedStatus): DoiStatus {
    if (!code.startsWith('4')) return { code, text }
    recorder.receive({ reference: order.orderId, idempotencyKey: order.payloadId }).refused([text])
    outcomes.set(order.payloadId, { code, text })
    return { code, text }
  }

  function takeForced(): ForcedStatus | undefined {
    const first = waiting[0]
    if (first && --first.remaining === 0) waiting.shift()
    return first?.status
  }

  return {
    take: (order, faults) => {
      const first = outcomes.get(order.payloadId)
      if (first) {
        if (order.type === 'new') recorder.receive({ reference: order.orderId, idempotencyKey: order.payloadId }).replayed()
        return first
      }
      const forced = takeForced()
      if (forced && forced.stores !== true) return storeRefused(order, forced)
      const outcome = store(order, faults)
      outcomes.set(order.payloadId, outcome)
      return forced ?? outcome
    },
    answerWith: (status) => {
      waiting.push({ status, remaining: status.times ?? 1 })
    },
    find: (orderId) => rows.get(orderId),
  }
}
