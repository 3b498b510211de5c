/** A request on its way out; an authorizer writes into it what proves who we are. */
export interface Outgoing {
  readonly url: URL
  readonly headers: Record<string, string>
}

/** How a connection authenticates. */
export interface Authorizer {
  authorize(request: Outgoing): Promise<void>
  /** Called after a 401: gets a new token in place of the one that `refused` carried. False where that is no use. */
  renew?(refused: Outgoing): Promise<boolean>
  /** Query parameters that carry a secret: they are taken out of every URL that is kept. */
  readonly secretParameters: readonly string[]
}

export const noAuthorization: Authorizer = { authorize: async () => {}, secretParameters: [] }

/** Several proofs in one request, as a token beside the key of a gateway. */
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
  }
}
