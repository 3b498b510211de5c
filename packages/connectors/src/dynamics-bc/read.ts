import { askInLists } from '@linkspan/connector-kit/http/ask-each'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { Position } from '@linkspan/connector-kit/odata/cursor'
import { decodeCollection } from '@linkspan/connector-kit/odata/decode'
import { instantLiteral, textLiteral } from '@linkspan/connector-kit/odata/literals'
import { type ODataPage, readPages } from '@linkspan/connector-kit/odata/pages'
import { queryOptions, withParameters } from '@linkspan/connector-kit/odata/query'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import { AppError, toAppError } from '@linkspan/core/connector'
import type { Tenant } from './tenant.ts'

/** What is asked of an entity set. */
export interface Reading {
  readonly set: string
  /** Navigation properties that come with each row: without them it could not be read. */
  readonly expand?: readonly string[]
  /** The properties that are wanted; those that the tenant does not have are left out. Absent: all. */
  readonly select?: readonly string[]
  /** Only what changed at this time or later, in the order of time. */
  readonly since?: string | null
  /** Further conditions, all of which must hold. */
  readonly filter?: readonly string[]
}

export interface Reader {
  /** The first page's address. */
  firstPage(reading: Reading): Promise<URL>
  /** Reads page by page; `after` is where a page before ended. */
  pages(reading: Reading, after: Position | null): AsyncGenerator<ODataPage>
  /** The rows whose property is one of these texts, over as many calls as that takes. */
  rowsWith(reading: Reading, property: string, texts: readonly string[]): Promise<readonly Row[]>
  /** How many rows match. */
  count(reading: Reading): Promise<number | undefined>
}

export interface ReaderContext {
  readonly http: Pick<ErpHttp, 'call'>
  readonly tenant: Tenant
  readonly headers: Readonly<Record<string, string>>
  /** How many rows a page should have. */
  readonly pageSize: number
}

/** Larger pages are refused (docs/erp/dynamics-business-central.md#paging). */
const maxPageSize = 20_000
/** A page is not made smaller than this if it takes the server too long. */
const minPageSize = 5
/** The server gave up over a page, or does not give so many rows (docs/erp/dynamics-business-central.md#slow-pages). */
const tooMuch: readonly unknown[] = [408, 413, 504]
/** Longer lists of values make a URL that servers refuse (docs/erp/dynamics-business-central.md#filters). */
export const maxValues = 20

const timeOf = (row: Row): string | null => instantOf(row.lastModifiedDateTime)

export function createReader({ http, tenant, headers, pageSize }: ReaderContext): Reader {
  const sized = (size: number) => ({ ...headers, prefer: `odata.maxpagesize=${size}` })

  async function firstPage({ set, expand, select, since = null, filter = [] }: Reading): Promise<URL> {
    const shape = await tenant.shapeOf(set)
    const missing = expand?.find((link) => shape && !shape.links.has(link))
    if (missing !== undefined) throw new AppError('setup.answer-unexpected', `The tenant's ${set} have no ${missing}`, { details: { set } })
    const isDelta = since !== null && (shape?.properties.has('lastModifiedDateTime') ?? true)
    const conditions = [...(isDelta ? [`lastModifiedDateTime ge ${instantLiteral('v4', since)}`] : []), ...filter]
    const query = {
      filter: conditions.length === 0 ? undefined : conditions.join(' and '),
      orderBy: isDelta ? ['lastModifiedDateTime'] : [],
      expand,
      select: select?.filter((name) => shape?.properties.has(name) ?? true),
      count: true,
    }
    return withParameters(await tenant.urlOf(set), queryOptions('v4', query))
  }

  async function* pages(reading: Reading, after: Position | null): AsyncGenerator<ODataPage> {
    const first = await firstPage(reading)
    const { since = null } = reading
    const from = (time: string): URL => withParameters(first, new Map([['$filter', sinceFilter(reading, time)]]))
    const byTime = since !== null && first.searchParams.has('$orderby') ? { since, timeOf, from } : undefined
    const parameters = new Map((await tenant.companies()).root.searchParams)
    let position = after
    for (let size = Math.min(pageSize, maxPageSize); ; ) {
      try {
        const read = readPages({ http, first, headers: sized(size), parameters, after: position, expanded: reading.expand, byTime })
        for await (const page of read) {
          yield page
          position = page.next
        }
        return
      } catch (thrown) {
        const { details, code } = toAppError(thrown)
        if (size <= minPageSize || code === 'remote.throttled' || !tooMuch.includes(details.status)) throw thrown
        size = Math.max(minPageSize, Math.floor(size / 2))
      }
    }
  }

  return {
    firstPage,
    pages,
    rowsWith: (reading, property, texts) =>
      askInLists(texts, maxValues, async (list) => {
        const rows: Row[] = []
        const filter = [...(reading.filter ?? []), anyOf(property, list)]
        for await (const page of pages({ ...reading, filter }, null)) rows.push(...page.rows)
        return rows
      }),
    async count(reading) {
      const { expand: _, ...narrow } = reading
      const first = await firstPage({ ...narrow, select: ['id'] })
      const response = await http.call(withParameters(first, new Map([['$top', '1']])), { headers })
      return decodeCollection(response.json(), response.place).count
    },
  }
}

/** Any of these values: of one property only, as Business Central wants it. */
export function anyOf(property: string, values: readonly string[]): string {
  const parts = values.map((value) => `${property} eq ${textLiteral(value)}`)
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' or ')})`
}

const sinceFilter = ({ filter = [] }: Reading, time: string): string =>
  [`lastModifiedDateTime ge ${instantLiteral('v4', time)}`, ...filter].join(' and ')
