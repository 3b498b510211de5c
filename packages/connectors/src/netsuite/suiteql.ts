import { classify } from '@linkspan/connector-kit/http/classify'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { failureRules } from '@linkspan/connector-kit/http/failure-rules'
import { type HttpResponse, isSuccess } from '@linkspan/connector-kit/http/http-response'
import { AppError, type Clock, type Fields, isFields, type Logger } from '@linkspan/core/connector'
import { type Column, type Key, type Query, toSql } from './query.ts'

/** The answer to one query. */
export interface QueryPage {
  readonly rows: readonly Fields[]
  /** How many rows the query has; undefined if NetSuite does not say. */
  readonly total: number | undefined
  readonly hasMore: boolean
  readonly serverTime: string | undefined
}

export interface SuiteQl {
  /** Asks for the first rows of a query, at most `limit`. Columns that the account does not show are left out. */
  run(query: Query, keys: readonly Key[], limit: number): Promise<QueryPage>
}

export interface SuiteQlContext {
  readonly http: Pick<ErpHttp, 'exchange'>
  /** `…/services/rest/query/v1/suiteql`. */
  readonly url: URL
  readonly clock: Clock
  readonly logger: Logger
}

const headers = { accept: 'application/json', 'content-type': 'application/json', prefer: 'transient' } as const

/** How NetSuite says that a field is not there: for the account, or for the role (docs/erp/netsuite.md#missing-columns). */
const unknown = /unknown identifier|does not exist|was not found|no such column|invalid (?:field|column|identifier)|not exposed/i

export function createSuiteQl({ http, url, clock, logger }: SuiteQlContext): SuiteQl {
  /** Fields that this session has found missing, as in `t.currency`. */
  const missing = new Set<string>()

  const shownOf = (query: Query): Query => ({ ...query, columns: query.columns.filter(({ sql }) => !missing.has(fieldOf(sql))) })

  /** A column that a refusal names, and that rows can do without. */
  function missingColumn({ status, text }: HttpResponse, { columns }: Query): Column | undefined {
    const [reason = ''] = text.split(/available identifiers/i)
    if (status !== 400 || !unknown.test(reason)) return undefined
    return columns.find(({ sql, isNeeded = false }) => !isNeeded && new RegExp(`\\b${nameOf(sql)}\\b`, 'i').test(reason))
  }

  return {
    async run(query, keys, limit) {
      for (;;) {
        const shown = shownOf(query)
        const target = new URL(url)
        target.searchParams.set('limit', String(limit))
        target.searchParams.set('offset', '0')
        const response = await http.exchange(target, { method: 'POST', headers, body: JSON.stringify({ q: toSql(shown, keys) }) })
        if (isSuccess(response)) return decode(response, limit)
        const column = missingColumn(response, shown)
        if (column === undefined) throw failureOf(response, clock)
        missing.add(fieldOf(column.sql))
        logger.warn({ column: fieldOf(column.sql) }, 'NetSuite does not show a column: it is left out')
      }
    },
  }
}

/** The field that an expression is about, with its table: the `i.class` of `BUILTIN.DF(i.class)`. */
const fieldOf = (sql: string): string => /\b\w+\.\w+\b/.exec(sql.replace('BUILTIN.DF', ''))?.[0] ?? sql
const nameOf = (sql: string): string => fieldOf(sql).split('.').at(-1) ?? sql

export const failureOf = ({ place, url, status, headers: given, text }: HttpResponse, clock: Clock): AppError =>
  classify({ place, path: url.pathname, status, headers: given, body: text, rules: failureRules.netSuite }, clock)

function decode(response: HttpResponse, limit: number): QueryPage {
  const body = response.json()
  if (!isFields(body) || !Array.isArray(body.items))
    throw new AppError('setup.answer-unexpected', `${response.place}: the answer has no list "items"`)
  const rows = body.items.map((item) => (isFields(item) ? rowOf(item) : {}))
  const total = Number(body.totalResults)
  return {
    rows,
    total: body.totalResults !== undefined && Number.isSafeInteger(total) && total >= rows.length ? total : undefined,
    hasMore: typeof body.hasMore === 'boolean' ? body.hasMore : rows.length >= limit,
    serverTime: response.serverTime,
  }
}

/** A row by lower-case names, without NetSuite's links. */
const rowOf = (item: Fields): Fields =>
  Object.fromEntries(Object.entries(item).flatMap(([name, value]) => (name === 'links' ? [] : [[name.toLowerCase(), value]])))
