import type { IncomingHttpHeaders } from 'node:http'
import type { Fault, FaultKind } from './faults.ts'

/** One request, as routes receive it. */
export interface Exchange {
  readonly method: string
  /** Percent-decoded, if it is validly encoded. */
  readonly path: string
  /** The path exactly as sent. */
  readonly rawPath: string
  /** Exactly as sent, without the question mark. */
  readonly rawQuery: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The scheme and host that the caller used, without a trailing slash. In a network of containers the host is a name. */
  readonly origin: string
  /** Takes the fault of this kind for this request, if there is one. Every call counts as a request. */
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

/** User and password of a Basic authorization header; undefined for any other header. */
export function basicCredentials(header: string | undefined): { readonly user: string; readonly password: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = decoded.indexOf(':')
  return colon < 0 ? undefined : { user: decoded.slice(0, colon), password: decoded.slice(colon + 1) }
}

/** Decodes a path. Returns it unchanged if it is not validly percent-encoded. */
export function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
