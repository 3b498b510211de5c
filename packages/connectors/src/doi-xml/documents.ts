/** What a partner tells about an order, whether it came in cXML or in UBL. One document speaks of one order. */
export type InboundDocument = Confirmation | ShipNotice | InvoiceDocument | StatusUpdate

/** Who says to have sent it. UBL knows no secret. */
export interface Sender {
  readonly domain: string | null
  readonly identity: string | null
  /** Compare it in constant time, and never log it (docs/erp/cxml.md#shared-secrets). */
  readonly sharedSecret: string | null
}

export interface DocumentHead {
  /** The same whenever the document is sent again: its content is taken once (docs/erp/cxml.md#resending). */
  readonly payloadId: string
  readonly sender: Sender
  /** Not meant for production. */
  readonly isTest: boolean
  /** The order as we named it when we sent it; null where the document names none. */
  readonly orderId: string | null
  /** The message in which the order was sent; null where the document does not name it. */
  readonly orderPayloadId: string | null
  /** When the partner wrote it: ISO 8601, UTC; null where it says nothing. */
  readonly writtenAt: string | null
}

/** `acknowledged`: received, nothing decided. `changed`: taken with differences, which the lines tell. */
export type ConfirmationOutcome = 'accepted' | 'acknowledged' | 'backordered' | 'changed' | 'rejected'

export interface ConfirmedLine {
  readonly lineNumber: string
  /** How much of it will not come. Null: all of it. */
  readonly rejected: string | null
}

export interface Confirmation extends DocumentHead {
  readonly kind: 'confirmation'
  readonly outcome: ConfirmationOutcome
  /** The partner's own word. */
  readonly word: string
  /** The number of the order with the partner. */
  readonly supplierOrderId: string | null
  /** When the last of it is promised: `YYYY-MM-DD`; null where it does not say. */
  readonly promisedDate: string | null
  /** The lines that it speaks of. */
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
  /** Announced only: nothing has left. */
  readonly isPlanned: boolean
  /** Goods that come back. */
  readonly isReturn: boolean
  /** As the partner says; it often says nothing (docs/erp/cxml.md#ship-notices). */
  readonly fulfillment: 'partial' | 'complete' | null
  readonly shippedAt: string | null
  readonly estimatedDelivery: string | null
  readonly carrier: string | null
  /** SCAC, where the partner gives it. */
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
  /** For one unit. */
  readonly unitPrice: string | null
  readonly tax: string | null
  readonly lineTotal: string | null
}

/** Amounts have the signs that the partner gave them. */
export interface InvoiceDocument extends DocumentHead {
  readonly kind: 'invoice'
  readonly invoiceNumber: string
  readonly isCredit: boolean
  /** `delete` takes an earlier invoice back. */
  readonly operation: Operation
  readonly orderRefs: readonly string[]
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
  /** What became of the order by this document; null where it does not say so, or of something else. */
  readonly outcome: ConfirmationOutcome | null
  /** HTTP-like, as in a Response; null where there is none. */
  readonly code: string | null
  readonly text: string | null
}
