import { abortError, withDeadline } from '@linkspan/connector-kit/http/deadline'
import { toNetworkError } from '@linkspan/connector-kit/http/network-errors'
import { retryAfterMs } from '@linkspan/connector-kit/http/retry-after'
import { createRoute } from '@linkspan/connector-kit/http/route'
import { AppError, type Clock, type OutboundPolicy, type Stopwatch, systemStopwatch } from '@linkspan/core'
import { readStart } from './read-start.ts'

export interface PosterOptions {
  /** The origin of every URL that is posted to. */
  readonly origin: string
  /** The same as for ERPs: which addresses are closed, and through which proxy the others are called. */
  readonly outbound: OutboundPolicy
  /** How long one post may take, from the connection to the end of the answer. */
  readonly timeoutMs: number
  readonly clock: Clock
  readonly stopwatch?: Stopwatch
}

export interface Post {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface PostAnswer {
  readonly status: number
  /** How long it took to send the message and read the answer. */
  readonly ms: number
  /** The first 4 kB of the answer. */
  readonly body: string
  /** How long the receiver asks to wait, if it does. */
  readonly retryAfterMs?: number
}

/** Posts messages to one origin over a few connections that stay open. */
export interface Poster extends AsyncDisposable {
  /**
   * Sends the message once. Resolves to the answer, whatever its status; a redirect is not followed. Throws an AppError if there is no
   * answer: `setup.address-forbidden`, `remote.timeout`, and what else can go wrong with a connection.
   */
  post(message: Post, signal: AbortSignal): Promise<PostAnswer>
}

/** The most bytes of an answer that are kept. */
export const maxAnswerBytes = 4096

export function createPoster({ origin, outbound, timeoutMs, clock, stopwatch = systemStopwatch }: PosterOptions): Poster {
  const { dispatcher, assertAllowed } = createRoute({ origin, outbound, timeoutMs })
  const place = `POST to ${new URL(origin).host}` // without the path, which may be a secret

  async function post({ url, headers, body }: Post, signal: AbortSignal): Promise<PostAnswer> {
    if (url.origin !== origin) throw new AppError('setup.redirect-refused', `${place}: ${url.origin} is another server`)
    const started = stopwatch()
    const overdue = () => new AppError('remote.timeout', `${place}: no answer within ${timeoutMs} ms`)
    return withDeadline({ signal, timeoutMs, overdue }, async (deadline) => {
      try {
        await assertAllowed()
        const answer = await dispatcher.request({
          origin,
          path: `${url.pathname}${url.search}`,
          method: 'POST',
          headers: { 'user-agent': 'Linkspan', 'accept-encoding': 'identity', ...headers },
          body,
          signal: deadline,
        })
        const start = await readStart(answer.body, maxAnswerBytes)
        const wait = retryAfterMs(headerOf(answer.headers['retry-after']), { date: headerOf(answer.headers.date), now: clock.now() })
        return {
          status: answer.statusCode,
          ms: Math.round(stopwatch() - started),
          body: start,
          ...(wait !== undefined && { retryAfterMs: wait }),
        }
      } catch (thrown) {
        throw deadline.aborted ? abortError(deadline) : toNetworkError(thrown, 'before-answer', place)
      }
    })
  }

  return { post, [Symbol.asyncDispose]: () => dispatcher.destroy() }
}

const headerOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value.join(', ') : value)
