import { type Selection, select } from '../dataset/selection.ts'
import type { Row, Table } from '../dataset/table.ts'
import { type Dataset, type DatasetTable, datasetTables, toDataset } from '../dataset.ts'
import { type Answer, decodePath, type Exchange, json } from '../exchange.ts'
import { createLedger, type Ledger } from '../ledger.ts'
import { type Route, type Simulator, startServer } from '../serve.ts'
import { type PageQuestion, type RowPage, readPage } from './rest/paging.ts'
import { createRestGuard, type OAuthTokens } from './rest/rest-auth.ts'
import { defaultParameters, type RestErpOptions } from './rest/rest-options.ts'
import { shapeRow, spoilRow } from './rest/row-shape.ts'
import { createRowWriter } from './rest/write-rows.ts'

export interface RestErp extends Simulator {
  /** What it serves; changes are seen at once. */
  readonly dataset: Dataset
  readonly oauth: OAuthTokens
  /** What was written to it, and how often. */
  readonly ledger: Ledger
}

/**
 * Starts a home-made REST ERP: `GET /products`, `/inventory`, `/orders`, `/order_status`, `/employees`, `/invoices`; `POST` to each of
 * them creates a row, `GET`, `PUT` and `PATCH` at `/orders/:id` read and change it, `?ourReference=…` finds it.
 */
export async function startRestErp(options: RestErpOptions = {}): Promise<RestErp> {
  const { basePath = '', envelope = 'data', paging = 'page', port, host, latencyMs, auth = { kind: 'none' }, clock = Date.now } = options
  if (envelope === 'array' && paging === 'next') throw new Error('A bare array has no place for the URL of the next page.')
  const dataset = toDataset(options.dataset)
  const guard = createRestGuard(auth, clock)

  const ledger = createLedger()
  const writer = createRowWriter(dataset, ledger, options)

  const routes: Route[] = datasetTables.flatMap((name): Route[] => {
    const path = `${basePath}/${options.paths?.[name] ?? name}`
    return [
      {
        path,
        answer(exchange) {
          if (exchange.method === 'POST') return guard.refuse(exchange) ?? writer.create(name, exchange)
          const found = writer.lookUp(name, exchange)
          return guard.refuse(exchange) ?? (found ? json({ data: found }) : answerPage(exchange, name, dataset[name], options))
        },
      },
      {
        path: new RegExp(`^${path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/[^/]+$`),
        answer(exchange) {
          const id = decodePath(exchange.path.slice(path.length + 1))
          const isChange = exchange.method === 'PUT' || exchange.method === 'PATCH'
          return guard.refuse(exchange) ?? (isChange ? writer.change(name, id, exchange) : writer.read(name, id))
        },
      },
    ]
  })
  routes.push({ path: '/oauth/token', answer: guard.issueToken })
  const server = await startServer({
    routes,
    ledger,
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(latencyMs !== undefined && { latencyMs }),
  })
  return Object.assign(server, { dataset, ledger, oauth: guard.oauth })
}

function answerPage(exchange: Exchange, name: DatasetTable, table: Table<Row>, options: RestErpOptions): Answer {
  if (exchange.method !== 'GET' && exchange.method !== 'HEAD') return refusal(405, 'Only GET and POST are possible here.')
  const question = toQuestion(exchange, options)
  if (typeof question === 'string') return refusal(400, question)
  const since = sinceOf(exchange, options)
  if (since === null) return refusal(400, 'The time is not an ISO 8601 time.')
  const selection = select(table, { order: question.order, ...(since !== undefined && { since }) })
  const page = readPage(selection, question)
  if (typeof page === 'string') return refusal(400, page)

  const answer = toAnswer(exchange, options, selection, page, shapeRows(exchange, name, page.rows, options))
  const moved = page.rows[0]
  const moving = moved && exchange.takeFault('moving-rows')
  if (moving?.move === 'delete') table.remove(moved!.id)
  else if (moving) table.touch(moved!.id)
  return answer
}

function toQuestion({ query }: Exchange, options: RestErpOptions): PageQuestion | string {
  const { paging = 'page', pageSize = 100, maxPageSize = 500, order = 'time', firstPage = 1 } = options
  const parameters = { ...defaultParameters, ...options.parameters }
  const asked = query.get(parameters.limit)
  if (asked !== null && !/^[1-9]\d{0,9}$/.test(asked)) return `"${parameters.limit}" must be a number from 1.`
  const limit = Math.min(asked === null ? pageSize : Number(asked), maxPageSize)
  return { paging, query, parameters, firstPage, limit, order: paging === 'keyset' ? 'id' : order }
}

/** Nothing when the caller did not ask, null when what it asked for is not a time. */
function sinceOf({ query }: Exchange, { sinceParameter = 'updated_since' }: RestErpOptions): string | undefined | null {
  const given = sinceParameter === false ? null : query.get(sinceParameter)
  if (given === null || given === '') return undefined
  const time = new Date(given)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

function shapeRows(exchange: Exchange, name: DatasetTable, rows: readonly Row[], options: RestErpOptions): unknown[] {
  const { shape = 'camel', decimals = 'string' } = options
  const shaped = rows.map((row) =>
    typeof shape === 'function' ? shape(row, name) : shapeRow(row, shape === 'snake', decimals === 'number'),
  )
  const invalid = exchange.takeFault('invalid-records')
  return invalid ? shaped.map((row, number) => (number < (invalid.records ?? 2) ? spoilRow(row, number) : row)) : shaped
}

function toAnswer(exchange: Exchange, options: RestErpOptions, selection: Selection<Row>, page: RowPage<Row>, rows: unknown[]): Answer {
  const { envelope = 'data', paging = 'page', total = 'none', nextField = 'next', cursorField = 'nextCursor' } = options
  const parameters = { ...defaultParameters, ...options.parameters }
  const headers: Record<string, string> = {}
  const fields: Record<string, unknown> = {}
  const asked = exchange.query.get(parameters.cursor)
  const isRepeated = exchange.takeFault('repeat-cursor') !== undefined
  const cursor = isRepeated ? (asked ?? page.nextCursor) : page.nextCursor
  const next = isRepeated ? exchange.rawQuery : withParameter(exchange.query, parameters.cursor, cursor)
  const url = `${options.nextUrls === 'relative' ? '' : exchange.origin}${exchange.rawPath}?${next}`

  if (paging === 'link' && (cursor !== undefined || isRepeated)) headers.link = `<${url}>; rel="next", <${exchange.origin}>; rel="index"`
  if (paging === 'next') fields[nextField] = cursor !== undefined || isRepeated ? url : null
  if (paging === 'cursor' && envelope === 'array' && cursor !== undefined) headers['x-next-cursor'] = cursor
  else if (paging === 'cursor') fields[cursorField] = cursor ?? null
  if (total === 'header') headers['x-total-count'] = String(selection.length)
  else if (total !== 'none') fields[total.field] = selection.length
  if (envelope === 'array') return json(rows, { headers })

  const path = typeof envelope === 'string' ? [envelope] : envelope.path.split('.')
  const nested = path.reduceRight<unknown>((inner, field) => ({ [field]: inner }), rows)
  return json({ ...(nested as Record<string, unknown>), ...fields }, { headers })
}

function withParameter(query: URLSearchParams, name: string, value: string | undefined): string {
  const changed = new URLSearchParams(query)
  if (value !== undefined) changed.set(name, value)
  return changed.toString()
}

function refusal(status: number, message: string): Answer {
  return json({ error: { code: status === 405 ? 'METHOD_NOT_ALLOWED' : 'BAD_REQUEST', message } }, { status })
}
