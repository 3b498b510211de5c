import type { Clock, ConnectorState, Order } from '@linkspan/core/connector'
import { z } from 'zod'
import type { InboundDocument } from './documents.ts'

const OrderedLine = z.object({ lineNumber: z.string(), sku: z.string().nullable(), quantity: z.string() })

/** What is remembered of an order that was sent: without it nobody could tell when it is shipped to its end. */
const SentOrder = z.object({
  lines: z.array(OrderedLine),
  payloadId: z.string(),
  version: z.int(),
  previous: z.string().nullable(),
  /** As the partner has it: a change counts when it was taken. */
  order: z.custom<Order>((value) => typeof value === 'object' && value !== null),
})
export type SentOrder = z.infer<typeof SentOrder>

const Kept = z.object({ at: z.string() })

/** Who needs to know what was said of an order. Each remembers by itself: they work at once, and nothing is lost between them. */
export type Listener = 'order_status' | 'orders'

const sentName = (orderId: string): string => `sent:${orderId}`
const saidName = (listener: Listener, orderId: string): string => `said:${listener}:${orderId}`
/** Under it stands the order that a message had, or that a shipment was for. */
const messageName = (payloadId: string): string => `message:${payloadId}`
const shipmentName = (listener: Listener, shipmentId: string): string => `shipment:${listener}:${shipmentId}`
const prunedName = (listener: Listener): string => `pruned:${listener}`

/** How long an order is remembered after the last word on it. */
const keptMs = 400 * 86_400_000
const prunedEveryMs = 7 * 86_400_000
const step = 1000

/** Orders by the number that the partner knows them by. */
export function createOrderMemory(state: ConnectorState, clock: Clock) {
  const read = async (name: string): Promise<unknown> => {
    const [text] = await state.read([name])
    return typeof text === 'string' ? JSON.parse(text) : null
  }
  const ordersUnder = async (name: string): Promise<readonly string[]> =>
    ((await read(name)) as { readonly orderIds: readonly string[] } | null)?.orderIds ?? []
  const keep = (name: string, value: object): Promise<void> =>
    state.write({ [name]: JSON.stringify({ ...value, at: clock.now().toISOString() }) })

  return {
    async sent(orderId: string): Promise<SentOrder | null> {
      const found = await read(sentName(orderId))
      return found === null ? null : SentOrder.parse(found)
    },
    async keepSent(orderId: string, order: SentOrder): Promise<void> {
      await keep(messageName(order.payloadId), { orderIds: [orderId] })
      await keep(sentName(orderId), order)
    },
    /** The orders that a document is about: those that it names, by number or by the message in which they were sent, or the shipment's. */
    async ordersOf(document: InboundDocument, listener: Listener): Promise<readonly string[]> {
      if (document.orderId !== null) return [document.orderId]
      const about = document.orderPayloadId === null ? [] : await ordersUnder(messageName(document.orderPayloadId))
      if (about.length > 0 || document.kind !== 'ship-notice') return about
      return ordersUnder(shipmentName(listener, document.shipmentId))
    },
    async keepShipment(shipmentId: string, orderId: string, listener: Listener): Promise<void> {
      const name = shipmentName(listener, shipmentId)
      const known = await ordersUnder(name)
      if (!known.includes(orderId)) await keep(name, { orderIds: [...known, orderId] })
    },
    /** All that the partner has said of it so far. */
    async said(orderId: string, listener: Listener): Promise<readonly InboundDocument[]> {
      const found = (await read(saidName(listener, orderId))) as { readonly documents: readonly InboundDocument[] } | null
      return found?.documents ?? []
    },
    keepSaid: (orderId: string, listener: Listener, documents: readonly InboundDocument[]): Promise<void> =>
      keep(saidName(listener, orderId), { documents }),
    /** Forgets, now and then, the orders of which nothing was heard for 400 days. */
    async prune(listener: Listener): Promise<void> {
      const now = clock.now()
      const last = (await read(prunedName(listener))) as { readonly at: string } | null
      if (last !== null && now.getTime() - Date.parse(last.at) < prunedEveryMs) return
      const limit = new Date(now.getTime() - keptMs).toISOString()
      const isOld = (value: unknown): boolean => value === null || Kept.parse(value).at < limit
      let forgotten: Record<string, null> = {}
      for await (const [name, value] of state.entries()) {
        const [, of, orderId = ''] = /^(sent|message|shipment|said:(?:order_status|orders)):(.*)$/s.exec(name) ?? []
        if (of === undefined || !isOld(JSON.parse(value))) continue
        const isByItself = of === 'message' || of === 'shipment'
        const names = isByItself ? [name] : [sentName(orderId), saidName('order_status', orderId), saidName('orders', orderId)]
        if (!(await Promise.all(names.map(read))).every(isOld)) continue
        for (const one of names) forgotten[one] = null
        if (Object.keys(forgotten).length < step) continue
        await state.write(forgotten)
        forgotten = {}
      }
      await state.write(forgotten)
      await keep(prunedName(listener), {})
    },
  }
}
export type OrderMemory = ReturnType<typeof createOrderMemory>
