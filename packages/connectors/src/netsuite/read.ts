import { askInLists } from '@linkspan/connector-kit/http/ask-each'
import { AppError, type Fields, toAppError } from '@linkspan/core/connector'
import { idLiteral, isAfter, isOneOf, type Key, type Query } from './query.ts'
import type { QueryPage, SuiteQl } from './suiteql.ts'

/** Rows in the order of their keys, page by page. */
export interface RowPage {
  readonly rows: readonly Fields[]
  /** The keys of the last row; null at the end. */
  readonly next: readonly string[] | null
  /** How many rows there are from this page on. */
  readonly left: number | undefined
  readonly serverTime: string | undefined
}

export interface Reader {
  /** The pages after the row with these keys. Each is the first page of a query of its own, so that no cap is ever met. */
  pages(query: Query, keys: readonly Key[], after: readonly string[] | null): AsyncGenerator<RowPage>
  /** All rows of a query. */
  all(query: Query, keys: readonly Key[]): Promise<readonly Fields[]>
  /** All rows whose field is one of these ids. */
  of(ids: readonly string[], field: string, query: Query, keys: readonly Key[]): Promise<readonly Fields[]>
}

/** More are refused (docs/erp/netsuite.md#paging). */
export const maxPageSize = 1000
/** A page is not made smaller than this if it takes NetSuite too long. */
const minPageSize = 5
/** NetSuite, or a proxy before it, gave up over a query. */
const tooSlow: readonly unknown[] = [408, 413, 504]
/** How many ids a query may list (docs/erp/netsuite.md#lines). */
const maxIds = 500

export function createReader(suiteQl: SuiteQl, pageSize: number): Reader {
  /** What belongs to rows is read in pages as large as may be. */
  async function all(query: Query, keys: readonly Key[]): Promise<readonly Fields[]> {
    const found: Fields[] = []
    for await (const { rows } of readPages(suiteQl, { query, keys, after: null, pageSize: maxPageSize })) found.push(...rows)
    return found
  }

  return {
    pages: (query, keys, after) => readPages(suiteQl, { query, keys, after, pageSize }),
    all,
    of: (ids, field, query, keys) =>
      askInLists(ids, maxIds, (list) => all({ ...query, where: [...query.where, isOneOf(field, list.map(idLiteral))] }, keys)),
  }
}

interface Reading {
  readonly query: Query
  readonly keys: readonly Key[]
  readonly after: readonly string[] | null
  readonly pageSize: number
}

async function* readPages(suiteQl: SuiteQl, { query, keys, after, pageSize }: Reading): AsyncGenerator<RowPage> {
  let position = after
  for (let size = Math.min(pageSize, maxPageSize); ; ) {
    const where = position === null ? query.where : [...query.where, isAfter(keys, position)]
    let page: QueryPage
    try {
      page = await suiteQl.run({ ...query, where }, keys, size)
    } catch (thrown) {
      const { details, code } = toAppError(thrown)
      if (size <= minPageSize || code === 'remote.throttled' || !tooSlow.includes(details.status)) throw thrown
      size = Math.max(minPageSize, Math.floor(size / 2))
      continue
    }
    position = nextPosition(page, keys, position)
    yield { rows: page.rows, next: position, left: page.total, serverTime: page.serverTime }
    if (position === null) return
  }
}

/** Where the next page begins; null if there is none. Throws if reading would go in circles, or cannot go on. */
function nextPosition({ rows, hasMore }: QueryPage, keys: readonly Key[], before: readonly string[] | null): readonly string[] | null {
  const last = lastKeys(rows, keys)
  if (before !== null && last !== null && !isLater(last, before))
    throw new AppError('remote.cursor-repeated', `SuiteQL: the rows after ${before.join('/')} end with ${last.join('/')}`)
  if (hasMore && last === null)
    throw new AppError('setup.answer-unexpected', 'SuiteQL: there is more, but no row of the page has an id to go on from')
  return hasMore ? last : null
}

/** The keys of the last row that has them all: an ill-formed row is not gone on from. */
function lastKeys(rows: readonly Fields[], keys: readonly Key[]): readonly string[] | null {
  const row = rows.findLast((each) => keys.every(({ name }) => keyOf(each[name]) !== null))
  return row === undefined ? null : keys.map(({ name }) => keyOf(row[name]) ?? '')
}

const keyOf = (value: unknown): string | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null

function isLater(one: readonly string[], other: readonly string[]): boolean {
  for (const [at, value] of one.entries()) {
    const order = compare(value, other[at] ?? '')
    if (order !== 0) return order > 0
  }
  return false
}

const compare = (one: string, other: string): number => {
  if (/^-?\d+$/.test(one) && /^-?\d+$/.test(other)) return BigInt(one) > BigInt(other) ? 1 : BigInt(one) < BigInt(other) ? -1 : 0
  return one > other ? 1 : one < other ? -1 : 0
}
