/** What a partner says about an order, in cXML or in UBL. One document is about one order. */
export type InboundDocument = Confirmation | ShipNotice | InvoiceDocument | StatusUpdate

/** Who claims to have sent a document. UBL has no secret. */
export interface Sender {
  readonly domain: string | null
  readonly identity: string | null
  /** Compare it in constant time, and never log it (docs/erp/cxml.md#shared-secrets). */
  readonly sharedSecret: string | null
}

export interface DocumentHead {
  /** The same each time the document is sent, so that it is processed only once (docs/erp/cxml.md#resending). */
  readonly payloadId: string
  readonly sender: Sender
  /** Not meant for production. */
  readonly isTest: boolean
  /** The order number under which we sent the order; null if the document names none. */
  readonly orderId: string | null
  /** The payloadID of the message in which we sent the order; null if the document does not name it. */
  readonly orderPayloadId: string | null
  /** The partner's own number of the order, if the document names it. A confirmation has it as `supplierOrderId`. */
  readonly salesOrderId?: string | undefined
  /** When the partner wrote it: ISO 8601, UTC; null if it does not say. */
  readonly writtenAt: string | null
  /** Which document of its message it is, from 0, if a message is about several orders. */
  readonly part?: number
  /** Its position in the inbox, once it is read from there. */
  readonly arrived?: string
}

/** The messages of the orders that are not named by number; undefined if there are none. */
export function messagesOf(orders: readonly Pick<DocumentHead, 'orderId' | 'orderPayloadId'>[]): readonly string[] | undefined {
  const messages = orders.flatMap(({ orderId, orderPayloadId }) => (orderId === null && orderPayloadId !== null ? [orderPayloadId] : []))
  return messages.length > 0 ? [...new Set(messages)] : undefined
}

/** The partner's own number of the order that a document is about; undefined if it names none. */
export const partnerNumberOf = (document: InboundDocument): string | undefined =>
  (document.kind === 'confirmation' ? document.supplierOrderId : document.salesOrderId) ?? undefined

/** `acknowledged`: received, nothing decided. `changed`: accepted with differences, which are in the lines. */
export type ConfirmationOutcome = 'accepted' | 'acknowledged' | 'backordered' | 'changed' | 'rejected'

export interface ConfirmedLine {
  readonly lineNumber: string
  /** The SKU, if the partner numbers lines in its own way: it finds the line better than the number then. */
  readonly sku?: string | undefined
  /** The quantity that will not be delivered; null if it is the whole line. */
  readonly rejected: string | null
  /** The quantity that will be delivered in the end, if the partner has changed it. It counts instead of `rejected`. */
  readonly confirmed?: string | undefined
}

export interface Confirmation extends DocumentHead {
  readonly kind: 'confirmation'
  /** `new` unless it says otherwise. */
  readonly operation?: 'update'
  readonly outcome: ConfirmationOutcome
  /** The outcome in the partner's own words. */
  readonly word: string
  /** The partner's own order number. */
  readonly supplierOrderId: string | null
  /** The latest promised delivery date: `YYYY-MM-DD`; null if it does not say. */
  readonly promisedDate: string | null
  /** The lines that it mentions. */
  readonly lines: readonly ConfirmedLine[]
}

export type Operation = 'new' | 'update' | 'delete'

export interface ShippedLine {
  readonly lineNumber: string | null
  readonly sku: string | null
  readonly quantity: string
}

export interface ShipNotice extends DocumentHead {
  readonly kind: 'ship-notice'
  readonly shipmentId: string
  readonly operation: Operation
  /** Announced only: nothing has been shipped. */
  readonly isPlanned: boolean
  /** The goods come back. */
  readonly isReturn: boolean
  /** Null if the partner does not say, which is common (docs/erp/cxml.md#ship-notices). */
  readonly fulfillment: 'partial' | 'complete' | null
  readonly shippedAt: string | null
  readonly estimatedDelivery: string | null
  readonly carrier: string | null
  /** SCAC, if the partner gives it. */
  readonly carrierCode: string | null
  readonly trackingNumbers: readonly string[]
  readonly trackingUrl: string | null
  readonly lines: readonly ShippedLine[]
}

export interface InvoicedLine {
  readonly lineNumber: string
  readonly orderLine: string | null
  readonly sku: string | null
  readonly description: string | null
  readonly quantity: string | null
  readonly uom: string | null
  /** The price of one unit. */
  readonly unitPrice: string | null
  readonly tax: string | null
  readonly lineTotal: string | null
}

/** Amounts have the partner's signs. */
export interface InvoiceDocument extends DocumentHead {
  readonly kind: 'invoice'
  readonly invoiceNumber: string
  readonly isCredit: boolean
  /** `delete` cancels an earlier invoice. */
  readonly operation: Operation
  readonly orderRefs: readonly string[]
  /** The payloadIDs of the messages in which we sent the orders, of those that the document does not name by number. */
  readonly orderMessages?: readonly string[] | undefined
  readonly customerId: string | null
  readonly customerName: string | null
  /** `YYYY-MM-DD`, as written. */
  readonly issueDate: string
  readonly dueDate: string | null
  readonly currency: string
  readonly subtotal: string | null
  readonly taxTotal: string | null
  readonly total: string
  readonly balanceDue: string | null
  readonly lines: readonly InvoicedLine[]
}

export interface StatusUpdate extends DocumentHead {
  readonly kind: 'status'
  /** What the partner decided about the order; null if the document does not say, or is about something else. */
  readonly outcome: ConfirmationOutcome | null
  /** HTTP-like, as in a Response; null if there is none. */
  readonly code: string | null
  readonly text: string | null
}
