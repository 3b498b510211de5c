import { AppError } from '@linkspan/core/connector'

/** The file is not what the settings say, or is damaged. */
export const unreadable = (message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown): AppError =>
  new AppError('file.unreadable', message, { details, cause })

/** The file ends too early: it may still be on its way. */
export const truncated = (message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown): AppError =>
  new AppError('file.truncated', message, { details, cause })

/** The file holds more than we are ready to take. */
export const tooLarge = (message: string, details: Readonly<Record<string, unknown>> = {}): AppError =>
  new AppError('file.too-large', message, { details })
