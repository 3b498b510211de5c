import { cxmlNotices } from './cxml-notices.ts'
import type { DoiInbound, DoiPartnerOptions } from './doi-options.ts'
import { defaultBuyer, defaultSupplier } from './doi-options.ts'
import type { ConfirmOptions, InvoiceOptions, NoticeOptions, NoticeWriter, ShipLine, ShipOptions, Stamp, StatusOptions } from './notices.ts'
import type { DoiRow } from './order-store.ts'
import { ublNotices } from './ubl-notices.ts'
import { at, readTree } from './xml-tree.ts'

/** A document that the partner sent, and the answer to it. */
export interface SentDocument {
  readonly payloadId: string
  readonly document: string
  /** The HTTP status of the answer. */
  readonly status: number
  /** The `Status/@code` of the answer, if that is a cXML Response. */
  readonly code: string | null
  readonly answer: string
}

/** Sends notices about orders. All methods reject if the order is unknown, no inbound URL is set, or nobody answers. */
export interface DoiMailer {
  /** Sets the inbound URL for all later documents. */
  sendTo(inbound: DoiInbound): void
  confirm(orderId: string, options?: ConfirmOptions): Promise<SentDocument>
  /** Default: all lines in full. */
  ship(orderId: string, lines?: readonly ShipLine[], options?: ShipOptions): Promise<SentDocument>
  invoice(orderId: string, options?: InvoiceOptions): Promise<SentDocument>
  status(orderId: string, options?: StatusOptions): Promise<SentDocument>
  /** Sends the same document again, byte for byte. */
  repeat(payloadId: string): Promise<SentDocument>
}

interface MailerPorts {
  find(orderId: string): DoiRow | undefined
  now(): string
}

export function createMailer(options: DoiPartnerOptions, { find, now }: MailerPorts): DoiMailer {
  const { buyer = defaultBuyer, supplier = defaultSupplier, sharedSecret = 'shared-secret' } = options
  const documents = new Map<string, string>()
  let { inbound } = options
  let count = 0

  const writerFor = (order: DoiRow, format = order.format): NoticeWriter =>
    format === 'ubl' ? ublNotices({ supplier }) : cxmlNotices({ buyer, supplier, sharedSecret: inbound?.sharedSecret ?? sharedSecret })

  async function post(payloadId: string, document: string): Promise<SentDocument> {
    if (!inbound) throw new Error('There is no inbound URL to send to.')
    const { url, user, password = '' } = inbound
    const authorization = user === undefined ? {} : { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
    const response = await fetch(url, {
      method: 'POST',
      body: document,
      headers: { 'content-type': 'text/xml; charset=UTF-8', ...authorization },
    })
    const answer = await response.text()
    return { payloadId, document, status: response.status, code: codeOf(answer), answer }
  }

  function send(
    orderId: string,
    given: NoticeOptions,
    write: (writer: NoticeWriter, order: DoiRow, stamp: Stamp) => string,
  ): Promise<SentDocument> {
    const order = find(orderId)
    if (!order) return Promise.reject(new Error(`There is no order ${orderId}.`))
    const stamp = { payloadId: given.payloadId ?? `${++count}.${orderId}@${supplier.identity}`, time: given.writtenAt ?? now() }
    const document = write(writerFor(order, given.format), order, stamp)
    documents.set(stamp.payloadId, document)
    return post(stamp.payloadId, document)
  }

  return {
    sendTo: (place) => {
      inbound = place
    },
    confirm: (orderId, given = {}) => send(orderId, given, (writer, order, stamp) => writer.confirm(order, given, stamp)),
    ship: (orderId, lines, given = {}) =>
      send(orderId, given, (writer, order, stamp) =>
        writer.ship(order, lines ?? order.lines, { ...given, shipmentId: given.shipmentId ?? `S-${count}` }, stamp),
      ),
    invoice: (orderId, given = {}) =>
      send(orderId, given, (writer, order, stamp) =>
        writer.invoice(order, { ...given, invoiceNumber: given.invoiceNumber ?? `I-${count}` }, stamp),
      ),
    status: (orderId, given = {}) => send(orderId, given, (writer, order, stamp) => writer.status(order, given, stamp)),
    repeat: (payloadId) => {
      const document = documents.get(payloadId)
      return document === undefined ? Promise.reject(new Error(`Nothing was sent as ${payloadId}.`)) : post(payloadId, document)
    },
  }
}

function codeOf(answer: string): string | null {
  try {
    return at(readTree(answer), 'Response/Status/@code') || null
  } catch {
    return null
  }
}
