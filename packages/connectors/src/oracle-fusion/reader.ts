import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { AppError, isFields, toAppError } from '@linkspan/core/connector'
import { childLink, childrenOf, hasMoreChildren } from './children.ts'
import { anyOf, type Condition, type Grammar, is, toQ } from './q.ts'
import type { Api } from './service-root.ts'

/** What is asked of a resource. */
export interface Reading {
  readonly api: Api
  readonly resource: string
  /** Children that come with each row. Without them, `fields` may be named. */
  readonly expand?: readonly string[]
  readonly fields?: readonly string[] | undefined
  /** Whether rows come without their links. */
  readonly onlyData?: true
  /** All must hold. */
  readonly conditions?: readonly Condition[]
  readonly orderBy?: readonly string[]
}

export interface Window {
  readonly limit: number
  readonly offset: number
  /** Whether Fusion counts all rows, which costs it a second query (docs/erp/oracle-fusion.md#paging). */
  readonly counts?: boolean
}

export interface FusionPage {
  readonly rows: readonly Row[]
  readonly hasMore: boolean
  readonly total: number | undefined
  readonly serverTime: string | undefined
  /** For errors. */
  readonly place: string
}

export interface Reader {
  page(reading: Reading, window: Window): Promise<FusionPage>
  /** All rows whose attribute is one of these texts, over as many calls as that takes. */
  rowsWith(reading: Reading, attribute: string, texts: readonly string[]): Promise<readonly Row[]>
  /** How many rows a page should have. */
  readonly pageSize: number
}

/** Fusion gives no more rows in a page; on some systems it is 500 (docs/erp/oracle-fusion.md#paging). */
export const maxPageSize = 499
/** Longer lists of values make a URL that servers refuse. */
const maxValues = 20

export interface ReaderContext {
  readonly http: Pick<ErpHttp, 'call'>
  readonly rootOf: (api: Api) => URL
  readonly headers: Readonly<Record<string, string>>
  readonly pageSize: number
  readonly grammar: Grammar
}

export function createReader({ http, rootOf, headers, pageSize, grammar: first }: ReaderContext): Reader {
  let grammar = first
  let isProven = false
  let takesLists = true

  async function fetchPage(url: URL): Promise<FusionPage> {
    const response = await http.call(url, { headers })
    const body = response.json()
    if (!isFields(body) || !Array.isArray(body.items))
      throw new AppError('setup.answer-unexpected', `${response.place}: the answer has no list "items"`)
    const rows = body.items.map((row) => (isFields(row) ? row : {}))
    const hasMore = typeof body.hasMore === 'boolean' ? body.hasMore : rows.length > 0
    const total = typeof body.totalResults === 'number' ? body.totalResults : undefined
    return { rows, hasMore, total, serverTime: response.serverTime, place: response.place }
  }

  const urlOf = (
    { api, resource, expand, fields, onlyData, orderBy }: Reading,
    { limit, offset, counts = false }: Window,
    q: string | undefined,
  ) =>
    urlBelow(
      rootOf(api),
      resource,
      given({
        q,
        expand: expand?.join(','),
        fields: fields?.join(','),
        onlyData: onlyData && 'true',
        orderBy: orderBy?.join(','),
        limit: String(limit),
        offset: String(offset),
        totalResults: counts ? 'true' : undefined,
      }),
    )

  /** Asks in the grammar that works. Until one is known to, the other one is tried if a query is refused. */
  async function ask(reading: Reading, window: Window): Promise<FusionPage> {
    const { conditions = [] } = reading
    const inGrammar = (chosen: Grammar) => fetchPage(urlOf(reading, window, conditions.length === 0 ? undefined : toQ(conditions, chosen)))
    if (isProven || conditions.length === 0) return inGrammar(grammar)
    const other: Grammar = grammar === 'simple' ? 'expressions' : 'simple'
    try {
      const page = await inGrammar(grammar)
      isProven = true
      return page
    } catch (thrown) {
      if (toAppError(thrown).code !== 'setup.request-refused') throw thrown
      const page = await inGrammar(other).catch(() => {
        throw thrown
      })
      grammar = other
      isProven = true
      return page
    }
  }

  /** The row with all its children, also if Fusion has sent a part of them only. */
  async function complete(row: Row, { expand = [] }: Reading, origin: string): Promise<Row> {
    let whole = row
    for (const name of new Set(expand.map((path) => path.split('.')[0] ?? ''))) {
      const link = hasMoreChildren(row, name) ? childLink(row, name) : undefined
      if (link === undefined) continue
      const children = [...childrenOf(row, name)]
      for (let hasMore = true; hasMore; ) {
        const { pathname, search } = new URL(link, origin)
        const page = await fetchPage(
          urlBelow(origin, `${pathname}${search}`, given({ limit: String(maxPageSize), offset: String(children.length) })),
        )
        children.push(...page.rows)
        hasMore = page.hasMore && page.rows.length > 0
      }
      whole = { ...whole, [name]: children }
    }
    return whole
  }

  async function page(reading: Reading, window: Window): Promise<FusionPage> {
    const found = await ask(reading, window)
    return { ...found, rows: await completed(found.rows, reading) }
  }

  async function completed(found: readonly Row[], reading: Reading): Promise<readonly Row[]> {
    const { origin } = rootOf(reading.api)
    const rows: Row[] = []
    for (const row of found) rows.push(await complete(row, reading, origin))
    return rows
  }

  /** All rows that meet conditions, or a query in the later grammar. */
  async function rowsOf(reading: Reading, wanted: readonly Condition[] | string): Promise<readonly Row[]> {
    const rows: Row[] = []
    for (let hasMore = true; hasMore; ) {
      const window = { limit: maxPageSize, offset: rows.length }
      const found =
        typeof wanted === 'string' ? await fetchPage(urlOf(reading, window, wanted)) : await ask({ ...reading, conditions: wanted }, window)
      rows.push(...found.rows)
      hasMore = found.hasMore && found.rows.length > 0
    }
    return completed(rows, reading)
  }

  return {
    page,
    pageSize: Math.min(pageSize, maxPageSize),
    async rowsWith(reading, attribute, texts) {
      const rows: Row[] = []
      const values = [...new Set(texts)]
      for (let at = 0; at < values.length; ) {
        // The first one alone tells which grammar works.
        const size = takesLists && isProven && grammar === 'expressions' ? maxValues : 1
        const some = values.slice(at, at + size)
        try {
          rows.push(...(await rowsOf(reading, size === 1 ? [is(attribute, some[0] ?? '')] : anyOf(attribute, some))))
          at += size
        } catch (thrown) {
          if (size === 1 || toAppError(thrown).code !== 'setup.request-refused') throw thrown
          takesLists = false
        }
      }
      return rows
    },
  }
}

const given = (values: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined))
