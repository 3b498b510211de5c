import { type AppError, systemStopwatch, toAppError, type WriteOutcome } from '@linkspan/core/connector'
import { extractErrorMessage } from './error-message.ts'
import { type FailureRule, ruleFor } from './failure-rules.ts'
import type { HttpResponse } from './http-response.ts'
import type { SendState } from './send-state.ts'

/** Redirects by which a server says that it did nothing: the same request belongs elsewhere. After 302 and 303 it may have done it. */
const movedElsewhere: readonly unknown[] = [301, 307, 308]

/**
 * A write that brought no answer. Throws if the ERP cannot have heard of it; else nobody knows what became of it: a timeout, a reset
 * and a cut answer say nothing about the ERP's books.
 */
export function withoutAnswer(thrown: unknown, { mayHaveArrived, leftAt }: SendState): WriteOutcome {
  const error = toAppError(thrown)
  const isMoved = error.code === 'setup.redirect-refused' && movedElsewhere.includes(error.details.status)
  if (!mayHaveArrived || isMoved) throw error
  return { kind: 'unknown', error, ...(leftAt !== null && { leftMsAgo: systemStopwatch() - leftAt }) }
}

/** Statuses that are about this record alone, and for good. */
const refusals: readonly number[] = [400, 413, 415, 422]
/** The same of a record that the ERP has: it is gone, or in no state to be changed. */
const refusalsOfChanges: readonly number[] = [...refusals, 404, 409, 410]

/**
 * Statuses that say nothing about whether the record was taken: the ERP, or a proxy before it, gave up in between
 * (docs/erp/home-made-rest.md#lost-writes). A 409 to a creation may mean that the ERP has the record or is just storing it
 * (docs/erp/home-made-rest.md#idempotency-keys).
 */
export function isUndecided(status: number, isChange: boolean): boolean {
  if (status === 409) return !isChange
  return status < 400 || status === 408 || (status >= 500 && status !== 501 && status !== 505)
}

/** An answer to a write that is no success. */
export interface FailedWrite {
  readonly response: Pick<HttpResponse, 'status' | 'text'>
  /** What `classify` makes of it. */
  readonly failure: AppError
  /** Whether the ERP had the record already. */
  readonly isChange: boolean
  /** The ERP's own, if they are known better than by convention. */
  readonly words?: string | undefined
  /** What failures of this ERP mean if the status does not tell. */
  readonly rules?: readonly FailureRule[] | undefined
}

/**
 * What it means for the one record that was sent. Throws what concerns all of them: credentials, permissions, a wrong path, a pause that
 * was asked for.
 */
export function failedWrite({ response, failure, isChange, words = extractErrorMessage(response.text), rules }: FailedWrite): WriteOutcome {
  const { status } = response
  const rule = ruleFor({ status, body: response.text }, rules)
  if (status === 412 || status === 428 || rule?.isStale) return { kind: 'stale' }
  if (rule?.code !== 'setup.request-refused') {
    if (rule && (status < 500 || rule.code.startsWith('setup.'))) throw failure
    if (isUndecided(status, isChange)) return { kind: 'unknown', error: failure }
    if (!(isChange ? refusalsOfChanges : refusals).includes(status)) throw failure
  }
  return { kind: 'refused', reason: words === '' ? failure.message : words, details: failure.details }
}

/**
 * What a failure with a status of success means for the record that was sent (docs/erp/home-made-rest.md#errors-with-status-200). It is a
 * refusal in the ERP's words; but if the ERP says that it is in trouble itself, or shows the record all the same (`isShown`), nobody knows.
 */
export function failedWithSuccess(failure: AppError, { text }: Pick<HttpResponse, 'text'>, isShown = false): WriteOutcome {
  if (failure.code === 'remote.throttled' && typeof failure.details.sign === 'string') throw failure
  if (isShown || failure.kind === 'transient') return { kind: 'unknown', error: failure }
  const { answer } = failure.details
  const reason = typeof answer === 'string' ? answer : extractErrorMessage(text)
  return { kind: 'refused', reason: reason === '' ? failure.message : reason }
}
