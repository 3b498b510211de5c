import { valueAt } from '@linkspan/connector-kit/fields/dot-path'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import type { RestResource } from './settings.ts'

/** Names that never mean the number of rows in this one page (docs/erp/home-made-rest.md#totals). */
const totalNames = [
  'total',
  'totalCount',
  'total_count',
  'totalResults',
  'total_results',
  'totalRecords',
  'total_records',
  'totalItems',
  'total_items',
  'totalElements',
  'total_elements',
  '@odata.count',
]
const holders = ['', 'meta', 'pagination', 'paging', 'meta.pagination', 'meta.page', 'page', 'pageInfo', 'page_info', 'data', 'result']

/** How many rows the ERP says there are in all: where the settings say, else by convention. Undefined if it says nothing. */
export function totalOf(response: HttpResponse, body: unknown, { total }: RestResource): number | undefined {
  if (total === false) return undefined
  if (total && 'path' in total) return toCount(valueAt(body, total.path))
  if (total) return toCount(response.header(total.header.toLowerCase()))
  const header = toCount(response.header('x-total-count') ?? response.header('x-total'))
  if (header !== undefined) return header
  for (const holder of holders) {
    for (const name of totalNames) {
      const found = toCount(valueAt(holder === '' ? body : valueAt(body, holder), name))
      if (found !== undefined) return found
    }
  }
  return undefined
}

function toCount(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined
  return typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : undefined
}
