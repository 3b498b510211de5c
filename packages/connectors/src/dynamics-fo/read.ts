import { askEach } from '@linkspan/connector-kit/http/ask-each'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import type { Position } from '@linkspan/connector-kit/odata/cursor'
import { textLiteral } from '@linkspan/connector-kit/odata/literals'
import { type ODataPage, readPages } from '@linkspan/connector-kit/odata/pages'
import { queryOptions, withParameters } from '@linkspan/connector-kit/odata/query'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { Role } from './entity-sets.ts'
import { crossCompany, type Tenant } from './tenant.ts'

/** What is asked of an entity set. */
export interface Reading {
  readonly role: Role
  /** The parts of the key: rows come in their order, since a page can begin after so many rows. */
  readonly keys: readonly string[]
  /** The properties that are wanted; those that the environment does not have are left out. Absent: all. */
  readonly select?: readonly string[]
  /** Navigation properties that come with each row. */
  readonly expand?: readonly string[]
  /** Further conditions, all of which must hold. */
  readonly filter?: readonly string[]
  /** The property that names the company, `dataAreaId` by default; null if the set has none. */
  readonly companyProperty?: string | null
  /** Whether the server shall count the rows. */
  readonly isCounted?: boolean
}

export interface ReadPage extends ODataPage {
  /** Rows went away while pages were read, or are missing. */
  readonly partial: boolean
}

export interface Reader {
  /** The first page's address. */
  firstPage(reading: Reading): Promise<URL>
  /** Reads page by page; `after` is where a page before ended. */
  pages(reading: Reading, after: Position | null): AsyncGenerator<ReadPage>
  /** The rows whose property is one of these texts exactly, over as many calls as that takes. */
  rowsWith(reading: Reading, property: string, texts: readonly string[]): Promise<readonly Row[]>
  /** The same for texts that follow each other in the order of the server: those from the first to the last are read at once. */
  rowsAlong(reading: Reading, property: string, texts: readonly string[]): Promise<readonly Row[]>
}

export interface ReaderContext {
  readonly http: Pick<ErpHttp, 'call'>
  readonly tenant: Tenant
  readonly headers: Readonly<Record<string, string>>
  /** How many rows a page should have. */
  readonly pageSize: number
}

/** No server gives more (docs/erp/dynamics-finance-operations.md#paging). */
const maxPageSize = 10_000
/** Longer conditions make a URL that servers refuse (docs/erp/dynamics-finance-operations.md#filters). */
const maxFilterLength = 1500

export function createReader({ http, tenant, headers, pageSize }: ReaderContext): Reader {
  async function firstPage({ role, keys, select, expand, filter = [], companyProperty = 'dataAreaId', isCounted = true }: Reading) {
    const set = await tenant.setOf(role)
    const shape = await tenant.shapeOf(set)
    const has = (name: string) => shape?.properties.has(name) ?? true
    const ofCompany =
      companyProperty !== null && has(companyProperty) ? [`${companyProperty} eq ${textLiteral(await tenant.company())}`] : []
    const conditions = [...ofCompany, ...filter]
    const query = {
      filter: conditions.length === 0 ? undefined : conditions.join(' and '),
      orderBy: keys.filter(has),
      expand,
      select: select?.filter(has),
      count: isCounted,
    }
    return withParameters(urlBelow(tenant.root, set, crossCompany), queryOptions('v4', query))
  }

  async function* pagesOf(reading: Reading, after: Position | null, size: number): AsyncGenerator<ReadPage> {
    const first = await firstPage(reading)
    const sized = { ...headers, prefer: `odata.maxpagesize=${Math.min(size, maxPageSize)}` }
    let told = after?.total
    let read = after?.read ?? 0
    for await (const page of readPages({ http, first, headers: sized, parameters: crossCompany, after, expanded: reading.expand })) {
      const { total } = page
      read += page.rows.length
      const hasFallen = told !== undefined && total !== undefined && total < told
      const isShort = page.next === null && total !== undefined && read < total
      told = total ?? told
      yield { ...page, partial: hasFallen || isShort }
    }
  }

  async function allRows(reading: Reading, conditions: readonly string[]): Promise<readonly Row[]> {
    const rows: Row[] = []
    const narrowed = { ...reading, isCounted: false, filter: [...(reading.filter ?? []), ...conditions] }
    for await (const page of pagesOf(narrowed, null, maxPageSize)) rows.push(...page.rows)
    return rows
  }

  async function rowsWith(reading: Reading, property: string, texts: readonly string[]): Promise<readonly Row[]> {
    const wanted = new Set(texts)
    const found = await askEach(conditionsFor(property, [...wanted]), (condition) => allRows(reading, [condition]))
    return found.flat().filter((row) => wanted.has(textOf(row, property) ?? ''))
  }

  return {
    firstPage,
    pages: (reading, after) => pagesOf(reading, after, pageSize),
    rowsWith,
    async rowsAlong(reading, property, texts) {
      const wanted = new Set(texts)
      const [first, last] = [texts[0], texts.at(-1)]
      if (first === undefined || last === undefined || conditionsFor(property, [...wanted]).length === 1)
        return rowsWith(reading, property, texts)
      const between = [`${property} ge ${textLiteral(first)}`, `${property} le ${textLiteral(last)}`]
      const rows = (await allRows(reading, between)).filter((row) => wanted.has(textOf(row, property) ?? ''))
      const found = new Set(rows.map((row) => textOf(row, property)))
      const missing = [...wanted].filter((text) => !found.has(text)) // the server may have another order than it was asked for
      return [...rows, ...(await rowsWith(reading, property, missing))]
    },
  }
}

/** Alternatives of one property, as many in a condition as a URL bears. */
export function conditionsFor(property: string, texts: readonly string[]): readonly string[] {
  const groups: string[][] = []
  let length = Number.POSITIVE_INFINITY
  for (const text of texts) {
    const part = `${property} eq ${textLiteral(text)}`
    const cost = encodeURIComponent(` or ${part}`).length
    if (length + cost > maxFilterLength) {
      groups.push([])
      length = 0
    }
    groups.at(-1)?.push(part)
    length += cost
  }
  return groups.map((parts) => (parts.length === 1 ? (parts[0] as string) : `(${parts.join(' or ')})`))
}
