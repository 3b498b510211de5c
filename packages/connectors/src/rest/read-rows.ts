import { valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { plainName } from '@linkspan/connector-kit/fields/field-names'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { AppError, type DataTypeId, type Fields, isFields } from '@linkspan/core/connector'
import { assertNoFailure, sentencesIn } from './empty-answer.ts'
import { failureIn } from './failure-in.ts'
import type { RestResource } from './settings.ts'
import { totalOf } from './total-of.ts'

export const envelopes = ['data', 'items', 'results', 'value', 'records'] as const
/** Names of the list that are less common. */
const otherNames = ['content', 'rows', 'list', 'entries', 'elements', 'result'] as const
/** Objects that the list may be in. */
const holders = ['data', 'result', 'response', 'embedded', 'd', 'payload'] as const

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
    if (rows.length === 0 && !resource.success) assertNoFailure(response, body)
    return { rows, body, total }
  }
  if (!resource.success && (rows === null || hasNoRows(body))) assertNoFailure(response, body)
  const error = noList(response, body, dataType, resource)
  if (rows === null) return { rows: [], body, total, noList: error }
  throw error
}

/** Lists of an answer that are its messages. */
const messageLists = /^(return|messages?|errors?|warnings?|log)$/i

/** Whether an answer has lists, and nothing in them can be its rows. */
function hasNoRows(body: unknown): boolean {
  const lists = isFields(body) ? Object.entries(body).filter(([, value]) => Array.isArray(value)) : []
  return lists.length > 0 && lists.every(([name, value]) => (value as readonly unknown[]).length === 0 || messageLists.test(name))
}

/** The list of an answer by convention; null if there is null in its place, undefined if there is nothing like it. */
function conventionalRows(body: unknown, dataType: DataTypeId): unknown {
  if (Array.isArray(body)) return body
  if (!isFields(body)) return undefined
  const names = [...envelopes, dataType, ...otherNames].map(plainName)
  const inner = holders.map((name) => fieldIn(body, name)).filter(isFields)
  const found = [body, ...inner].flatMap((holder) => names.map((name) => fieldIn(holder, name)))
  return found.find(Array.isArray) ?? (found.includes(null) ? null : undefined)
}

const fieldIn = (fields: Fields, plain: string): unknown => Object.entries(fields).find(([name]) => plainName(name) === plain)?.[1]

function noList({ place, status, url }: HttpResponse, body: unknown, dataType: DataTypeId, { rows }: RestResource): AppError {
  const fields = isFields(body) ? Object.keys(body).slice(0, 20) : []
  const words = isFields(body) ? sentencesIn(body) : ''
  const where = rows ? `at "${rows}"` : `(an array, or one under ${envelopes.join(', ')})`
  return new AppError(
    'setup.answer-unexpected',
    `${place}: the answer has no list ${where}. Set settings.resources.${dataType}.rows${words && `. The ERP says: ${words}`}`,
    {
      details: { status, path: url.pathname, fields, ...(words && { answer: words }) },
    },
  )
}
