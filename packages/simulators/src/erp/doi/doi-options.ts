/** A business partner by an identity that both sides know, for example `NetworkId` AN01. */
export interface DoiIdentity {
  readonly domain: string
  readonly identity: string
}

/** Where the partner sends its notices. */
export interface DoiInbound {
  readonly url: string
  /** For HTTP Basic. Without it, no Authorization header is sent. */
  readonly user?: string
  readonly password?: string
  /** Default: the shared secret of the partner's options. */
  readonly sharedSecret?: string
}

export interface DoiPartnerOptions {
  readonly port?: number
  /** The address to listen on. Default: 127.0.0.1. */
  readonly host?: string
  readonly latencyMs?: number
  /** Default: `linkspan` and `Geheim!1`. */
  readonly user?: string
  readonly password?: string
  /** Default: `shared-secret`. */
  readonly sharedSecret?: string
  /** Who may order. Default: `NetworkId` AN-BUYER. */
  readonly buyer?: DoiIdentity
  /** Who this partner is. Default: `NetworkId` AN-SUPPLIER. */
  readonly supplier?: DoiIdentity
  /** What to do with a new message for an existing order number: store another order (the default), or refuse it with Status 409. */
  readonly duplicates?: 'store' | 'refuse'
  /** How to answer a UBL order. Default: with a cXML Response. */
  readonly ublAnswer?: 'cxml' | 'application-response'
  /** The items that can be ordered. Default: all. */
  readonly skus?: readonly string[]
  readonly inbound?: DoiInbound
  readonly clock?: () => number
}

export const defaultBuyer: DoiIdentity = { domain: 'NetworkId', identity: 'AN-BUYER' }
export const defaultSupplier: DoiIdentity = { domain: 'NetworkId', identity: 'AN-SUPPLIER' }
