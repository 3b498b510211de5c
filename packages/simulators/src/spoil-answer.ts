import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { DescribeRefusal } from './answer-with-fault.ts'
import type { Answer } from './exchange.ts'
import type { Fault } from './faults.ts'
import { send } from './send.ts'

export interface SpoiledAnswer {
  readonly fault: Fault
  readonly response: ServerResponse
  readonly describeRefusal: DescribeRefusal
  /** The good answer. What it says has really happened. */
  readonly answer: Answer
}

/** Keeps a good answer from the caller, or damages it, according to the fault. Resolves when everything is written. */
export async function spoilAnswer({ fault, response, describeRefusal, answer }: SpoiledAnswer): Promise<void> {
  switch (fault.kind) {
    case 'drop-after-store':
      response.destroy()
      return
    case '500-after-store': {
      const refusal = describeRefusal(
        { status: 500, code: 'INTERNAL_ERROR', message: 'An internal error occurred.' },
        response.req.url ?? '/',
      )
      return send(response, { ...refusal, status: fault.status ?? refusal.status })
    }
    case 'late':
      await untilDueOrClosed(response, fault.delayMs ?? 5_000)
      if (!response.destroyed) send(response, answer)
      return
    case 'truncated':
      return send(response, { ...answer, body: answer.body.slice(0, answer.body.length >> 1) })
    default:
      throw new Error(`"${fault.kind}" does not spoil an answer.`)
  }
}

async function untilDueOrClosed(response: ServerResponse, ms: number): Promise<void> {
  const closed = new AbortController()
  const close = (): void => closed.abort()
  response.once('close', close)
  await delay(ms, undefined, { signal: closed.signal }).catch(() => {})
  response.off('close', close)
}
