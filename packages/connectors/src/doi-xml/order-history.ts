import { compareReferences, foldReference, nearKeysOf } from '@linkspan/connector-kit/fields/compare-references'
import type { Clock, ConnectorState, Order } from '@linkspan/core/connector'
import { z } from 'zod'
import { type InboundDocument, type InvoiceDocument, partnerNumberOf } from './documents.ts'

const OrderedLine = z.object({ lineNumber: z.string(), sku: z.string().nullable(), quantity: z.string() })

/** What we remember of an order that we sent: without it nobody could tell when it is shipped completely. */
const SentOrder = z.object({
  lines: z.array(OrderedLine),
  payloadId: z.string(),
  version: z.int(),
  previous: z.string().nullable(),
  /** The order as the partner has it: a change is stored once the partner has accepted it. */
  order: z.custom<Order>((value) => typeof value === 'object' && value !== null),
})
export type SentOrder = z.infer<typeof SentOrder>

const Stored = z.object({ at: z.string() })

/** The data types that need the history of an order. Each stores a history of its own, since their syncs run at the same time. */
export type OrderStream = 'order_status' | 'orders'

const sentName = (orderId: string): string => `sent:${orderId}`
const historyName = (stream: OrderStream, orderId: string): string => `said:${stream}:${orderId}`
/** Names of entries that lead from a message, a shipment, or the partner's own order number, to our orders. */
const messageName = (payloadId: string): string => `message:${payloadId}`
const shipmentName = (stream: OrderStream, shipmentId: string): string => `shipment:${stream}:${shipmentId}`
const partnerName = (stream: OrderStream, partnerNumber: string): string => `partner:${stream}:${partnerNumber}`
/** Leads from an order's number, as partners may change it, to our own. */
const foldedName = (orderId: string): string => `folded:${foldReference(orderId)}`
const nearName = (key: string): string => `near:${key}`
const prunedName = (stream: OrderStream): string => `pruned:${stream}`

/** How long an order is remembered after its last document. */
const retentionMs = 400 * 86_400_000
const pruneIntervalMs = 7 * 86_400_000
/** Entries that are deleted in one write. */
const batchSize = 1000

