import type { Answer, Exchange } from '../../exchange.ts'

/**
 * The good answers to writes, by `Idempotency-Key` (docs/erp/home-made-rest.md#idempotency-keys). A refused write leaves its key free for a
 * corrected one.
 */
export interface IdempotencyKeys {
  /** The first answer for the key; `conflict` if the request differs from the first one; undefined for a new key. */
  recall(exchange: Exchange): Answer | 'conflict' | undefined
  remember(exchange: Exchange, answer: Answer): void
}

export function createIdempotencyKeys(isHonoured: boolean): IdempotencyKeys {
  const known = new Map<string, { readonly request: string; readonly answer: Answer }>()
  const textOf = ({ method, path, body }: Exchange): string => `${method} ${path}\n${body}`

  return {
    recall: (exchange) => {
      const key = keyOf(exchange)
      const first = isHonoured && key !== undefined ? known.get(key) : undefined
      if (!first) return undefined
      if (first.request !== textOf(exchange)) return 'conflict'
      return { ...first.answer, headers: { ...first.answer.headers, 'idempotency-replayed': 'true' } }
    },
    remember: (exchange, answer) => {
      const key = keyOf(exchange)
      if (isHonoured && key !== undefined) known.set(key, { request: textOf(exchange), answer })
    },
  }
}

export function keyOf({ headers }: Exchange): string | undefined {
  const key = headers['idempotency-key']
  return typeof key === 'string' && key !== '' ? key : undefined
}
