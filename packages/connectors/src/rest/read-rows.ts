import { valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { camelName } from '@linkspan/connector-kit/fields/field-names'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { AppError, type DataTypeId, isFields } from '@linkspan/core/connector'
import { failureIn } from './failure-in.ts'
import type { RestResource } from './settings.ts'
import { totalOf } from './total-of.ts'

export const envelopes = ['data', 'items', 'results', 'value', 'records'] as const

/** An answer's rows, its whole body, and how many rows the ERP says there are. */
export interface Rows {
  readonly rows: readonly unknown[]
  readonly body: unknown
  readonly total: number | undefined
  /** There is null in place of the list: the end of paging, but no answer to the first question. */
  readonly noList?: AppError
}

/**
 * Reads an answer by the resource's settings, or by convention (docs/erp/home-made-rest.md#envelopes). Throws if the ERP reports a failure
 * in it, or if there is no list.
 */
export function readRows(response: HttpResponse, dataType: DataTypeId, resource: RestResource): Rows {
  const body = response.json()
  if (body === undefined) return { rows: [], body, total: undefined }
  const failure = failureIn(response, body, resource)
  if (failure) throw failure
  const rows = resource.rows === undefined ? conventionalRows(body, dataType) : valueAt(body, resource.rows)
  const total = totalOf(response, body, resource)
  if (Array.isArray(rows)) {
    if (rows.length === 0) assertEmpty(response, body)
    return { rows, body, total }
  }
  const error = noList(response, body, dataType, resource)
  if (rows === null) return { rows: [], body, total, noList: error }
  throw error
}

/** An empty list beside words that speak of a failure is none. */
function assertEmpty({ place, status, url }: HttpResponse, body: unknown): void {
  const words = isFields(body) ? ['message', 'msg', 'warning', 'detail'].map((name) => body[name]) : []
  const answer = words.find((text) => typeof text === 'string' && /time(d)?.?out|exception|\berror\b|failed|failure|denied/i.test(text))
  if (typeof answer !== 'string' || /\b(no|0|without) (errors?|failures?)\b/i.test(answer)) return
  throw new AppError('remote.unavailable', `${place}: the answer is an empty list, and says: ${answer.slice(0, 200)}`, {
    details: { status, path: url.pathname, answer: answer.slice(0, 500) },
  })
}

/** The list of an answer by convention; null if there is null in its place, undefined if there is nothing like it. */
function conventionalRows(body: unknown, dataType: DataTypeId): unknown {
  if (Array.isArray(body)) return body
  const names = [...envelopes, dataType, camelName(dataType)]
  const data = valueAt(body, 'data')
  const found = [body, ...(isFields(data) ? [data] : [])].flatMap((holder) => names.map((name) => valueAt(holder, name)))
  return found.find(Array.isArray) ?? (found.includes(null) ? null : undefined)
}

function noList({ place, status, url }: HttpResponse, body: unknown, dataType: DataTypeId, { rows }: RestResource): AppError {
  const fields = isFields(body) ? Object.keys(body).slice(0, 20) : []
  const where = rows ? `at "${rows}"` : `(an array, or one under ${envelopes.join(', ')})`
  return new AppError('setup.answer-unexpected', `${place}: the answer has no list ${where}. Set settings.resources.${dataType}.rows`, {
    details: { status, path: url.pathname, fields },
  })
}
