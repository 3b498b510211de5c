import type { IncomingHttpHeaders } from 'node:http'
import { AppError } from '@linkspan/core/connector'
import { type DecodedBody, decodeBody } from './decode-body.ts'
import { extractErrorMessage } from './error-message.ts'
import { isCutJson, parseJson, TooDeepError } from './json.ts'

/** An answer, read to its end. */
export interface HttpResponse {
  readonly method: string
  /** Where it came from in the end, without what the authentication added. */
  readonly url: URL
  /** Method and path, as errors name it. */
  readonly place: string
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** The server's clock when it answered: ISO 8601, UTC. Absent if it does not say. */
  readonly serverTime: string | undefined
  header(name: string): string | undefined
  readonly body: Buffer
  readonly text: string
  /**
   * The body as JSON, whatever its content type, no digit lost; undefined if the answer has no content by its status. Throws
   * `remote.cut-short` if the text ends too early, `setup.answer-unexpected` if it is something else, a login page perhaps
   * (docs/erp/home-made-rest.md#login-pages).
   */
  json(): unknown
}

/** Whether the status says success, whatever the body says. */
export const isSuccess = ({ status }: Pick<HttpResponse, 'status'>): boolean => status >= 200 && status <= 299

export type ReceivedAnswer = Pick<HttpResponse, 'method' | 'url' | 'status' | 'headers'> & { readonly body: Buffer }

export function createResponse({ method, url, status, headers, body }: ReceivedAnswer): HttpResponse {
  const place = `${method} ${url.pathname}`
  const header = (name: string): string | undefined => {
    const value = headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  let decoded: DecodedBody | undefined
  const decode = (): DecodedBody => {
    decoded ??= decodeBody(body, header('content-type'))
    return decoded
  }
  return {
    method,
    url,
    place,
    status,
    headers,
    serverTime: toIso(header('date')),
    header,
    body,
    get text() {
      return decode().text
    },
    json: () =>
      status === 204 ? undefined : toJson(decode(), { place, status, type: header('content-type'), length: header('content-length') }),
  }
}

function toIso(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? '')
  return Number.isNaN(time) ? undefined : new Date(time).toISOString()
}

interface About {
  readonly place: string
  readonly status: number
  readonly type: string | undefined
  readonly length: string | undefined
}

function toJson({ text, isDamaged }: DecodedBody, { place, status, type, length }: About): unknown {
  if (isDamaged) throw mixedEncodings(place, status)
  try {
    return parseJson(text)
  } catch (cause) {
    const details = { status, path: place.slice(place.indexOf(' ') + 1), contentType: type ?? null }
    if (isCutJson(text) && length !== '0')
      throw new AppError('remote.cut-short', `${place}: the answer ends before its JSON does`, { cause, details })
    const answer = extractErrorMessage(text)
    throw new AppError('setup.answer-unexpected', `${place}: HTTP ${status} brought ${whatCame(text, cause)} instead of JSON`, {
      cause,
      details: { ...details, ...(answer && { answer }) },
    })
  }
}

const mixedEncodings = (place: string, status: number): AppError =>
  new AppError('setup.answer-unexpected', `${place}: the answer is UTF-8 in some places, and has bytes that are not in others`, {
    details: { status, path: place.slice(place.indexOf(' ') + 1) },
  })

function whatCame(text: string, cause: unknown): string {
  if (cause instanceof TooDeepError) return cause.message
  if (text.trimStart().startsWith('<')) return 'a page of HTML or XML'
  if (text === '') return 'nothing'
  const line = text.trim().slice(0, 200)
  return /^[\p{L}\p{N}\p{P}\p{S} ]+$/u.test(line) ? `"${line}"` : 'no JSON'
}
