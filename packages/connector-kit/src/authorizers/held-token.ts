import type { Clock } from '@linkspan/core/connector'
import type { Authorizer, OutgoingRequest } from './authorizer.ts'

/** A token that a server gave us for some time. */
export interface Token {
  readonly value: string
  /** From now on; an hour if the server does not say. */
  readonly lifeMs?: number | undefined
}

export interface HeldToken {
  /** Gets a new token. It is called once, however many requests wait for it. */
  readonly ask: () => Promise<Token>
  /** The value of the Authorization header; `Bearer …` by default. */
  readonly header?: (token: string) => string
  readonly clock: Clock
}

/** A token is renewed this long before it ends (docs/erp/home-made-rest.md#access-tokens). */
const marginMs = 60_000
const defaultLifeMs = 3_600_000

/** One token for all requests of the session. It is asked for when the first request needs it, before it ends, and after a 401. */
export function heldToken({ ask, header = (token) => `Bearer ${token}`, clock }: HeldToken): Authorizer {
  let held: { readonly value: string; readonly freshUntil: number } | undefined
  let asking: Promise<NonNullable<typeof held>> | undefined

  const askOnce = async () => {
    const asked = clock.now().getTime()
    const { value, lifeMs = defaultLifeMs } = await ask()
    return { value, freshUntil: asked + Math.max(lifeMs - marginMs, lifeMs / 2) }
  }
  const fresh = async (): Promise<string> => {
    if (held && clock.now().getTime() < held.freshUntil) return held.value
    asking ??= askOnce().finally(() => {
      asking = undefined
    })
    held = await asking
    return held.value
  }

  return {
    async authorize({ headers }: OutgoingRequest) {
      headers.authorization = header(await fresh())
    },
    async renew({ headers }) {
      if (held && headers.authorization === header(held.value)) held = undefined
      await fresh()
      return true
    },
    secretParameters: [],
  }
}
