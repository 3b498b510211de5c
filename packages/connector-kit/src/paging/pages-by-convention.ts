import { AppError, type Cursor } from '@linkspan/core/connector'
import { z } from 'zod'
import { valueAt } from '../fields/dot-path.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { moreSignOf } from './header-signs.ts'
import type { MoreSign } from './more-signs.ts'
import { firstPosition, markOf } from './number-position.ts'
import { type Answer, type Pager, type PagerPage, type Paging, unreachable } from './pager.ts'
import { firstCursor, pagesByCursor } from './pages-by-cursor.ts'
import { pagesByLink } from './pages-by-link.ts'
import { pagesByNumber } from './pages-by-number.ts'

/** A page that was found by trying, and the position in the style that found it. */
const Found = z.object({
  style: z.literal('found'),
  numbered: z.discriminatedUnion('style', [
    z.object({ style: z.literal('page'), parameter: z.string(), firstPage: z.int() }),
    z.object({ style: z.literal('offset'), parameter: z.string() }),
    z.object({ style: z.literal('cursor'), parameter: z.string(), path: z.string() }),
  ]),
  inner: z.string(),
})
type FoundStyle = z.infer<typeof Found>['numbered']
const isFound = (cursor: Cursor): boolean => Buffer.from(cursor, 'base64url').toString().startsWith('{"style":"found"')

/**
 * Follows next URLs, if there are any. A first answer that names none and has as many rows as a page would, or says that there are more, may
 * be cut: then the usual parameters are tried, so that silence is not taken for the end (docs/erp/home-made-rest.md#silent-limits).
 */
export const pagesByConvention = (limitParameter: string | undefined): Pager =>
  async function* (paging, after) {
    if (after !== null && isFound(after)) {
      const { numbered, inner } = fromCursor(Found, after)
      return yield* pagesFound(numbered, paging, inner as Cursor)
    }
    let isFirst = after === null
    for await (const page of pagesByLink({ from: 'anywhere', limitParameter })(paging, after)) {
      const { answer, next } = page
      const more = next === null ? (moreSignOf(answer) ?? (isFirst ? countOfMore(answer) : undefined)) : undefined
      const isDoubtful = isFirst && next === null && (more?.isMore || looksCut(answer))
      const found = isDoubtful ? ((await tryTokens(paging, answer)) ?? (await tryNumbers(paging, answer))) : null
      isFirst = false
      if (found === null) {
        if (more?.isMore && !more.isWeak) throw unreachable(answer, more, paging.place)
        yield page
        continue
      }
      const inner = positionAfter(found, answer, paging.place)
      yield { ...page, next: toCursor({ style: 'found', numbered: found, inner }) }
      return yield* pagesFound(found, paging, inner)
    }
  }

const positionAfter = (found: FoundStyle, { records, body }: Answer, place: string): Cursor =>
  found.style === 'cursor'
    ? firstCursor(String(valueAt(body, found.path)), records, place)
    : toCursor(firstPosition(records, found.style === 'page', place))

async function* pagesFound(numbered: FoundStyle, paging: Paging, from: Cursor): AsyncGenerator<PagerPage> {
  const pager = numbered.style === 'cursor' ? pagesByCursor(numbered) : pagesByNumber(numbered)
  for await (const page of pager(paging, from)) {
    yield { ...page, next: page.next === null ? null : toCursor({ style: 'found', numbered, inner: page.next }) }
  }
}

const smallestPage = 10
const largestPage = 5000

/** Whether a first answer may be one page of many: the total says so, or it has a round number of rows, or a power of two. */
function looksCut({ records: { length }, total }: Answer): boolean {
  if (total !== undefined && length > 0) return total > length
  if (length < smallestPage || length > largestPage) return false
  return length % 10 === 0 || length % 25 === 0 || (length & (length - 1)) === 0
}

/** A count that cannot be that of the rows in this answer, since it is higher. It may count rows that are not shown, in a short answer. */
function countOfMore({ records: { length }, body }: Answer): MoreSign | undefined {
  const names = ['count', 'Count', 'recordCount', 'itemCount', 'rowCount', 'recordsFiltered', 'recordsTotal'] as const
  for (const holder of [body, valueAt(body, 'meta')]) {
    const name = names.find((each) => Number(valueAt(holder, each)) > length)
    if (name && length > 0)
      return { isMore: true, sign: `${name}: ${valueAt(holder, name)}`, ...(length < smallestPage && { isWeak: true }) }
  }
  return undefined
}

type Values = Omit<Parameters<Paging['ask']>[0], 'parameters'>

/** Whether a parameter brings rows that are other ones than the first. */
async function bringsOthers(paging: Paging, first: Answer, parameter: string, values: Values): Promise<boolean> {
  const known = new Set(first.records.map(markOf))
  const value = String(values.cursor ?? values.page ?? values.offset)
  const { records } = await paging.ask({ ...values, parameters: { [parameter]: value } }).catch((thrown: unknown) => {
    if (thrown instanceof AppError && thrown.kind === 'setup') return { records: [] }
    throw thrown
  })
  return records.length > 0 && records.filter((record) => known.has(markOf(record))).length < records.length / 2
}

/** Under which parameters ERPs take the token back that they give under a name. */
const tokenParameters: readonly (readonly [RegExp, readonly string[]])[] = [
  [/page_?token$/i, ['pageToken', 'page_token']],
  [/continuation_?token$/i, ['continuationToken', 'continuation_token']],
  [/resumption_?token$/i, ['resumptionToken', 'resumption_token']],
  [/skip_?token$/i, ['skipToken', '$skiptoken', 'skip_token']],
  [/token$/i, ['nextToken', 'next_token', 'NextToken', 'token']],
  [/continuation$/i, ['continuation', 'continuationToken']],
  [/scroll_?id$/i, ['scrollId', 'scroll_id']],
  [/bookmark$/i, ['bookmark', 'nextBookmark']],
  [/marker$/i, ['marker', 'Marker']],
  [/start$/i, ['start', 'startIndex']],
  [/skip$/i, ['skip', '$skip']],
  [/cursor$/i, ['cursor', 'nextCursor', 'next_cursor']],
  [/page$/i, ['page', 'pageNumber']],
  [/offset$/i, ['offset']],
  [/after$/i, ['after', 'cursor']],
  [/next$/i, ['next', 'cursor', 'token', 'after']],
]

/** How the token of the first answer is sent back; null if it has none, or if nothing that is usual brings other rows. */
async function tryTokens(paging: Paging, first: Answer): Promise<FoundStyle | null> {
  const path = moreSignOf(first)?.path
  if (path === undefined) return null
  const cursor = String(valueAt(first.body, path))
  const [, parameters = []] = tokenParameters.find(([pattern]) => pattern.test(path)) ?? []
  for (const parameter of parameters) {
    if (await bringsOthers(paging, first, parameter, { cursor })) return { style: 'cursor', parameter, path }
  }
  return null
}

/** How the rows after the first ones are asked for by number; null if nothing that is usual brings others. */
async function tryNumbers(paging: Paging, first: Answer): Promise<FoundStyle | null> {
  for (const page of [1, 2]) {
    if (await bringsOthers(paging, first, 'page', { page })) return { style: 'page', parameter: 'page', firstPage: page === 1 ? 0 : 1 }
  }
  const offset = first.records.length
  return (await bringsOthers(paging, first, 'offset', { offset })) ? { style: 'offset', parameter: 'offset' } : null
}
