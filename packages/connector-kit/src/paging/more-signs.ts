import { isFields } from '@linkspan/core/connector'
import { isAbsent, valueAt } from '../fields/dot-path.ts'

/** What an answer says about further pages. */
export interface MoreSign {
  readonly isMore: boolean
  /** Where it says so, and what, as in `meta.has_more: true`. */
  readonly sign: string
  /** The path of a token, a URL or a number for the next page, if that is the sign. */
  readonly path?: string
}

const holders = (
  ' meta paging pagination page pageInfo page_info meta.pagination meta.page meta.paging meta.cursor cursor links _links links.next _links.next ' +
  'meta.links pagination.links result response data d info cursors paging.cursors paging.next pagination.next next responseMetadata'
).split(' ')
const yesNames = [
  ...['hasMore', 'has_more', 'hasNext', 'has_next', 'hasNextPage', 'has_next_page', 'hasMorePages', 'has_more_pages', 'hasMoreItems'],
  ...['has_more_items', 'moreRecords', 'more_records', 'morePages'],
]
/** These say that this answer is cut, and if not, nothing. */
const onlyYesNames = ['more', 'isTruncated', 'is_truncated', 'truncated']
const noNames = ['last', 'isLast', 'is_last', 'isLastPage', 'is_last_page', 'lastPage', 'last_page', 'endOfList']
const tokenNames = (
  'nextToken next_token NextToken nextCursor next_cursor nextPageToken next_page_token nextPage next_page nextPageUrl next_page_url nextUrl ' +
  'next_url nextLink @odata.nextLink odata.nextLink __next next nextOffset next_offset continuationToken continuation_token after href'
).split(' ')
/** These mean the next page in one place only: elsewhere they may be a name of anything. */
const tokensOnlyIn: Readonly<Record<string, RegExp>> = { after: /^(cursors|paging\.(cursors|next)|pagination\.next|next)$/, href: /next$/ }

const toFlag = (value: unknown): boolean | undefined => {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string' || !/^(true|false)$/i.test(value)) return undefined
  return value.toLowerCase() === 'true'
}

const at = (holder: string, name: string): string => (holder === '' ? name : `${holder}.${name}`)

/**
 * What a body says about further pages by convention: with a flag, which decides; else with pages that are counted, or with what the next page
 * is asked for. Undefined if it says nothing.
 */
export function moreSign(body: unknown): MoreSign | undefined {
  const places = holders.flatMap((holder) => {
    const value = holder === '' ? body : valueAt(body, holder)
    return isFields(value) ? [{ holder, fields: value }] : []
  })
  const first = (find: (place: (typeof places)[number]) => MoreSign | undefined): MoreSign | undefined => {
    for (const place of places) {
      const found = find(place)
      if (found) return found
    }
    return undefined
  }
  return first(flagIn) ?? first(pagesIn) ?? first(tokenIn)
}

type Place = { readonly holder: string; readonly fields: Readonly<Record<string, unknown>> }

function flagIn({ holder, fields }: Place): MoreSign | undefined {
  for (const name of [...yesNames, ...onlyYesNames, ...noNames]) {
    const flag = toFlag(fields[name])
    if (flag === undefined || (!flag && onlyYesNames.includes(name))) continue
    return { isMore: flag !== noNames.includes(name), sign: `${at(holder, name)}: ${flag}` }
  }
  return undefined
}

const countNames = ['totalPages', 'total_pages', 'pageCount', 'page_count', 'lastPage', 'last_page', 'pages']
const numberNames = ['currentPage', 'current_page', 'pageNumber', 'page_number', 'number', 'page']

/** More pages than the present one, whether they are counted from 0 or from 1. */
function pagesIn({ holder, fields }: Place): MoreSign | undefined {
  const toNumber = (name: string) => (isAbsent(fields[name]) ? Number.NaN : Number(fields[name]))
  const countName = countNames.find((name) => Number.isSafeInteger(toNumber(name)))
  if (countName === undefined) return undefined
  const numberName = numberNames.find((name) => Number.isSafeInteger(toNumber(name)))
  const isMore = (numberName === undefined ? 1 : toNumber(numberName) + 1) < toNumber(countName)
  const sign = `${at(holder, countName)}: ${fields[countName]}`
  return isMore && numberName !== undefined ? { isMore, sign } : undefined
}

function tokenIn({ holder, fields }: Place): MoreSign | undefined {
  for (const name of tokenNames) {
    const value = fields[name]
    const isToken = typeof value === 'string' || typeof value === 'number'
    if (!isToken || isAbsent(value) || tokensOnlyIn[name]?.test(holder) === false) continue
    const path = at(holder, name)
    return { isMore: true, sign: `${path}: ${JSON.stringify(value).slice(0, 60)}`, path }
  }
  return undefined
}
