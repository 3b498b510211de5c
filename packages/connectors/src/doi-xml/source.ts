import {
  asCursor,
  type DataTypeId,
  type Inbox,
  type Page,
  type PullRequest,
  type RecordSource,
  type SourceRecord,
} from '@linkspan/core/connector'
import { type InboundDocument, type InvoiceDocument, partnerNumberOf } from './documents.ts'
import { invoiceRecordOf } from './invoice-record.ts'
import type { OrderHistory, OrderStream } from './order-history.ts'
import { orderProgress } from './order-progress.ts'
import { orderUpdate } from './order-update.ts'

export interface InboxSourceContext {
  readonly inbox: Inbox
  readonly orders: OrderHistory
  readonly pageSize: number
}

/** The documents that partners have sent, as a source of records. They are processed in the order in which they arrived. */
export function createInboxSource(dataType: DataTypeId, { inbox, orders, pageSize }: InboxSourceContext): RecordSource {
  async function toRecords(documents: readonly InboundDocument[], dryRun: boolean): Promise<SourceRecord[]> {
    if (dataType === 'invoices')
      return Promise.all(documents.filter((document) => document.kind === 'invoice').map((document) => toInvoice(document, orders)))
    const toRecord = dataType === 'orders' ? toOrder : toStatus
    const stream = dataType === 'orders' ? 'orders' : 'order_status'
    const records = [...(await groupByOrder(documents, orders, stream))].map(([orderId, newDocuments]) =>
      toRecord({ orderId, newDocuments, orders, dryRun }),
    )
    return (await Promise.all(records)).filter((record) => record !== null)
  }

  return {
    incremental: true,
    async *pages({ after, dryRun = false }: PullRequest): AsyncGenerator<Page> {
      for (let position: string | null = after; ; ) {
        const documents = await inbox.read(dataType, position, pageSize)
        const last = documents.at(-1)
        if (!last) break
        const records = await toRecords(
          documents.map(({ text, position }) => ({ ...(JSON.parse(text) as InboundDocument), arrived: position })),
          dryRun,
        )
        yield { records, next: asCursor(last.position), partial: true, onCommitted: () => inbox.remove(dataType, last.position) }
        position = last.position
      }
      if (!dryRun && dataType !== 'invoices') await orders.prune(dataType === 'orders' ? 'orders' : 'order_status')
      yield { records: [], next: null, partial: true }
    },
  }
}

/** Groups documents by the orders that they are about. Those about no order that we know are under ''. */
async function groupByOrder(
  documents: readonly InboundDocument[],
  orders: OrderHistory,
  stream: OrderStream,
): Promise<ReadonlyMap<string, readonly InboundDocument[]>> {
  const groups = new Map<string, InboundDocument[]>()
  const links = new Map<string, Set<string>>() // of this page: the history does not have them yet
  for (const document of documents) {
    const [byPartner, byShipment] = linksOf(document)
    const known = await orders.ordersOf(document, stream)
    const called = [...(links.get(byPartner ?? '') ?? [])]
    const shipped = [...(links.get(byShipment ?? '') ?? [])]
    const orderIds = known.length > 0 ? known : called.length === 1 ? called : shipped
    for (const orderId of orderIds.length > 0 ? orderIds : ['']) {
      groups.set(orderId, [...(groups.get(orderId) ?? []), document])
      for (const link of orderId === '' ? [] : [byPartner, byShipment])
        if (link !== undefined) links.set(link, (links.get(link) ?? new Set()).add(orderId))
    }
  }
  return groups
}

/** What else a document may be known by: the partner's own number of the order, and the shipment. */
const linksOf = (document: InboundDocument): readonly [string | undefined, string | undefined] => {
  const partnerNumber = partnerNumberOf(document)
  return [
    partnerNumber === undefined ? undefined : `order ${partnerNumber}`,
    document.kind === 'ship-notice' ? `shipment ${document.shipmentId}` : undefined,
  ]
}

interface OrderDocuments {
  readonly orderId: string
  readonly newDocuments: readonly InboundDocument[]
  readonly orders: OrderHistory
  readonly dryRun: boolean
}

/** The name of a document within the history of an order: a message may have two that turn out to be about the same order. */
const nameOf = ({ payloadId, part = 0 }: InboundDocument): string => (part === 0 ? payloadId : `${payloadId}#${part}`)

/** Adds new documents to the history of an order, unless it is a dry run. Returns all its documents. */
async function extendHistory(
  { orderId, newDocuments, orders, dryRun }: OrderDocuments,
  stream: OrderStream,
): Promise<readonly InboundDocument[]> {
  const before = await orders.history(orderId, stream)
  const documents = [...new Map([...before, ...newDocuments].map((document) => [nameOf(document), document])).values()]
  if (dryRun || orderId === '') return documents
  await orders.saveHistory(orderId, stream, documents)
  for (const document of newDocuments) {
    if (document.kind === 'ship-notice') await orders.saveShipment(document.shipmentId, orderId, stream)
    const partnerNumber = partnerNumberOf(document)
    if (partnerNumber !== undefined) await orders.savePartnerNumber(partnerNumber, orderId, stream)
  }
  return documents
}

/** The order as it is at the partner now; null if we have not sent it, since only its status is known then. */
async function toOrder(input: OrderDocuments): Promise<SourceRecord | null> {
  const { orderId, orders } = input
  if (orderId !== '' && (await orders.nearTo(orderId)) !== null) return null // its status is rejected, with the evidence
  const documents = await extendHistory(input, 'orders')
  const sent = await orders.sent(orderId)
  if (sent === null) return null
  const fields = orderUpdate({ orderId, order: sent.order, documents })
  return { id: orderId, fields, raw: input.newDocuments, changedAt: fields.sourceUpdatedAt ?? null }
}

/** Rejects what is about an order whose number nearly is that of one that we sent: it may be about that order, or about another one. */
const nearlyFits = (path: string, theirs: string, ours: string): NonNullable<SourceRecord['rejection']> => ({
  path,
  message: `the document names order "${theirs}", which we have not sent, and which nearly is our "${ours}"`,
})

/**
 * The status of an order. Documents that name no order become a record without an id, which is rejected; so are those that name an order
 * nearly.
 */
async function toStatus(input: OrderDocuments): Promise<SourceRecord> {
  const { orderId, orders } = input
  const near = orderId === '' ? null : await orders.nearTo(orderId)
  if (near !== null)
    return { id: orderId, fields: {}, raw: input.newDocuments, changedAt: null, rejection: nearlyFits('orderNumber', orderId, near) }
  const documents = await extendHistory(input, 'order_status')
  const sent = await orders.sent(orderId)
  const ordered = (sent?.lines ?? []).map(({ sku, ...line }) => ({ ...line, ...(sku !== null && { sku }) }))
  const fields = orderProgress({ orderNumber: orderId, ordered, documents })
  return { id: orderId, fields, raw: input.newDocuments, changedAt: fields.statusChangedAt ?? null }
}

async function toInvoice(document: InvoiceDocument, orders: OrderHistory): Promise<SourceRecord> {
  const orderRefs = await orders.ordersOfInvoice(document)
  const near = await Promise.all(orderRefs.map(async (theirs) => [theirs, await orders.nearTo(theirs)] as const))
  const [theirs, ours] = near.find(([, found]) => found !== null) ?? []
  return {
    ...(theirs !== undefined && ours && { rejection: nearlyFits('orderRefs', theirs, ours) }),
    id: document.invoiceNumber,
    fields: invoiceRecordOf({ ...document, orderRefs }),
    raw: document,
    changedAt: document.writtenAt,
  }
}
