import { type ErrorCode, errorCatalog } from './error-catalog.ts'
import type { ErrorDefinition, ErrorKind } from './error-kind.ts'

export interface AppErrorOptions {
  readonly cause?: unknown
  /** Facts for the reader: HTTP status, path, the ERP's own message. Never a secret. */
  readonly details?: Readonly<Record<string, unknown>>
  /** How long the other side asked Linkspan to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined
}

/** The only error class: a code from the catalogue, and a sentence that says what failed and how. */
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

  /** The only form in which an error leaves the process: without its stack and cause. */
  toJSON() {
    return { code: this.code, message: this.message, hint: this.hint, retryable: isRetried(this), details: this.details }
  }
}

/** Returns an `AppError` as it is; anything else that was thrown becomes an `internal.bug`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new AppError('internal.bug', message, { cause: thrown })
}

/** Whether the catalogue has a code that was stored: another version of Linkspan may have others. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalog, code)

/** What the catalogue knows about a code that was stored; undefined if it does not have it. */
export const definitionOf = (code: string): ErrorDefinition | undefined => (isErrorCode(code) ? errorCatalog[code] : undefined)

/** Whether repeating the same call, unchanged, may help. */
export const isRetried = ({ kind }: Pick<AppError, 'kind'>): boolean => kind === 'transient' || kind === 'wait' || kind === 'bug'
