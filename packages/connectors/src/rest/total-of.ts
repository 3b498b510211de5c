import { valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { plainName } from '@linkspan/connector-kit/fields/field-names'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { paginationIn } from '@linkspan/connector-kit/paging/header-signs'
import { placesIn } from '@linkspan/connector-kit/paging/more-sign-places'
import type { RestResource } from './settings.ts'

/** Names that never mean the number of rows in this one page (docs/erp/home-made-rest.md#totals). */
const totalNames = [
  'total',
  'totalCount',
  'totalResults',
  'totalRecords',
  'totalItems',
  'totalElements',
  'totalRows',
  'totalSize',
  'numFound',
  '@odata.count',
].map(plainName)

/** How many rows the ERP says there are in all: where the settings say, else by convention. Undefined if it says nothing. */
export function totalOf(response: HttpResponse, body: unknown, { total }: RestResource): number | undefined {
  if (total === false) return undefined
  if (total && 'path' in total) return toCount(valueAt(body, total.path))
  if (total) return toCount(response.header(total.header.toLowerCase()))
  const header = toCount(response.header('x-total-count') ?? response.header('x-total') ?? rangeTotal(response))
  if (header !== undefined) return header
  const places = [...placesIn(body), ...placesIn(paginationIn(response))]
  for (const { fields } of places) {
    for (const name of totalNames) {
      const found = toCount(fields.get(name)?.value)
      if (found !== undefined) return found
    }
  }
  return undefined
}

/** The total in `Content-Range: items 0-14/45`. */
const rangeTotal = ({ header }: HttpResponse): string | undefined => /^\w+ .*\/(\d+)$/.exec(header('content-range') ?? '')?.[1]

function toCount(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined
  return typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : undefined
}
