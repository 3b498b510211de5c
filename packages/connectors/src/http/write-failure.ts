import { type AppError, type ErrorCode, toAppError, type WriteOutcome } from '@linkspan/core'
import { erpWords } from './erp-words.ts'
import type { HttpResponse } from './http-response.ts'

/** What fails before a request has left: the ERP cannot have heard of it. */
const beforeSending: ReadonlySet<ErrorCode> = new Set([
  'setup.host-unknown',
  'setup.address-forbidden',
  'setup.certificate-untrusted',
  'setup.credentials-rejected',
  'setup.settings-invalid',
  'store.unavailable',
])
const beforeConnecting: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
])

/**
 * A write that brought no answer. Throws where nothing can have left; else nobody knows what became of it: a timeout, a reset and a cut
 * answer say nothing about the ERP's books.
 */
export function withoutAnswer(thrown: unknown): WriteOutcome {
  const error = toAppError(thrown)
  const { code } = error.details as { readonly code?: unknown }
  if (beforeSending.has(error.code) || beforeConnecting.has(String(code))) throw error
  return { kind: 'unknown', error }
}

/** Statuses that are about this record alone, and for good. */
const refusals: ReadonlySet<number> = new Set([400, 406, 409, 410, 413, 415, 422])
/** Statuses that say nothing about whether it was taken: the ERP, or something before it, gave up in between. */
const isUndecided = (status: number): boolean => status === 408 || (status >= 500 && status !== 501 && status !== 505)

/**
 * What an answer that is no success means for the one record that was sent. Throws what concerns all of them, `failure`: credentials,
 * permissions, a wrong path, a pause that was asked for.
 */
export function failedWrite({ status, text }: Pick<HttpResponse, 'status' | 'text'>, failure: AppError, isUpdate: boolean): WriteOutcome {
  if (status === 412 || status === 428) return { kind: 'stale' }
  if (isUndecided(status)) return { kind: 'unknown', error: failure }
  if (refusals.has(status) || (isUpdate && status === 404)) {
    const words = erpWords(text)
    return { kind: 'refused', reason: words === '' ? failure.message : words, details: failure.details }
  }
  throw failure
}
