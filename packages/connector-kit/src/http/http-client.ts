import { AppError, type CallAnswer, type Clock, inSpan, noTracing, systemStopwatch, type TraceHeaders } from '@linkspan/core/connector'
import type { Dispatcher } from 'undici'
import { type Authorizer, noAuthorization, type OutgoingRequest } from '../authorizers/authorizer.ts'
import { createAnswerMemory } from './answer-memory.ts'
import { callSpan } from './call-span.ts'
import { classify, saysInvalidToken } from './classify.ts'
import { withDeadline } from './deadline.ts'
import type { FailureRule } from './failure-rules.ts'
import type { HttpContext } from './http-context.ts'
import { createResponse, type HttpResponse, isSuccess } from './http-response.ts'
import { type Phase, toNetworkError } from './network-errors.ts'
import { readBody, tooLarge } from './read-body.ts'
import { redirectTarget } from './redirect.ts'
import { retryAfterMs } from './retry-after.ts'
import { createRoute } from './route.ts'
import { type SendState, trackSend } from './send-state.ts'

export interface HttpClientOptions extends Omit<HttpContext, 'onSecret'> {
  /** The only origin that is ever called. */
  readonly origin: string
  /** The most bytes of one answer, before and after decompression. */
  readonly maxResponseBytes: number
  readonly authorizer?: Authorizer
  /** Sent with every call. */
  readonly headers?: Readonly<Record<string, string>>
  /** What failures of this ERP mean if its status does not tell. */
  readonly failureRules?: readonly FailureRule[] | undefined
}

export interface HttpRequest {
  /** GET unless told. */
  readonly method?: Dispatcher.HttpMethod
  /** Absolute, or relative to the origin. */
  readonly url: URL | string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /**
   * The path as traces name it, if that of the URL has something that a record or the ERP has given, an id or a link: `/orders/{}`. A
   * redirect has the path of the first URL.
   */
  readonly template?: string | undefined
  /** Tells, also after a failure, whether the ERP may have heard of it. */
  readonly reach?: SendState
}

/** The only way in which a connector speaks HTTP. It never retries a failure: that is the business of the run. */
export interface HttpClient extends AsyncDisposable {
  readonly origin: string
  /** The `Date` of the latest answer that had one, and when it came by our clock. */
  readonly lastServerTime: { readonly serverTime: string; readonly seen: Date } | null
  /** An answer with any status but a redirect. Throws an AppError if there is none. */
  exchange(request: HttpRequest): Promise<HttpResponse>
  /** An answer with a status of 2xx; any other is thrown as what `classify` makes of it. */
  send(request: HttpRequest): Promise<HttpResponse>
}

const maxRedirects = 5

/** Calls of one kind, by method and path. Ids in the path make no kind of their own. */
const kindOf = (method: string, { pathname }: URL) => `${method} ${pathname.replace(/\(.*$|[^/]*\d[^/]*/g, '')}`.slice(0, 60)

