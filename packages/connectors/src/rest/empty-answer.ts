import { plainName } from '@linkspan/connector-kit/fields/field-names'
import { toAnswerError } from '@linkspan/connector-kit/http/error-in-answer'
import { extractErrorMessage } from '@linkspan/connector-kit/http/error-message'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { AppError, type Fields, isFields } from '@linkspan/core/connector'

/** What speaks of a failure in an answer that has no rows, as in `"returnCode": "E"`. */
interface FailureSign {
  /** Null if there are words alone. */
  readonly sign: string | null
  /** What the ERP says, if there is anything beside the sign. */
  readonly words: string
  readonly status?: number
}

const failureWords = /time(d)?.?out|exception|\b(error|fehler|erreur)\b|failed|failure|denied/i
const harmlessWords = /\b(no|0|without) (errors?|failures?)\b/i
const wordNames = new Set(['message', 'messages', 'msg', 'warning', 'detail', 'details', 'text', 'info', 'meldung', 'hinweis'])

const flagNames = /^(is)?(success|successful|succeeded|ok|valid|ack|acknowledged|erfolg|erfolgreich|exito|succes)$/
const errorNames = /^(is|has|last)?(error|err|fault|exception|fehler|erreur)(s|code|no|nr|number|id|text|message|type)?$/
const stateNames = /^(status|state|result|code|type|msgtype|severity|returncode|rc|retcode|resultcode|statuscode|responsecode|ack|errno)$/
const failedStates =
  /^(e|a|f|error|err|fail|failed|failure|fatal|critical|abort|aborted|nok|not[ _-]?ok|ko|nak|nack|ng|time[ _-]?out|timed[ _-]?out|denied|unavailable|busy|locked|interrupted|incomplete|cancell?ed|expired|-[1-9]\d*|[45]\d\d)$/i
const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  /^(0+|none|no|ok|null|false|-)?$/i.test(String(value).trim())
const isNo = (value: unknown): boolean =>
  value === false || /^(false|0|n|no|nein|non|nak|nack|nok|f|fail|failed|-[1-9]\d*)$/i.test(String(value).trim())

/**
 * Throws the failure that an answer without rows reports. Such an answer is believed only if nothing in its envelope speaks of a failure, so
 * more counts as a sign than beside rows (docs/erp/home-made-rest.md#errors-with-status-200).
 */
export function assertNoFailure(response: HttpResponse, body: unknown): void {
  const failure = failureBeside(response, body)
  if (failure) throw failure
}

/** The failure that an answer without rows or without a record reports; null if nothing speaks of one. */
export function failureBeside(response: HttpResponse, body: unknown): AppError | null {
  const found = objectsIn(body).flatMap((fields) => signIn(fields) ?? [])[0]
  if (found === undefined) return null
  const { sign, words, status } = found
  if (sign === null) {
    return new AppError('remote.unavailable', `${response.place}: the answer is an empty list, and says: ${words.slice(0, 200)}`, {
      details: { status: response.status, path: response.url.pathname, answer: words.slice(0, 500) },
    })
  }
  return toAnswerError(response, { sign, ...(status !== undefined && { status }) }, words || extractErrorMessage(response.text))
}

/** The answer, the objects in it, and those in its lists: an SAP function gives its messages in a list. */
function objectsIn(body: unknown): readonly Fields[] {
  if (!isFields(body)) return []
  const inner = Object.values(body).flatMap((value) => (Array.isArray(value) ? value.slice(0, 10) : [value]))
  return [body, ...inner.filter(isFields)]
}

function signIn(fields: Fields): FailureSign | undefined {
  const entries = Object.entries(fields).map(([name, value]) => ({ name, plain: plainName(name), value }))
  const failed = entries.find(({ plain, value }) => {
    if (typeof value === 'object' && value !== null) return false
    if (flagNames.test(plain) && value !== null && isNo(value)) return true
    if (errorNames.test(plain) && !isNothing(value)) return true
    return stateNames.test(plain) && failedStates.test(String(value).trim())
  })
  if (failed) {
    const status = /^[45]\d\d$/.test(String(failed.value)) ? Number(failed.value) : undefined
    return { sign: shown(failed), words: sentencesIn(fields, failed.name), ...(status !== undefined && { status }) }
  }
  const said = entries.find(
    ({ plain, value }) => wordNames.has(plain) && typeof value === 'string' && failureWords.test(value) && !harmlessWords.test(value),
  )
  return said && { sign: null, words: String(said.value) }
}

const shown = ({ name, value }: { readonly name: string; readonly value: unknown }): string =>
  `"${name}": ${JSON.stringify(value)?.slice(0, 80)}`

/** The texts of an object that are sentences, but for one field. */
export const sentencesIn = (fields: Fields, except = ''): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => (name !== except && typeof value === 'string' && /\p{L}{2,} \S/u.test(value) ? [value.trim()] : []))
    .join(' · ')
    .slice(0, 500)
