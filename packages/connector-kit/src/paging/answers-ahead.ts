import { type AppError, type Clock, toAppError } from '@linkspan/core/connector'
import { uncountedBytes } from '../http/answer-memory.ts'
import { maxAtOnce } from '../http/ask-each.ts'
import type { HttpResponse } from '../http/http-response.ts'
import type { AnswerSource } from './pager.ts'

export interface TakenAnswer {
  readonly response: HttpResponse
  /** The same for the paging style. If the answer came early, the server's clock is told as of now. */
  readonly source: AnswerSource
}

interface Arrived {
  readonly response: HttpResponse
  /** When it came, in ms since 1970. */
  readonly at: number
}

/** Answers that are asked for before they are needed. */
export interface AnswersAhead {
  /**
   * The answer of this URL, which may have come already. One that failed early is asked for again if that may have been bad luck; rejected
   * credentials and an ERP that asks for a pause are heeded at once.
   */
  take(url: URL): Promise<TakenAnswer>
  /** Asks for what comes next, the soonest first; what was foreseen before and is not any more is forgotten. */
  foresee(urls: readonly URL[]): void
}

/**
 * Asks for more answers at once as long as they come and are taken: two, four, eight. Large answers are asked for one after the other,
 * because those that wait are counted by nobody.
 */
export function createAnswersAhead(call: (url: URL) => Promise<HttpResponse>, clock: Clock): AnswersAhead {
  const early = new Map<string, Promise<Arrived | AppError>>()
  let atOnce = 1
  let isLarge = false

  const now = () => clock.now().getTime()
  const ask = async (url: URL): Promise<Arrived> => ({ response: await call(url), at: now() })

  async function takeEarly(url: URL) {
    const asked = early.get(url.href)
    early.delete(url.href)
    if (!asked) return null
    const arrived = await asked
    if ('response' in arrived) return arrived
    atOnce = 1
    if (arrived.kind !== 'transient') throw arrived
    return null
  }

  return {
    async take(url) {
      const { response, at } = (await takeEarly(url)) ?? (await ask(url))
      isLarge = response.body.length > uncountedBytes
      const { header, place, serverTime } = response
      const told = serverTime && new Date(Date.parse(serverTime) + now() - at).toISOString()
      return { response, source: { header, url: response.url, place, serverTime: told } }
    },
    foresee(urls) {
      atOnce = Math.min(maxAtOnce, atOnce * 2)
      const next = isLarge ? [] : urls.slice(0, atOnce)
      for (const known of early.keys()) if (!next.some(({ href }) => href === known)) early.delete(known)
      for (const url of next) if (!early.has(url.href)) early.set(url.href, ask(url).catch(toAppError))
    },
  }
}
