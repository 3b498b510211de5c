import { AppError } from '@linkspan/core/connector'
import { askEach, maxAtOnce } from '../http/ask-each.ts'
import type { ErpHttp } from '../http/erp-http.ts'
import { checkedJson } from '../http/error-in-answer.ts'
import type { AnswersAhead } from '../paging/answers-ahead.ts'
import { type ByTime, laterQuery } from './by-time.ts'
import type { Position } from './cursor.ts'
import { decodeCollection } from './decode.ts'
import { completeRow } from './expanded.ts'
import { expandedLink, linkOf, nextLink } from './next-link.ts'
import { withMissing, withParameters } from './query.ts'
import type { Row } from './row.ts'
import { extendTrail } from './trail.ts'

export interface Reading {
  readonly http: Pick<ErpHttp, 'call'>
  /** The first page, with the whole query. */
  readonly first: URL
  /** The path of all pages, as traces name it; that of the first one by default. */
  readonly template?: string | undefined
  readonly headers: Readonly<Record<string, string>>
  /** Added to links of the server that lack them. */
  readonly parameters: ReadonlyMap<string, string>
  /** Where to begin; null: with the first page. */
  readonly after: Position | null
  /** The `$top` of the first page, if we page ourselves. */
  readonly windowSize?: number | undefined
  /** Expanded properties: a server may send a part of them, and a link to the rest. */
  readonly expanded?: readonly string[] | undefined
  /** For a query in the order of time: to go on by time instead of by the server's link. */
  readonly byTime?: ByTime | undefined
  /** The server's link is the only sign that there is more, whatever its count says. */
  readonly linksOnly?: boolean | undefined
  /** Asks for pages ahead if we skip to them and the server counts: where a link leads is not known before. */
  readonly ahead?: AnswersAhead | undefined
}

export interface ODataPage {
  readonly rows: readonly Row[]
  readonly next: Position | null
  /** How many rows match: as this answer says, else as a former one did. */
  readonly total: number | undefined
  /** The server's clock as of now: ISO 8601, UTC. */
  readonly serverTime: string | undefined
  /** The server's clock when it answered, which may have been before the page was needed: ISO 8601, UTC. */
  readonly answeredAt: string | undefined
}

/**
 * Reads a collection page by page along the server's own links. If there is no link though the count says that rows are missing, or if we
 * page ourselves (docs/erp/sap-s4hana.md#paging-by-the-caller), it goes on with `$skip`, until no more rows come. The last page may be
 * empty: a server can announce one more after a full page (docs/erp/sap-s4hana.md#an-empty-last-page). A link that came before is
 * `remote.cursor-repeated`, even if it came before a restart.
 */
export async function* readPages(reading: Reading): AsyncGenerator<ODataPage> {
  const { http, first, headers, parameters, after, windowSize, byTime, linksOnly = false, ahead, template = first.pathname } = reading
  const seen = new Set<string>()
  let position: Position | null = after ?? { link: linkOf(first), read: 0, before: 0, from: byTime?.since }
  while (position) {
    const here: Position = position
    seen.add(here.link)
    const url = urlOf(here.link, first, parameters)
    const early = await ahead?.take(url)
    const response = early?.response ?? (await http.call(url, { headers, template }))
    const { rows, count, ...links } = decodeCollection(checkedJson(response), response.place)
    const total = count === undefined ? here.total : here.before + count
    const read = here.read + rows.length
    const isMore = !linksOnly && rows.length > 0 && (total === undefined ? rows.length === windowSize : here.before + read < total)
    const linked = nextLink(links, url)
    const skipped = linked === null && isMore ? skipTo(url, read) : null
    const link = linked ?? skipped
    const next: Position | null = link === null ? null : (byTime && laterQuery(byTime, rows, here)) || { ...here, link, read }
    const trail = next && extendTrail(here.trail, next.link)
    if (next && (trail === null || seen.has(next.link))) {
      throw new AppError('remote.cursor-repeated', `${response.place}: the same page was announced twice`, { details: { read } })
    }
    position = next && { ...next, ...(total !== undefined && { total }), ...(trail && { trail }) }
    ahead?.foresee(here.read > 0 && position && position.link === skipped ? skipsFrom(position, rows.length, reading) : [])
    const whole = await askEach(rows, (row) => completeEntity(row, { ...reading, template, asked: url, context: links.context }))
    const answeredAt = response.serverTime
    yield { rows: whole, next: position, total, serverTime: early ? early.source.serverTime : answeredAt, answeredAt }
  }
}

/** The pages from a position on that the count promises, if each has as many rows as the page before. */
function skipsFrom({ link, read, before, total = 0 }: Position, size: number, { first, parameters }: Reading): readonly URL[] {
  const url = urlOf(link, first, parameters)
  const urls: URL[] = []
  for (let skip = read; before + skip < total && urls.length < maxAtOnce; skip += size)
    urls.push(skip === read ? url : urlOf(skipTo(url, skip), first, parameters))
  return urls
}

const urlOf = (link: string, { origin }: URL, parameters: Reading['parameters']): URL => withMissing(new URL(link, origin), parameters)

const skipTo = (url: URL, read: number): string => linkOf(withParameters(url, new Map([['$skip', String(read)]]), ['$skiptoken']))

export interface EntityReading extends Pick<Reading, 'http' | 'headers' | 'parameters' | 'expanded' | 'template'> {
  /** The URL that the entity was read from. */
  readonly asked: URL
  /** What V4's relative links are resolved against. */
  readonly context?: string | undefined
}

/** An entity with all that hangs on it, also if the server has sent a part of an expanded property only. */
export const completeEntity = (row: Row, { asked, context, expanded = [], ...reading }: EntityReading): Promise<Row> =>
  completeRow(row, expanded, async (link) => {
    const { http, headers, parameters, template = asked.pathname } = reading
    const first = new URL(expandedLink(link, context, asked), asked.origin)
    const rest: Row[] = []
    for await (const { rows } of readPages({ http, headers, parameters, template, first, after: null })) rest.push(...rows)
    return rest
  })
