import { setMaxListeners } from 'node:events'
import { AppError, type Clock, type OutboundPolicy } from '@linkspan/core'
import { Agent, buildConnector, request as send } from 'undici'
import { assertLiteralReachable, guardedLookup } from './address-guard.ts'
import { classify, classifyFailure } from './classify.ts'
import { parseJson } from './json.ts'
import { readText } from './read-text.ts'
import { retryAfterMs } from './retry-after.ts'

export interface HttpRequest {
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface HttpAnswer {
  readonly status: number
  /** Names in lower case; a header that came several times as a list. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** The server's clock: ISO 8601, UTC. */
  readonly asOf: string | undefined
  /** The body as JSON; `setup.answer-unexpected` where it is something else, `remote.cut-short` where it ends too early. */
  json(): unknown
}

export interface HttpClientOptions {
  /** Limit of one call, from the request to the last byte, in milliseconds. */
  readonly timeoutMs: number
  /** Largest answer, also when unpacked. */
  readonly maxResponseBytes: number
  readonly outbound: OutboundPolicy
  readonly clock: Clock
  /** Awaited before each call: the connection's rate limit. */
  readonly slot: () => Promise<void>
  readonly signal: AbortSignal
}

export interface HttpClient extends AsyncDisposable {
  /** One call, whatever its status. Fails where no whole answer came. */
  exchange(url: URL, request?: HttpRequest): Promise<HttpAnswer>
  /** The same, but an answer that is no success is an AppError by the one table. */
  call(url: URL, request?: HttpRequest): Promise<HttpAnswer>
}

const mostRedirects = 5
const longestWords = 500

/** The only way a connector speaks HTTP. It never tries again by itself: that is the run's business. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { timeoutMs, maxResponseBytes, outbound, clock, slot, signal } = options
  const connectSocket = buildConnector({ timeout: timeoutMs, lookup: guardedLookup(outbound) })
  const agent = new Agent({
    connections: 4,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (target, callback) => {
      try {
        assertLiteralReachable(target.hostname, outbound)
      } catch (refused) {
        return callback(refused as Error, null)
      }
      return connectSocket(target, callback)
    },
  })
  setMaxListeners(0, signal)

  const once = async (url: URL, { method = 'GET', headers = {}, body }: HttpRequest, deadline: AbortSignal) => {
    const response = await send(url, {
      dispatcher: agent,
      method,
      headers: { accept: 'application/json', 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Linkspan', ...headers },
      body: body ?? null,
      signal: deadline,
    })
    return { ...response, text: await readText(response, maxResponseBytes, describe(method, url)) }
  }

  const exchange = async (url: URL, request: HttpRequest = {}): Promise<HttpAnswer> => {
    const words = describe(request.method ?? 'GET', url)
    const overdue = AbortSignal.timeout(timeoutMs)
    const deadline = AbortSignal.any([signal, overdue])
    let target = url
    try {
      for (let redirects = 0; ; redirects += 1) {
        signal.throwIfAborted()
        await slot()
        const { statusCode, headers, text } = await once(target, request, deadline)
        const location = headers.location
        if (!isRedirect(statusCode) || typeof location !== 'string') return toAnswer(words, statusCode, headers, text)
        target = redirected(words, target, location, redirects, request.method ?? 'GET')
      }
    } catch (thrown) {
      if (signal.aborted) throw signal.reason instanceof AppError ? signal.reason : thrown
      if (overdue.aborted) throw new AppError('remote.timeout', `${words} took longer than ${timeoutMs} ms`, { cause: thrown })
      throw classifyFailure(thrown, words)
    }
  }

  return {
    exchange,
    async call(url, request) {
      const answer = await exchange(url, request)
      if (answer.status >= 200 && answer.status < 300) return answer
      const { status, headers, text } = answer
      throw classify({
        request: describe(request?.method ?? 'GET', url),
        status,
        words: ownWords(text),
        retryAfterMs: retryAfterMs(single(headers['retry-after']), single(headers.date), clock.now()),
      })
    },
    async [Symbol.asyncDispose]() {
      await agent.destroy()
    },
  }
}

/** Method and path, as people know the call; the query may hold what is nobody's business. */
const describe = (method: string, url: URL): string => `${method} ${url.origin}${url.pathname}`

export const single = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)

const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

function redirected(words: string, from: URL, location: string, redirects: number, method: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null
  if (to?.origin === from.origin && redirects < mostRedirects && method !== 'POST') return to
  const where = to ? to.origin : 'an unreadable address'
  throw new AppError('setup.redirect-refused', `${words} was redirected to ${where}`, { details: { location: where } })
}

function toAnswer(words: string, status: number, headers: HttpAnswer['headers'], text: string): HttpAnswer {
  const date = Date.parse(single(headers.date) ?? '')
  return {
    status,
    headers,
    text,
    asOf: Number.isNaN(date) ? undefined : new Date(date).toISOString(),
    json() {
      try {
        return parseJson(text)
      } catch (cause) {
        throw unreadable(words, status, text, cause)
      }
    },
  }
}

/** JSON that begins well and breaks off was cut; anything else was never JSON. */
function unreadable(words: string, status: number, text: string, cause: unknown): AppError {
  const start = text.trimStart().slice(0, 1)
  const cut = start === '' || ((start === '{' || start === '[') && !/[}\]]\s*$/.test(text))
  const details = { status, answer: ownWords(text) }
  if (cut)
    return new AppError('remote.cut-short', `${words} answered ${text === '' ? 'nothing' : 'JSON that breaks off'}`, { cause, details })
  const kind = start === '<' ? 'a page of HTML or XML' : 'something that is no JSON'
  return new AppError('setup.answer-unexpected', `${words} answered ${kind} in place of data`, { cause, details })
}

/** The beginning of an answer, without mark-up, on one line. */
function ownWords(text: string): string {
  const plain = text
    .slice(0, 8 * longestWords)
    .replace(/<(script|style)\b[^>]*>.*?<\/\1>/gis, ' ')
    .replace(/<[^>]*>/g, ' ')
  return plain
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestWords)
}
