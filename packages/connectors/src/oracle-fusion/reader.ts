import { askEach, askInLists } from '@linkspan/connector-kit/http/ask-each'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { createAnswersAhead, type TakenAnswer } from '@linkspan/connector-kit/paging/answers-ahead'
import { AppError, type Clock, isFields, toAppError } from '@linkspan/core/connector'
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
  /** Fusion's clock as of now. */
  readonly serverTime: string | undefined
  /** Fusion's clock when it answered, which may have been before the page was needed. */
  readonly answeredAt: string | undefined
  /** For errors. */
  readonly place: string
}

export interface PageReader {
  page(reading: Reading, window: Window): Promise<FusionPage>
  /** Asks ahead for these pages, the soonest first; those that were foreseen before and are not any more are forgotten. */
  foresee(reading: Reading, windows: readonly Window[]): void
}

export interface Reader {
  page(reading: Reading, window: Window): Promise<FusionPage>
  /** For pages that follow each other. */
  openSeries(): PageReader
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
  readonly clock: Clock
  readonly rootOf: (api: Api) => URL
  readonly headers: Readonly<Record<string, string>>
  readonly pageSize: number
  readonly grammar: Grammar
}

type Take = (url: URL) => Promise<TakenAnswer>

export function createReader({ http, clock, rootOf, headers, pageSize, grammar: first }: ReaderContext): Reader {
  let grammar = first
  let isProven = false
  let takesLists: boolean | undefined

  const call = (url: URL, template?: string) => http.call(url, { headers, template })
  const takeNow =
    (template?: string): Take =>
    async (url) => {
      const response = await call(url, template)
      return { response, source: response }
    }

  async function fetchPage(url: URL, take: Take = takeNow()): Promise<FusionPage> {
    const { response, source } = await take(url)
    const body = response.json()
    if (!isFields(body) || !Array.isArray(body.items))
      throw new AppError('setup.answer-unexpected', `${response.place}: the answer has no list "items"`)
    const rows = body.items.map((row) => (isFields(row) ? row : {}))
    const hasMore = typeof body.hasMore === 'boolean' ? body.hasMore : rows.length > 0
    const total = typeof body.totalResults === 'number' ? body.totalResults : undefined
    return { rows, hasMore, total, serverTime: source.serverTime, answeredAt: response.serverTime, place: response.place }
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

  const urlIn = (chosen: Grammar, reading: Reading, window: Window): URL =>
    urlOf(reading, window, reading.conditions?.length ? toQ(reading.conditions, chosen) : undefined)

  /** Asks in the grammar that works. Until one is known to, the other one is tried if a query is refused. */
  async function ask(reading: Reading, window: Window, take?: Take): Promise<FusionPage> {
    const { conditions = [] } = reading
    const inGrammar = (chosen: Grammar) => fetchPage(urlIn(chosen, reading, window), take)
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
  async function complete(row: Row, { api, resource, expand = [] }: Reading, origin: string): Promise<Row> {
    let whole = row
    const rows = urlBelow(rootOf(api), resource).pathname
    for (const name of new Set(expand.map((path) => path.split('.')[0] ?? ''))) {
      const link = hasMoreChildren(row, name) ? childLink(row, name) : undefined
      if (link === undefined) continue
      const children = [...childrenOf(row, name)]
      for (let hasMore = true; hasMore; ) {
        const { pathname, search } = new URL(link, origin)
        const page = await fetchPage(
          urlBelow(origin, `${pathname}${search}`, given({ limit: String(maxPageSize), offset: String(children.length) })),
          takeNow(`${rows}/{}/child/${name}`),
        )
        children.push(...page.rows)
        hasMore = page.hasMore && page.rows.length > 0
      }
      whole = { ...whole, [name]: children }
    }
    return whole
  }

  async function page(reading: Reading, window: Window, take?: Take): Promise<FusionPage> {
    const found = await ask(reading, window, take)
    return { ...found, rows: await completed(found.rows, reading) }
  }

  const completed = (found: readonly Row[], reading: Reading): Promise<readonly Row[]> =>
    askEach(found, (row) => complete(row, reading, rootOf(reading.api).origin))

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

  const maxListed = () => (isProven && grammar === 'expressions' && takesLists !== false ? maxValues : 1)
  const isKnownWhatWorks = () => isProven && (grammar === 'simple' || takesLists !== undefined)

  /** The rows with one of these texts: all in one call, or in one for each if the tenant takes no lists. */
  async function rowsOfList(reading: Reading, attribute: string, texts: readonly string[]): Promise<readonly Row[]> {
    if (maxListed() > 1) {
      try {
        const rows = await rowsOf(reading, anyOf(attribute, texts))
        if (texts.length > 1) takesLists = true
        return rows
      } catch (thrown) {
        if (toAppError(thrown).code !== 'setup.request-refused') throw thrown
        takesLists = false
      }
    }
    return (await askEach(texts, (text) => rowsOf(reading, [is(attribute, text)]))).flat()
  }

  return {
    page: (reading, window) => page(reading, window),
    pageSize: Math.min(pageSize, maxPageSize),
    openSeries() {
      const ahead = createAnswersAhead(call, clock)
      return {
        page: (reading, window) => page(reading, window, ahead.take),
        foresee: (reading, windows) => ahead.foresee(windows.map((window) => urlIn(grammar, reading, window))),
      }
    },
    async rowsWith(reading, attribute, texts) {
      const values = [...new Set(texts)]
      const rows: Row[] = []
      // One call tells which grammar works, another one whether lists are taken: neither needs to be refused more than once.
      while (values.length > 0 && !isKnownWhatWorks()) rows.push(...(await rowsOfList(reading, attribute, values.splice(0, maxListed()))))
      return [...rows, ...(await askInLists(values, maxListed(), (list) => rowsOfList(reading, attribute, list)))]
    },
  }
}

const given = (values: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined))
