import { naturalKeyOf, plainName } from '@linkspan/connector-kit/fields/field-names'
import { toRecord } from '@linkspan/connector-kit/fields/to-record'
import { toAnswerError } from '@linkspan/connector-kit/http/error-in-answer'
import { extractErrorMessage } from '@linkspan/connector-kit/http/error-message'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { type AppError, isFields } from '@linkspan/core/connector'
import { type Reading, rowIn } from './taken-record.ts'

/** Flags by which an answer says whether it has taken a record. */
const flagNames =
  /^(is|was|has)?(ok|success|successful|succeeded|valid|accepted|created|inserted|saved|stored|imported|persisted|ack|acknowledged|erfolg|angelegt|akzeptiert|gespeichert)$/
/** Words for it. Of a whole record they tell its own state. */
const stateNames = /^(status|state|result|outcome|decision|verdict|response|ack|resultcode|responsestatus|validation|ergebnis)$/
const noes =
  /^(0|n|no|nein|non|false|nak|nack|nok|ko|not[ _-]?(ok|valid|accepted|created|saved|stored|imported)|invalid|rejected|refused|declined|denied|fail(ed|ure)?|error|abgelehnt|fehler)$/i

/** Fields that an answer may show of a record that it has not taken: what it was called, and what became of it. */
const saysLittle: ReadonlySet<string> = new Set(
  ['ourReference', 'customerReference', 'status', 'statusRaw', 'type', 'typeRaw', 'active', 'companyId', 'name', 'description'].concat([
    'sourceUpdatedAt',
    'sourceVersion',
  ]),
)

/**
 * The refusal that an answer to a write says plainly, as in `"valid": false` or `"result": "rejected"`, also beside an id; null if it says
 * none. A flag within a record that is shown with its content is the record's own.
 */
export function refusalIn(response: HttpResponse, body: unknown, { dataType, resource, push }: Reading): AppError | null {
  const row = rowIn(body, push.wrap)
  const { fields } = toRecord(row, dataType, resource)
  const isRecord = Object.keys(fields).some((field) => field !== naturalKeyOf(dataType) && !saysLittle.has(field))
  const holders = [...(body === row ? [] : [body]), ...(isRecord ? [] : [row])].filter(isFields)
  const found = holders.flatMap((holder) => Object.entries(holder)).find(([name, value]) => isNo(plainName(name), value))
  if (!found) return null
  const sign = `"${found[0]}": ${JSON.stringify(found[1])}`
  return toAnswerError(response, { sign }, extractErrorMessage(response.text))
}

function isNo(name: string, value: unknown): boolean {
  if (!flagNames.test(name) && !(stateNames.test(name) && typeof value === 'string')) return false
  return value === false || value === 0 || (typeof value === 'string' && noes.test(value.trim()))
}
