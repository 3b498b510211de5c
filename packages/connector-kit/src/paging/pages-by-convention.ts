import { AppError, type Cursor } from '@linkspan/core/connector'
import { z } from 'zod'
import { fromCursor, toCursor } from './cursor.ts'
import { firstPosition, markOf, type Numbered } from './number-position.ts'
import type { Answer, Pager, PagerPage, Paging } from './pager.ts'
import { pagesByLink, saysMore, unreachable } from './pages-by-link.ts'
import { pagesByNumber } from './pages-by-number.ts'

/** A page that was found by trying, and the position in the style that found it. */
const Found = z.object({
  style: z.literal('found'),
  numbered: z.discriminatedUnion('style', [
    z.object({ style: z.literal('page'), parameter: z.string(), firstPage: z.int() }),
    z.object({ style: z.literal('offset'), parameter: z.string() }),
  ]),
  inner: z.string(),
})
const isFound = (cursor: Cursor): boolean => Buffer.from(cursor, 'base64url').toString().startsWith('{"style":"found"')

/**
 * Follows next URLs, if there are any. A first answer that names none and has as many rows as a page would may be all there is,
 * or be cut without a word: then the usual parameters are tried, so that silence is not taken for the end.
 */
export const pagesByConvention = (limitParameter: string | undefined): Pager =>
  async function* (paging, after) {
    if (after !== null && isFound(after)) {
      const { numbered, inner } = fromCursor(Found, after)
      return yield* pagesFound(numbered, paging, inner as Cursor)
    }
    let isFirst = after === null
    for await (const page of pagesByLink({ from: 'anywhere', limitParameter })(paging, after)) {
      const isDoubtful = isFirst && page.next === null && (saysMore(page.answer) || looksCut(page.answer))
      const numbered = isDoubtful ? await tryNumbers(paging, page.answer) : null
      isFirst = false
      if (numbered === null) {
        if (page.next === null && saysMore(page.answer)) throw unreachable(page.answer, paging.place)
        yield page
        continue
      }
      const inner = toCursor(firstPosition(page.answer.records, numbered.style === 'page', paging.place))
      yield { ...page, next: toCursor({ style: 'found', numbered, inner }) }
      return yield* pagesFound(numbered, paging, inner)
    }
  }

async function* pagesFound(numbered: Numbered, paging: Paging, from: Cursor): AsyncGenerator<PagerPage> {
  for await (const page of pagesByNumber(numbered)(paging, from)) {
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

/** How the rows after the first ones are asked for; null if nothing that is usual brings others. */
async function tryNumbers(paging: Paging, first: Answer): Promise<Numbered | null> {
  const known = new Set(first.records.map(markOf))
  const bringsOthers = async (parameter: string, values: { readonly page?: number; readonly offset?: number }): Promise<boolean> => {
    const number = values.page ?? values.offset
    const { records } = await paging.ask({ ...values, parameters: { [parameter]: String(number) } }).catch((thrown: unknown) => {
      if (thrown instanceof AppError && thrown.kind === 'setup') return { records: [] }
      throw thrown
    })
    return records.length > 0 && records.filter((record) => known.has(markOf(record))).length < records.length / 2
  }
  for (const page of [1, 2]) {
    if (await bringsOthers('page', { page })) return { style: 'page', parameter: 'page', firstPage: page === 1 ? 0 : 1 }
  }
  const offset = first.records.length
  return (await bringsOthers('offset', { offset })) ? { style: 'offset', parameter: 'offset' } : null
}