/** What was sent to the partner about each order, and what came back. Orders go by the number that the partner knows them by. */
export function createOrderHistory(state: ConnectorState, clock: Clock) {
  const read = async (name: string): Promise<unknown> => {
    const [text] = await state.read([name])
    return typeof text === 'string' ? JSON.parse(text) : null
  }
  const ordersUnder = async (name: string): Promise<readonly string[]> =>
    ((await read(name)) as { readonly orderIds: readonly string[] } | null)?.orderIds ?? []
  const save = (name: string, value: object): Promise<void> =>
    state.write({ [name]: JSON.stringify({ ...value, at: clock.now().toISOString() }) })

  let linked: Promise<unknown> = Promise.resolve()
  /** Adds an order to those under a name, one after the other: the orders of a page are worked on at once, and may share a shipment. */
  const addOrder = (name: string, orderId: string): Promise<void> => {
    const added = linked.then(async () => {
      const known = await ordersUnder(name)
      if (!known.includes(orderId)) await save(name, { orderIds: [...known, orderId] })
    })
    linked = added.catch(() => {})
    return added
  }
  /** The order that the partner calls so; none if it calls several so. */
  const orderOfPartner = async (partnerNumber: string | undefined, stream: OrderStream): Promise<readonly string[]> => {
    const orderIds = partnerNumber === undefined ? [] : await ordersUnder(partnerName(stream, partnerNumber))
    return orderIds.length === 1 ? orderIds : []
  }
  /** The number of the order that we sent, if the partner writes it in another case, padded, or with other zeros in front. */
  const ourNumberOf = async (theirs: string): Promise<string> => {
    if ((await read(sentName(theirs))) !== null) return theirs
    const meant = await ordersUnder(foldedName(theirs))
    return meant.length === 1 ? (meant[0] as string) : theirs
  }

  return {
    /** The order as it was sent last; null if we have not sent it, or have forgotten it. */
    async sent(orderId: string): Promise<SentOrder | null> {
      const found = await read(sentName(orderId))
      return found === null ? null : SentOrder.parse(found)
    },
    async saveSent(orderId: string, order: SentOrder): Promise<void> {
      await save(messageName(order.payloadId), { orderIds: [orderId] })
      await addOrder(foldedName(orderId), orderId)
      for (const key of nearKeysOf(orderId)) await addOrder(nearName(key), orderId)
      await save(sentName(orderId), order)
    },
    /** An order that we sent and whose number nearly is this one, which is no order's: cut off, or with other punctuation. Null if none is. */
    async nearTo(theirs: string): Promise<string | null> {
      if ((await read(sentName(theirs))) !== null) return null
      const candidates = await Promise.all(nearKeysOf(theirs).map((key) => ordersUnder(nearName(key))))
      return candidates.flat().find((ours) => compareReferences(ours, theirs) !== 'other') ?? null
    },
    /**
     * The orders that a document is about. It names them by our number, by the message in which they were sent, by the partner's own number,
     * or by their shipment.
     */
    async ordersOf(document: InboundDocument, stream: OrderStream): Promise<readonly string[]> {
      if (document.orderId !== null) return [await ourNumberOf(document.orderId)]
      const about = document.orderPayloadId === null ? [] : await ordersUnder(messageName(document.orderPayloadId))
      if (about.length > 0) return about
      const called = await orderOfPartner(partnerNumberOf(document), stream)
      if (called.length > 0 || document.kind !== 'ship-notice') return called
      return ordersUnder(shipmentName(stream, document.shipmentId))
    },
    /** The orders that an invoice is about: those that it names by number, by their messages, or by the partner's own number. */
    async ordersOfInvoice({ orderRefs, orderMessages = [], salesOrderId }: InvoiceDocument): Promise<readonly string[]> {
      const sent = await Promise.all(orderMessages.map((payloadId) => ordersUnder(messageName(payloadId))))
      const named = [...(await Promise.all(orderRefs.map(ourNumberOf))), ...sent.flat()]
      if (named.length > 0) return [...new Set(named)]
      const called = await Promise.all((['order_status', 'orders'] as const).map((stream) => orderOfPartner(salesOrderId, stream)))
      return [...new Set(called.flat())]
    },
    saveShipment: (shipmentId: string, orderId: string, stream: OrderStream): Promise<void> =>
      addOrder(shipmentName(stream, shipmentId), orderId),
    savePartnerNumber: (partnerNumber: string, orderId: string, stream: OrderStream): Promise<void> =>
      addOrder(partnerName(stream, partnerNumber), orderId),
    /** All documents of an order so far. */
    async history(orderId: string, stream: OrderStream): Promise<readonly InboundDocument[]> {
      const found = (await read(historyName(stream, orderId))) as { readonly documents: readonly InboundDocument[] } | null
      return found?.documents ?? []
    },
    saveHistory: (orderId: string, stream: OrderStream, documents: readonly InboundDocument[]): Promise<void> =>
      save(historyName(stream, orderId), { documents }),
    /** Once a week, forgets the orders that had no document for 400 days. */
    async prune(stream: OrderStream): Promise<void> {
      const now = clock.now()
      const last = (await read(prunedName(stream))) as { readonly at: string } | null
      if (last !== null && now.getTime() - Date.parse(last.at) < pruneIntervalMs) return
      const limit = new Date(now.getTime() - retentionMs).toISOString()
      const isOld = (value: unknown): boolean => value === null || Stored.parse(value).at < limit
      let forgotten: Record<string, null> = {}
      for await (const [name, value] of state.entries()) {
        const [, kind, orderId = ''] = /^(sent|message|shipment|partner|folded|near|said:(?:order_status|orders)):(.*)$/s.exec(name) ?? []
        if (kind === undefined || !isOld(JSON.parse(value))) continue
        const isLink = kind === 'message' || kind === 'shipment' || kind === 'partner' || kind === 'folded' || kind === 'near'
        const names = isLink ? [name] : [sentName(orderId), historyName('order_status', orderId), historyName('orders', orderId)]
        if (!(await Promise.all(names.map(read))).every(isOld)) continue
        for (const each of names) forgotten[each] = null
        if (Object.keys(forgotten).length < batchSize) continue
        await state.write(forgotten)
        forgotten = {}
      }
      await state.write(forgotten)
      await save(prunedName(stream), {})
    },
  }
}
export type OrderHistory = ReturnType<typeof createOrderHistory>
