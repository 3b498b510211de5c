import { type Answer, json, text } from '../../exchange.ts'

/** A refusal in Fusion's words. */
export class FusionError extends Error {
  readonly status: number
  readonly code: string | undefined
  /** Which part of the request is meant, as in `/lines/0/ProductNumber`. */
  readonly path: string | undefined

  constructor(status: number, message: string, more: { readonly code?: string; readonly path?: string } = {}) {
    super(message)
    this.name = 'FusionError'
    this.status = status
    this.code = more.code
    this.path = more.path
  }
}

const titles: Readonly<Record<number, string>> = { 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' }

/** An error as the version of the REST framework writes it: plain text before version 4 (docs/erp/oracle-fusion.md#error-bodies). */
export function toErrorAnswer(
  { status, message, code, path }: Pick<FusionError, 'status' | 'message' | 'code' | 'path'>,
  version: number,
): Answer {
  if (version < 4) return text(message, 'text/plain; charset=utf-8', { status })
  const detail = { detail: message, ...(code !== undefined && { 'o:errorCode': code }), ...(path !== undefined && { 'o:errorPath': path }) }
  return json({ title: titles[status] ?? 'Error', status: String(status), 'o:errorDetails': [detail] }, { status })
}
