import type { ErrorCode } from '../kernel/error-catalog.ts'
import type { AppError } from '../kernel/errors.ts'

const firstDelayMs = 30_000
const maxDelayMs = 3_600_000
const maxAgeMs = 86_400_000
const failingAfterMs = 600_000

/** Failures that repeating does not mend. */
const finalCodes: readonly ErrorCode[] = ['channel.refused', 'channel.gone', 'setup.address-forbidden']

export interface FailedAttempt {
  readonly error: Pick<AppError, 'code' | 'retryAfterMs'>
  /** How many attempts were made, this one included. */
  readonly attempts: number
  readonly firstAt: Date
  readonly now: Date
  /** From 0 up to 1. */
  readonly random: () => number
}

/** When a message is sent again: after a growing pause, and not before the receiver wants it. Null: it is given up. */
export function nextAttempt({ error, attempts, firstAt, now, random }: FailedAttempt): Date | null {
  if (finalCodes.includes(error.code)) return null
  const backoff = Math.min(maxDelayMs, firstDelayMs * 2 ** (attempts - 1))
  const next = now.getTime() + Math.max(error.retryAfterMs ?? 0, backoff / 2 + (backoff / 2) * random())
  return next > firstAt.getTime() + maxAgeMs ? null : new Date(next)
}

/** Whether people should be told by other routes that this one does not deliver: at once if somebody must act, else after ten minutes. */
export function isFailing({
  error,
  firstAt,
  now,
}: Pick<FailedAttempt, 'firstAt' | 'now'> & { readonly error: Pick<AppError, 'kind'> }): boolean {
  return error.kind === 'setup' || now.getTime() - firstAt.getTime() >= failingAfterMs
}
