import { AppError, type ErrorCode } from '@linkspan/core'
import type { PostAnswer } from '../http/poster.ts'

/** Older webhooks of Teams answer 200 for a message that Teams has refused, and say so in the text. */
const refusedInText = /endpoint returned HTTP error (\d{3})/

/** The error of a message that the receiver has not taken; null if it has. */
export function failureOf({ status, body, retryAfterMs }: PostAnswer, place: string): AppError | null {
  const real = status === 200 ? Number(refusedInText.exec(body)?.[1] ?? status) : status
  if (real >= 200 && real < 300) return null
  const said = body.trim() === '' ? '' : `: ${body.trim().slice(0, 300)}`
  const details = { status: real, answer: body }
  return new AppError(codeOf(real), `${place} answered ${real}${said}`, { details, retryAfterMs })
}

function codeOf(status: number): ErrorCode {
  if (status === 429) return 'channel.throttled'
  if (status === 404 || status === 410) return 'channel.gone'
  return status >= 500 || status === 408 || status === 425 ? 'channel.unavailable' : 'channel.refused'
}
