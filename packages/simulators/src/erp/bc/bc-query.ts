import { BcError, unknownProperty } from './bc-error.ts'
import type { Fields } from './bc-store.ts'

export interface BcQuery {
  readonly filter: string | undefined
  readonly select: readonly string[] | undefined
  readonly expand: readonly string[]
  readonly orderBy: 'id' | 'time'
  readonly descending: boolean
  readonly top: number | undefined
  readonly skip: number
  /** The key of the last row of the page before. */
  readonly skipToken: string | undefined
  readonly wantsCount: boolean
  /** The query as it was sent, without `$skiptoken`. */
  readonly rest: string
}

const known = ['$filter', '$select', '$expand', '$orderby', '$top', '$skip', '$skiptoken', '$count', '$schemaversion']

export function parseBcQuery(rawQuery: string): BcQuery {
  const query = new URLSearchParams(rawQuery)
  for (const name of query.keys())
    if (name.startsWith('$') && !known.includes(name))
      throw new BcError(400, 'BadRequest', `The query parameter '${name}' is not supported.`)
  const list = (name: string) => (query.get(name) ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  const [order, direction = 'asc'] = (query.get('$orderby') ?? 'id').split(' ')
  if (!['id', 'number', 'lastModifiedDateTime'].includes(order ?? '')) throw unknownProperty(order ?? '', 'entities')
  return {
    filter: query.get('$filter') ?? undefined,
    select: query.has('$select') ? list('$select') : undefined,
    expand: list('$expand'),
    orderBy: order === 'lastModifiedDateTime' ? 'time' : 'id',
    descending: direction === 'desc',
    top: numberOf(query.get('$top')),
    skip: numberOf(query.get('$skip')) ?? 0,
    skipToken: query.get('$skiptoken') ?? undefined,
    wantsCount: query.get('$count') === 'true',
    rest: rawQuery
      .split('&')
      .filter((part) => part !== '' && !/^(\$|%24)skiptoken=/i.test(part))
      .join('&'),
  }
}

function numberOf(text: string | null): number | undefined {
  if (text === null) return undefined
  if (!/^\d+$/.test(text)) throw new BcError(400, 'BadRequest', `'${text}' is not a number.`)
  return Number(text)
}

/** The largest page that is given (docs/erp/dynamics-business-central.md#paging). */
const maxPageSize = 20_000

/** How many rows a page has: as many as the caller prefers, at most as many as the server gives. */
export function pageSizeOf(prefer: string | undefined, own: number): number {
  const asked = /odata\.maxpagesize=(\d+)/.exec(prefer ?? '')?.[1]
  if (asked === undefined) return own
  if (Number(asked) > maxPageSize) throw new BcError(413, 'BadRequest', `The page size must not be larger than ${maxPageSize}.`)
  return Math.max(1, Math.min(own, Number(asked)))
}

/** The selected properties, all if none is named. */
export function selected(fields: Fields, { select }: BcQuery, set: string): Fields {
  if (!select) return fields
  const wrong = select.find((name) => name !== '@odata.etag' && !Object.hasOwn(fields, name))
  if (wrong !== undefined) throw unknownProperty(wrong, set)
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name === '@odata.etag' || select.includes(name)))
}
