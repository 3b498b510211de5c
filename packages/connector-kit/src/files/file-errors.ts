import { AppError } from '@linkspan/core/connector'

/** The file does not have the format of the settings, or is damaged. */
export const unreadable = (message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown): AppError =>
  new AppError('file.unreadable', message, { details, cause })

/** The file ends too early: perhaps it is still being written. */
export const truncated = (message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown): AppError =>
  new AppError('file.truncated', message, { details, cause })

/** The file exceeds a limit. */
export const tooLarge = (message: string, details: Readonly<Record<string, unknown>> = {}): AppError =>
  new AppError('file.too-large', message, { details })
