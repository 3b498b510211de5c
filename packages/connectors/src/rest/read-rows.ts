import { valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { camelName } from '@linkspan/connector-kit/fields/field-names'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { AppError, type DataTypeId, isFields } from '@linkspan/core/connector'
import type { RestResource } from './settings.ts'

export const envelopes = ['data', 'items', 'results', 'value', 'records'] as const

/** An answer's rows, its whole body, and how many rows the ERP says there are. */
export interface Rows {
  readonly rows: readonly unknown[]
  readonly body: unknown
  readonly total: number | undefined
}

/**
 * Reads an answer by the resource's settings, or by convention (docs/erp/home-made-rest.md#envelopes). Throws if the ERP reports a failure
 * in it, or if there is no list.
 */
export function readRows(response: HttpResponse, dataType: DataTypeId, resource: RestResource): Rows {
  const body = response.json()
  if (body === undefined) return { rows: [], body, total: undefined }
  assertSuccess(response, body, resource)
  const rows = resource.rows === undefined ? conventionalRows(body, dataType) : valueAt(body, resource.rows)
  if (!Array.isArray(rows)) throw noList(response, body, dataType, resource)
  return { rows, body, total: totalOf(response, body, resource) }
}

function assertSuccess({ place, status, url }: HttpResponse, body: unknown, { success, errorMessage }: RestResource): void {
  if (!success) return
  const found = valueAt(body, success.path)
  if (found === success.equals || (found !== undefined && found !== null && String(found) === String(success.equals))) return
  const words = errorMessage === undefined ? undefined : valueAt(body, errorMessage)
  const answer = typeof words === 'string' ? words.slice(0, 500) : undefined
  throw new AppError('setup.request-refused', `${place}: the ERP reports a failure${answer ? `, ${answer.slice(0, 200)}` : ''}`, {
    details: { status, path: url.pathname, ...(answer && { answer }) },
  })
}

function conventionalRows(body: unknown, dataType: DataTypeId): unknown {
  if (Array.isArray(body)) return body
  const names = [...envelopes, dataType, camelName(dataType)]
  for (const name of names) {
    const inner = valueAt(body, name)
    if (Array.isArray(inner)) return inner
  }
  const data = valueAt(body, 'data')
  return isFields(data) ? names.map((name) => valueAt(data, name)).find(Array.isArray) : undefined
}

function noList({ place, status, url }: HttpResponse, body: unknown, dataType: DataTypeId, { rows }: RestResource): AppError {
  const fields = isFields(body) ? Object.keys(body).slice(0, 20) : []
  const where = rows ? `at "${rows}"` : `(an array, or one under ${envelopes.join(', ')})`
  return new AppError('setup.answer-unexpected', `${place}: the answer has no list ${where}. Set settings.resources.${dataType}.rows`, {
    details: { status, path: url.pathname, fields },
  })
}

/** Names that never mean the number of rows in this one page (docs/erp/home-made-rest.md#totals). */
const totalPaths = ['total', 'totalCount', 'total_count', 'totalResults', 'totalRecords', '@odata.count']
const totalParents = ['', 'meta', 'pagination', 'paging']

function totalOf(response: HttpResponse, body: unknown, { total }: RestResource): number | undefined {
  if (total === false) return undefined
  if (total && 'path' in total) return toCount(valueAt(body, total.path))
  if (total) return toCount(response.header(total.header.toLowerCase()))
  const header = toCount(response.header('x-total-count') ?? response.header('x-total'))
  if (header !== undefined || !isFields(body)) return header
  for (const parent of totalParents) {
    const holder = parent === '' ? body : body[parent]
    for (const path of totalPaths) {
      const found = toCount(isFields(holder) ? holder[path] : undefined)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function toCount(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined
  return typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : undefined
}
