import { AppError, type ErrorCode } from '@linkspan/core'

/** What nodemailer says about a mail that was not taken. */
interface SmtpError {
  readonly code?: unknown
  readonly command?: unknown
  readonly response?: unknown
  readonly responseCode?: unknown
}

const secureCodes = /^(ETLS|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/
const secureWords = /certificate|self.signed|SSL routines|STARTTLS|wrong version number|TLS/i

/** Says what became of a mail that could not be sent. `place` names the server, without its credentials. */
export function toSmtpFailure(thrown: unknown, place: string): AppError {
  const { code, response, responseCode } = (thrown ?? {}) as SmtpError
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  const status = typeof responseCode === 'number' ? responseCode : null
  const details = { ...(status !== null && { status }), ...(typeof response === 'string' && { answer: response.slice(0, 4096) }) }
  return new AppError(codeOf(String(code ?? ''), status, message), `${place}: ${message}`, { cause: thrown, details })
}

function codeOf(code: string, status: number | null, message: string): ErrorCode {
  if (secureCodes.test(code) || (code === 'ESOCKET' && secureWords.test(message))) return 'channel.insecure'
  if (status === null) return 'channel.unreachable'
  if (status < 500) return 'channel.unavailable'
  return code === 'EAUTH' || status === 535 || status === 530 ? 'channel.credentials-rejected' : 'channel.refused'
}
