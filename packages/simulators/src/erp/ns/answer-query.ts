import { type Answer, type Exchange, json } from '../../exchange.ts'
import { dateMark, type Found, type NsDatabase } from './database.ts'
import { NsError } from './ns-error.ts'
import { translate, unknownIdentifier } from './suiteql.ts'
import { isTable, type TableName, tables } from './tables.ts'

export interface QueryOptions {
  readonly database: NsDatabase
  /** Whether a full page always says that there is more. */
  readonly announcesAfterFullPage: boolean
  /** Columns that the role or the account does not show, as in `transactionline.subsidiary`. */
  readonly hidden: readonly string[]
  readonly date: () => string
  /** Moves a row to the end of the order by time. */
  readonly touch: (table: TableName, id: number) => void
}

const maxRows = 1000
const maxPages = 1000
const maxTotal = 100_000

/** Answers a SuiteQL query (docs/erp/netsuite.md#suiteql). */
export function createQueryAnswer({ database, announcesAfterFullPage, hidden, date, touch }: QueryOptions): (exchange: Exchange) => Answer {
  /** The latest answer to each query, whatever its numbers. */
  const latest = new Map<string, object>()

  function run(sql: string, used: readonly string[]): Found[] {
    const columns = used.filter(isTable).map((table) => columnsOf(table, hidden).join(', '))
    for (const name of hidden) {
      const [table = '', column = ''] = name.split('.')
      if (used.includes(table) && sql.includes(`[${column}]`)) throw unknownIdentifier(column, columns.join(', '))
    }
    try {
      return database.rows(sql)
    } catch (error) {
      const [, missing] = /no such column: (?:\w+\.)?(\w+)/.exec(String(error)) ?? []
      if (missing !== undefined) throw unknownIdentifier(missing, columns.join(', '))
      throw new NsError(400, 'INVALID_PARAMETER', `Invalid search query. ${String(error)}`, { 'o:errorQueryParam': 'q' })
    }
  }

  return (exchange) => {
    const { query: parameters, headers, body, takeFault } = exchange
    if (!/\btransient\b/.test(String(headers.prefer ?? '')))
      throw new NsError(400, 'INVALID_HEADER', 'The required request header "Prefer" is missing or its value is not "transient".', {
        'o:errorHeader': 'Prefer',
      })
    const [limit, offset] = limitsOf(parameters)
    const { sql, tables: used } = translate(queryOf(body))
    const [{ n = 0 } = {}] = run(`SELECT COUNT(*) AS n FROM (${sql})`, used)
    const rows = run(`${sql} LIMIT ${limit} OFFSET ${offset}`, used)
    const count = Number(n)
    const wrong = takeFault('wrong-total')
    const invalid = rows.length > 0 ? takeFault('invalid-records') : undefined
    const items = rows.map((row, at) => {
      const shown = render(row)
      return invalid && at < (invalid.records ?? 2) ? spoilt(shown, at) : shown
    })
    const hasMore = offset + rows.length < count || (announcesAfterFullPage && rows.length === limit)
    const answer = { links: [], count: rows.length, hasMore, items, offset, totalResults: count + (wrong ? (wrong.by ?? 1) : 0) }
    const skeleton = sql.replace(/\d+/g, '0')
    const isRepeated = rows.length > 0 && takeFault('repeat-cursor') !== undefined
    const again = isRepeated ? latest.get(skeleton) : undefined
    const repeated = again ?? { ...answer, hasMore: hasMore || isRepeated }
    latest.set(skeleton, repeated)
    const id = Number(rows[0]?.id)
    const [table = ''] = used
    const isMovable = isTable(table) && columnsOf(table).includes('id') && Number.isInteger(id)
    const moving = isMovable ? takeFault('moving-rows') : undefined
    if (isMovable && moving?.move === 'delete') database.remove(table, `id = ${id}`)
    else if (isMovable && moving) touch(table, id)
    return json(repeated, { headers: { date: date() } })
  }
}

/** All columns that a table shows. */
export const columnsOf = (table: TableName, hidden: readonly string[] = []): readonly string[] =>
  tables[table]
    .split(',')
    .flatMap((part) => /^\s*([a-z]+)\s+[A-Z]/.exec(part)?.[1] ?? [])
    .filter((name) => !hidden.includes(`${table}.${name}`))

function limitsOf(parameters: URLSearchParams): readonly [limit: number, offset: number] {
  const read = (name: string, unless: number): number => {
    const text = parameters.get(name)
    if (text !== null && !/^\d+$/.test(text)) throw wrongParameter(name, `The ${name} must be a number.`)
    return text === null ? unless : Number(text)
  }
  const [limit, offset] = [read('limit', maxRows), read('offset', 0)]
  if (limit < 1 || limit > maxRows) throw wrongParameter('limit', `Provide a limit between 1 and ${maxRows}.`)
  if (offset % limit !== 0) throw wrongParameter('offset', 'The offset must be divisible by the limit.')
  if (offset / limit >= maxPages || offset + limit > maxTotal)
    throw wrongParameter('offset', `A query gives at most ${maxPages} pages and ${maxTotal} rows.`)
  return [limit, offset]
}

const wrongParameter = (name: string, detail: string): NsError =>
  new NsError(400, 'INVALID_PARAMETER', detail, { 'o:errorQueryParam': name })

function queryOf(body: string): string {
  try {
    const { q } = JSON.parse(body) as { readonly q?: unknown }
    if (typeof q === 'string' && q.trim() !== '') return q
  } catch {
    // it is refused below
  }
  throw new NsError(400, 'INVALID_CONTENT', 'The body must be a JSON object with the query in "q".')
}

/** All values are text, dates as the user prefers them, and what is null is left out. */
function render(row: Found): Readonly<Record<string, unknown>> {
  const shown = Object.entries(row).flatMap(([name, value]) => {
    if (value === null || name === '_updated') return []
    const text = String(value)
    return [[name.toLowerCase(), text.startsWith(dateMark) ? preferred(text.slice(1)) : text] as const]
  })
  return { links: [], ...Object.fromEntries(shown) }
}

const preferred = (text: string): string => `${Number(text.slice(5, 7))}/${Number(text.slice(8, 10))}/${text.slice(0, 4)}`

/** Makes a row invalid: every other one loses its keys, the rest have "abc" for numbers and lack what every record needs. */
function spoilt(row: Readonly<Record<string, unknown>>, at: number): Readonly<Record<string, unknown>> {
  const keys = ['id', 'item', 'location', 'itemid', 'tranid', 'entityid']
  if (at % 2 === 0) return Object.fromEntries(Object.entries(row).filter(([name]) => !keys.includes(name)))
  const isKey = (name: string) => ['id', 'item', 'location'].includes(name)
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      if (/^(itemid|tranid|entityid|trandate)$/.test(name)) return []
      return [[name, !isKey(name) && /^-?[\d.]+$/.test(String(value)) ? 'abc' : value]]
    }),
  )
}