/** What an answer says about how many calls the server bears. */
function paceOf({ method, url, status, header }: HttpResponse, ms: number, clock: Clock): CallAnswer {
  const verdict = status === 429 ? 'too-fast' : status === 503 ? 'overloaded' : 'good'
  const pauseMs = verdict === 'good' ? undefined : retryAfterMs(header('retry-after'), { date: header('date'), now: clock.now() })
  return { kind: kindOf(method, url), ms, verdict, pauseMs }
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const {
    origin,
    timeoutMs,
    maxResponseBytes,
    outbound,
    clock,
    logger,
    acquireCall,
    onCall,
    signal,
    tracing = noTracing,
    authorizer = noAuthorization,
  } = options
  const { dispatcher, assertAllowed } = createRoute({ origin, outbound, timeoutMs, tls: authorizer.tls })
  const memory = createAnswerMemory(outbound.answerBytes)
  let lastAnswer: HttpClient['lastServerTime'] = null

  async function call(request: HttpRequest, url: URL, template: string): Promise<{ response: HttpResponse; sent: OutgoingRequest }> {
    const { method = 'GET', body = null, reach } = request
    const place = `${method} ${url.pathname}`
    if (url.origin !== origin)
      throw new AppError('setup.redirect-refused', `${place}: ${url.origin} is not ${origin}`, { details: { origin } })
    const sent: OutgoingRequest = {
      method,
      body,
      url: new URL(url),
      headers: {
        accept: 'application/json',
        'accept-encoding': 'gzip, deflate, br',
        'user-agent': 'Linkspan',
        ...options.headers,
        ...request.headers,
      },
    }
    await authorizer.authorize(sent)
    using permit = await memory.whileWaiting(acquireCall)
    const [begunAt, begun] = [clock.now().getTime(), systemStopwatch()]
    const called = (status: number | null) => onCall({ status, seconds: (systemStopwatch() - begun) / 1000 })
    const overdue = () => {
      permit.answered?.({ kind: kindOf(method, url), ms: systemStopwatch() - begun, verdict: 'overloaded' })
      return new AppError('remote.timeout', `${place}: no complete answer within ${timeoutMs} ms`, { details: { path: url.pathname } })
    }
    const exchangeWith = (traceHeaders: TraceHeaders) =>
      withDeadline({ signal, timeoutMs, overdue }, async (deadline, untimed) => {
        let phase: Phase = 'before-answer'
        try {
          await assertAllowed()
          const path = `${sent.url.pathname}${sent.url.search}`
          const sender = reach ? dispatcher.compose(trackSend(reach)) : dispatcher
          const {
            statusCode,
            headers,
            body: stream,
          } = await sender.request({ origin, path, method, headers: { ...sent.headers, ...traceHeaders }, body, signal: deadline })
          phase = 'within-answer'
          if (Number(headers['content-length'] ?? 0) > maxResponseBytes && method !== 'HEAD') {
            stream.on('error', () => {}).destroy()
            throw tooLarge(place, maxResponseBytes)
          }
          const encoding = method === 'HEAD' || statusCode === 204 || statusCode === 304 ? '' : String(headers['content-encoding'] ?? '')
          using growing = memory.begin(place)
          const reserve = async (bytes: number) => {
            const waiting = growing.reserve(bytes, deadline)
            if (waiting) await untimed(waiting)
          }
          try {
            if (encoding === '' && method !== 'HEAD') await reserve(Number(headers['content-length'] ?? 0))
          } catch (thrown) {
            stream.on('error', () => {}).destroy()
            throw thrown
          }
          return { status: statusCode, headers, body: await readBody(stream, encoding, { maxBytes: maxResponseBytes, place, reserve }) }
        } catch (thrown) {
          throw deadline.aborted ? deadline.reason : toNetworkError(thrown, phase, place)
        }
      })
    const answer = await inSpan(tracing, callSpan(method, sent.url, template), async (span) => {
      const received = await exchangeWith(outbound.sendsTraceparent ? span.headers : {})
      span.set({ 'http.response.status_code': received.status })
      if (received.status >= 400) span.fail(String(received.status))
      return received
    }).catch((thrown: unknown) => {
      called(null)
      throw thrown
    })
    called(answer.status)
    const response = createResponse({ method, url, ...answer })
    const ms = systemStopwatch() - begun // not by the clock, which may be set back meanwhile
    permit.answered?.(paceOf(response, ms, clock))
    if (response.serverTime !== undefined) lastAnswer = { serverTime: response.serverTime, seen: new Date(begunAt + ms / 2) }
    logger.debug({ method, path: url.pathname, status: response.status, bytes: answer.body.length, ms: Math.round(ms) }, 'ERP answered')
    return { response, sent }
  }

  async function follow(request: HttpRequest) {
    let url = new URL(request.url, origin)
    const template = request.template ?? url.pathname
    for (let redirects = 0; ; redirects++) {
      const reached = await call(request, url, template)
      const target = redirectTarget(reached.response, redirects < maxRedirects)
      if (!target) return reached
      url = target
    }
  }

  async function exchange(request: HttpRequest): Promise<HttpResponse> {
    const first = await follow(request)
    const { status, headers } = first.response
    if (status !== 401 && !(status === 403 && saysInvalidToken({ headers, text: first.response.text }))) return first.response
    if (request.reach) request.reach.mayHaveArrived = false
    if (!(await authorizer.renew?.(first.sent))) return first.response
    return (await follow(request)).response
  }

  return {
    origin,
    get lastServerTime() {
      return lastAnswer
    },
    exchange,
    async send(request) {
      const response = await exchange(request)
      const { place, url, status, headers } = response
      if (isSuccess(response)) return response
      throw classify({ place, path: url.pathname, status, headers, body: response.text, rules: options.failureRules }, clock)
    },
    async [Symbol.asyncDispose]() {
      await dispatcher.destroy()
      memory[Symbol.dispose]()
    },
  }
}
