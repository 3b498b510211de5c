import type { IncomingHttpHeaders } from 'node:http'
import type { Fault, FaultKind } from './faults.ts'

/** One request as a route sees it. */
export interface Exchange {
  readonly method: string
  /** Percent-decoded where that is possible. */
  readonly path: string
  /** The path exactly as sent. */
  readonly rawPath: string
  /** Exactly as sent, without the question mark. */
  readonly rawQuery: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** Where the caller reached this server, without a slash at the end: inside a network of containers that is a name. */
  readonly origin: string
  /** The fault of this kind that the request shall meet, if any; asking counts. */
  takeFault(kind: FaultKind): Fault | undefined
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body: string
}

export interface AnswerOptions {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
}

export function json(value: unknown, { status = 200, headers = {} }: AnswerOptions = {}): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(value) }
}

export function text(body: string, contentType: string, { status = 200, headers = {} }: AnswerOptions = {}): Answer {
  return { status, headers: { 'content-type': contentType, ...headers }, body }
}

/** User and password of a Basic authorization header, or nothing when it is not one. */
export function basicCredentials(header: string | undefined): { readonly user: string; readonly password: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  return colon < 0 ? undefined : { user: decoded.slice(0, colon), password: decoded.slice(colon + 1) }
}

/** The same, except that what is not validly percent-encoded stays as it is. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
