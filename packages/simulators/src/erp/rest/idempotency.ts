import type { Answer, Exchange } from '../../exchange.ts'

/** Writes that succeeded, by `Idempotency-Key` (docs/erp/home-made-rest.md#idempotency-keys). A refused one leaves its key free. */
export interface IdempotencyKeys {
  /** The first answer, `conflict` when the key came with something else, or nothing when it is new. */
  recall(exchange: Exchange): Answer | 'conflict' | undefined
  remember(exchange: Exchange, answer: Answer): void
}

export function createIdempotencyKeys(isHonoured: boolean): IdempotencyKeys {
  const known = new Map<string, { readonly asked: string; readonly answer: Answer }>()
  const askedBy = ({ method, path, body }: Exchange): string => `${method} ${path}\n${body}`

  return {
    recall: (exchange) => {
      const key = keyOf(exchange)
      const first = isHonoured && key !== undefined ? known.get(key) : undefined
      if (!first) return undefined
      if (first.asked !== askedBy(exchange)) return 'conflict'
      return { ...first.answer, headers: { ...first.answer.headers, 'idempotency-replayed': 'true' } }
    },
    remember: (exchange, answer) => {
      const key = keyOf(exchange)
      if (isHonoured && key !== undefined) known.set(key, { asked: askedBy(exchange), answer })
    },
  }
}

export function keyOf({ headers }: Exchange): string | undefined {
  const key = headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? key : undefined
}
