import { asCursor, type DataTypeId, type Inbox, type Page, type PullRequest, type RecordSource, type SourceRecord } from '@linkspan/core'
import type { InboundDocument, InvoiceDocument } from './documents.ts'
import { invoiceRecordOf } from './invoice-record.ts'
import type { OrderMemory } from './order-memory.ts'
import { orderProgress } from './order-progress.ts'

export interface InboxSourceContext {
  readonly inbox: Inbox
  readonly orders: OrderMemory
  readonly pageSize: number
}

/** What partners have sent, as a source of records: documents are worked on in the order in which they came. */
export function createInboxSource(dataType: DataTypeId, { inbox, orders, pageSize }: InboxSourceContext): RecordSource {
  const toRecords = async (documents: readonly InboundDocument[], isRehearsal: boolean): Promise<SourceRecord[]> =>
    dataType === 'invoices'
      ? documents.filter((document) => document.kind === 'invoice').map(toInvoice)
      : Promise.all([...byOrder(documents)].map(([orderId, said]) => toStatus(orderId, said, orders, isRehearsal)))

  return {
    incremental: true,
    async *pages({ after, isRehearsal = false }: PullRequest): AsyncGenerator<Page> {
      for (let position: string | null = after; ; ) {
        const documents = await inbox.read(dataType, position, pageSize)
        const last = documents.at(-1)
        if (!last) break
        const records = await toRecords(
          documents.map(({ text }) => JSON.parse(text) as InboundDocument),
          isRehearsal,
        )
        yield { records, next: asCursor(last.position), partial: true, stored: () => inbox.remove(dataType, last.position) }
        position = last.position
      }
      yield { records: [], next: null, partial: true }
    },
  }
}

function byOrder(documents: readonly InboundDocument[]): ReadonlyMap<string, readonly InboundDocument[]> {
  const orders = new Map<string, InboundDocument[]>()
  for (const document of documents) {
    const orderId = document.orderId ?? ''
    orders.set(orderId, [...(orders.get(orderId) ?? []), document])
  }
  return orders
}

/** Where an order stands by all that was ever said of it. A document that names no order is a record without an id: it is rejected. */
async function toStatus(
  orderId: string,
  news: readonly InboundDocument[],
  orders: OrderMemory,
  isRehearsal: boolean,
): Promise<SourceRecord> {
  const before = await orders.said(orderId)
  const documents = [...new Map([...before, ...news].map((document) => [document.payloadId, document])).values()]
  if (!isRehearsal && orderId !== '') await orders.keepSaid(orderId, documents)
  const sent = await orders.sent(orderId)
  const ordered = (sent?.lines ?? []).map(({ sku, ...line }) => ({ ...line, ...(sku !== null && { sku }) }))
  const fields = orderProgress({ orderNumber: orderId, ordered, documents })
  return { id: orderId, fields, raw: news, changedAt: fields.statusChangedAt ?? null }
}

const toInvoice = (document: InvoiceDocument): SourceRecord => ({
  id: document.invoiceNumber,
  fields: invoiceRecordOf(document),
  raw: document,
  changedAt: document.writtenAt,
})
