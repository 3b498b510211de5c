import {
  asCursor,
  type DataTypeId,
  type Inbox,
  type Page,
  type PullRequest,
  type RecordSource,
  type SourceRecord,
} from '@linkspan/core/connector'
import type { InboundDocument, InvoiceDocument } from './documents.ts'
import { invoiceRecordOf } from './invoice-record.ts'
import type { Listener, OrderMemory } from './order-memory.ts'
import { orderProgress } from './order-progress.ts'
import { orderUpdate } from './order-update.ts'

export interface InboxSourceContext {
  readonly inbox: Inbox
  readonly orders: OrderMemory
  readonly pageSize: number
}

/** What partners have sent, as a source of records: documents are worked on in the order in which they came. */
export function createInboxSource(dataType: DataTypeId, { inbox, orders, pageSize }: InboxSourceContext): RecordSource {
  async function toRecords(documents: readonly InboundDocument[], dryRun: boolean): Promise<SourceRecord[]> {
    if (dataType === 'invoices') return documents.filter((document) => document.kind === 'invoice').map(toInvoice)
    const toRecord = dataType === 'orders' ? toOrder : toStatus
    const listener = dataType === 'orders' ? 'orders' : 'order_status'
    const records = [...(await byOrder(documents, orders, listener))].map(([orderId, newDocuments]) =>
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
          documents.map(({ text }) => JSON.parse(text) as InboundDocument),
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

/** What is said of no order that we know stands under ''. */
async function byOrder(
  documents: readonly InboundDocument[],
  orders: OrderMemory,
  listener: Listener,
): Promise<ReadonlyMap<string, readonly InboundDocument[]>> {
  const found = new Map<string, InboundDocument[]>()
  const shipped = new Map<string, Set<string>>() // in this very page, and remembered later
  for (const document of documents) {
    const known = await orders.ordersOf(document, listener)
    const here = known.length === 0 && document.kind === 'ship-notice' ? [...(shipped.get(document.shipmentId) ?? [])] : known
    for (const orderId of here.length > 0 ? here : ['']) {
      found.set(orderId, [...(found.get(orderId) ?? []), document])
      if (document.kind === 'ship-notice' && orderId !== '')
        shipped.set(document.shipmentId, (shipped.get(document.shipmentId) ?? new Set()).add(orderId))
    }
  }
  return found
}

interface News {
  readonly orderId: string
  readonly newDocuments: readonly InboundDocument[]
  readonly orders: OrderMemory
  readonly dryRun: boolean
}

/** All that was ever said of an order, its new documents included. */
async function recordDocuments({ orderId, newDocuments, orders, dryRun }: News, listener: Listener): Promise<readonly InboundDocument[]> {
  const before = await orders.said(orderId, listener)
  const documents = [...new Map([...before, ...newDocuments].map((document) => [document.payloadId, document])).values()]
  if (dryRun || orderId === '') return documents
  await orders.keepSaid(orderId, listener, documents)
  for (const document of newDocuments)
    if (document.kind === 'ship-notice') await orders.keepShipment(document.shipmentId, orderId, listener)
  return documents
}

/** The order itself as it is with the partner now. Of one that we have not sent nothing is known but its status. */
async function toOrder(news: News): Promise<SourceRecord | null> {
  const { orderId, orders } = news
  const documents = await recordDocuments(news, 'orders')
  const sent = await orders.sent(orderId)
  if (sent === null) return null
  const fields = orderUpdate({ orderId, order: sent.order, documents })
  return { id: orderId, fields, raw: news.newDocuments, changedAt: fields.sourceUpdatedAt ?? null }
}

/** Where an order stands. A document that names no order is a record without an id: it is rejected. */
async function toStatus(news: News): Promise<SourceRecord> {
  const { orderId, orders } = news
  const documents = await recordDocuments(news, 'order_status')
  const sent = await orders.sent(orderId)
  const ordered = (sent?.lines ?? []).map(({ sku, ...line }) => ({ ...line, ...(sku !== null && { sku }) }))
  const fields = orderProgress({ orderNumber: orderId, ordered, documents })
  return { id: orderId, fields, raw: news.newDocuments, changedAt: fields.statusChangedAt ?? null }
}

const toInvoice = (document: InvoiceDocument): SourceRecord => ({
  id: document.invoiceNumber,
  fields: invoiceRecordOf(document),
  raw: document,
  changedAt: document.writtenAt,
})
