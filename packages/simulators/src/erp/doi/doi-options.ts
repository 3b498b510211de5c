/** A business partner by a name that both sides know, as `NetworkId` AN01. */
export interface DoiIdentity {
  readonly domain: string
  readonly identity: string
}

/** Where the partner sends its own documents to. */
export interface DoiInbound {
  readonly url: string
  /** For HTTP Basic; without it no such header is sent. */
  readonly user?: string
  readonly password?: string
  /** The one of the options unless told. */
  readonly sharedSecret?: string
}

export interface DoiPartnerOptions {
  readonly port?: number
  /** The address it listens at: 127.0.0.1 unless told. */
  readonly host?: string
  readonly latencyMs?: number
  /** `linkspan` and `Geheim!1` unless told. */
  readonly user?: string
  readonly password?: string
  /** `shared-secret` unless told. */
  readonly sharedSecret?: string
  /** Who may order: `NetworkId` AN-BUYER unless told. */
  readonly buyer?: DoiIdentity
  /** Who this is: `NetworkId` AN-SUPPLIER unless told. */
  readonly supplier?: DoiIdentity
  /** A new message with the number of an order that is there: another order (`store`, unless told), or Status 409. */
  readonly duplicates?: 'store' | 'refuse'
  /** How an order in UBL is answered: with a cXML Response unless told. */
  readonly ublAnswer?: 'cxml' | 'application-response'
  /** The only items there are; all are unless told. */
  readonly skus?: readonly string[]
  readonly inbound?: DoiInbound
  readonly clock?: () => number
}

export const defaultBuyer: DoiIdentity = { domain: 'NetworkId', identity: 'AN-BUYER' }
export const defaultSupplier: DoiIdentity = { domain: 'NetworkId', identity: 'AN-SUPPLIER' }
