/** A request on its way out. An authorizer writes into its query and headers what proves who we are. */
export interface OutgoingRequest {
  /** In upper case. */
  readonly method: string
  /** Only its query may be changed. */
  readonly url: URL
  /** By name in lower case. */
  readonly headers: Record<string, string>
  /** What will be sent, for schemes that sign it. */
  readonly body: string | Uint8Array | null
}

/** A client certificate (mutual TLS): PEM texts. */
export interface TlsIdentity {
  readonly certificate: string
  readonly privateKey: string
  readonly passphrase?: string | undefined
  /** The authority that issued the server's certificate, if the system does not trust it. */
  readonly authority?: string | undefined
}

/** How a connection authenticates. `createErpHttp` takes one or several, and disposes them with the session. */
export interface Authorizer extends Partial<AsyncDisposable> {
  /** Called before each request. */
  authorize(request: OutgoingRequest): Promise<void> | void
  /** Called after a 401: gets a new token in place of the one that `refused` carried. False if it cannot: the 401 stands. */
  renew?(refused: OutgoingRequest): Promise<boolean> | boolean
  /** Query parameters that carry a secret: they are taken out of every URL that is kept. */
  readonly secretParameters: readonly string[]
  /** Shown to the server while the connection is made. */
  readonly tls?: TlsIdentity | undefined
}

export const noAuthorization: Authorizer = { authorize() {}, secretParameters: [] }

/** Several authorizers as one, such as a token beside the key of a gateway. */
export function combined(authorizers: readonly Authorizer[]): Authorizer {
  return {
    async authorize(request) {
      for (const authorizer of authorizers) await authorizer.authorize(request)
    },
    async renew(refused) {
      for (const authorizer of authorizers) if (await authorizer.renew?.(refused)) return true
      return false
    },
    secretParameters: authorizers.flatMap(({ secretParameters }) => secretParameters),
    tls: authorizers.find(({ tls }) => tls !== undefined)?.tls,
    async [Symbol.asyncDispose]() {
      await Promise.all(authorizers.map((authorizer) => authorizer[Symbol.asyncDispose]?.()))
    },
  }
}
