import { type ErrorCode, errorCatalog } from './error-catalog.ts'
import type { ErrorKind } from './error-kind.ts'

export interface AppErrorOptions {
  readonly cause?: unknown
  /** Facts for the reader: HTTP status, path, the ERP's own words. Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>
  /** How long the other side asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined
}

/** The one failure class: a code of the catalogue, and a sentence that says what happened to what. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.details = options.details ?? {}
    this.retryAfterMs = options.retryAfterMs
  }

  get kind(): ErrorKind {
    return errorCatalog[this.code].kind
  }
  get status(): number {
    return errorCatalog[this.code].status
  }
  get title(): string {
    return errorCatalog[this.code].title
  }
  get hint(): string {
    return errorCatalog[this.code].hint
  }

  /** The only form that leaves the process: no stack, no cause. */
  toJSON() {
    return { code: this.code, message: this.message, hint: this.hint, retryable: isRetried(this), details: this.details }
  }
}

/** Anything thrown that is not ours is a bug until someone names it. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new AppError('internal.bug', message, { cause: thrown })
}

/** Whether trying again, unchanged, may help. */
export const isRetried = ({ kind }: Pick<AppError, 'kind'>): boolean => kind === 'transient' || kind === 'wait' || kind === 'bug'
