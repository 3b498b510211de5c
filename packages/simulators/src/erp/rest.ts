import type { Row } from '../dataset/row.ts'
import { type Selection, select, selectAmong } from '../dataset/selection.ts'
import type { Table } from '../dataset/table.ts'
import { type Dataset, type DatasetTable, datasetTables, toDataset } from '../dataset.ts'
import { erpControls } from '../erp-controls.ts'
import { createErpEdits, type ErpEdits } from '../erp-edits.ts'
import { type Answer, type Exchange, json } from '../exchange.ts'
import { type Route, type Simulator, startServer } from '../serve.ts'
import { createWriteRecorder, type WriteLog } from '../write-log.ts'
import { type PageRequest, type RowPage, readPage } from './rest/paging.ts'
import { refusal } from './rest/refusal.ts'
import { createRestGuard, type OAuthTokens } from './rest/rest-auth.ts'
import { defaultParameters, type RestErpOptions } from './rest/rest-options.ts'
import { rowsByValue } from './rest/row-filter.ts'
import { createRowHandler, type RowHandler } from './rest/row-handler.ts'
import { shapeOne, spoilRow } from './rest/row-shape.ts'

export interface RestErp extends Simulator, ErpEdits {
  /** The data that it serves. Changes are visible at once. */
  readonly dataset: Dataset
  readonly oauth: OAuthTokens
  readonly writeLog: WriteLog
}

/**
 * Starts a home-made REST ERP: `GET /products`, `/inventory`, `/orders`, `/order_status`, `/employees`, `/invoices`, each also
 * with `/{id}`; `POST`, and `PUT` or `PATCH` of `/{id}`, for orders, products, inventory and employees.
 */
export async function startRestErp(options: RestErpOptions = {}): Promise<RestErp> {
  const { envelope = 'data', paging = 'page', port, host, latencyMs, auth = { kind: 'none' }, clock = Date.now } = options
  if (envelope === 'array' && paging === 'next') throw new Error('A bare array has no place for the URL of the next page.')
  const dataset = toDataset(options.dataset)
  const guard = createRestGuard(auth, clock)

  const recorder = createWriteRecorder()
  const erpEdits = createErpEdits(dataset, recorder)
  const rowHandler = createRowHandler(dataset, options, recorder)

  const collections: Route[] = datasetTables.map((name) => ({
    path: pathOf(name, options),
    answer: (exchange) => guard.refusalOf(exchange) ?? answerCollection(exchange, name, dataset, options, rowHandler),
  }))
  const rows: Route[] = datasetTables.map((name) => ({
    path: new RegExp(`^${pathOf(name, options).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}/.`, 's'),
    answer: (exchange) => guard.refusalOf(exchange) ?? answerRow(exchange, name, options, rowHandler),
  }))
  const routes: Route[] = [{ path: '/oauth/token', answer: guard.issueToken }, ...collections, ...rows]
  const server = await startServer({
    routes,
    controls: erpControls(recorder.writeLog, erpEdits),
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(latencyMs !== undefined && { latencyMs }),
  })
  return Object.assign(server, erpEdits, { dataset, oauth: guard.oauth, writeLog: recorder.writeLog })
}

function pathOf(name: DatasetTable, { basePath = '', paths }: RestErpOptions): string {
  return `${basePath}/${paths?.[name] ?? name}`
}

function answerCollection(
  exchange: Exchange,
  name: DatasetTable,
  dataset: Dataset,
  options: RestErpOptions,
  rowHandler: RowHandler,
): Answer {
  if (exchange.method === 'GET' || exchange.method === 'HEAD') return answerPage(exchange, name, dataset[name], options)
  return exchange.method === 'POST' ? rowHandler.create(exchange, name) : refusal(405, 'Only GET and POST are possible here.')
}

function answerRow(exchange: Exchange, name: DatasetTable, options: RestErpOptions, rowHandler: RowHandler): Answer {
  const id = exchange.path.slice(pathOf(name, options).length + 1)
  if (exchange.method === 'GET' || exchange.method === 'HEAD') return rowHandler.read(exchange, name, id)
  const isUpdate = exchange.method === 'PUT' || exchange.method === 'PATCH'
  return isUpdate ? rowHandler.update(exchange, name, id) : refusal(405, 'Only GET, PUT and PATCH are possible here.')
}

function answerPage(exchange: Exchange, name: DatasetTable, table: Table<Row>, options: RestErpOptions): Answer {
  const request = toPageRequest(exchange, options)
  if (typeof request === 'string') return refusal(400, request)
  const since = sinceOf(exchange, options)
  if (since === null) return refusal(400, 'The time is not an ISO 8601 time.')
  const known = options.filters === false ? undefined : rowsByValue(table, name, exchange.query)
  const wanted = { order: request.order, ...(since !== undefined && { since }) }
  const selection = known ? selectAmong(known, wanted) : select(table, wanted)
  const page = readPage(selection, request)
  if (typeof page === 'string') return refusal(400, page)

  const answer = toAnswer(exchange, options, selection, page, shapeRows(exchange, name, page.rows, options))
  const moved = page.rows[0]
  const moving = moved && exchange.takeFault('moving-rows')
  if (moving?.move === 'delete') table.remove(moved!.id)
  else if (moving) table.touch(moved!.id)
  return answer
}

function toPageRequest({ query }: Exchange, options: RestErpOptions): PageRequest | string {
  const { paging = 'page', pageSize = 100, maxPageSize = 500, order = 'time', firstPage = 1 } = options
  const parameters = { ...defaultParameters, ...options.parameters }
  const asked = query.get(parameters.limit)
  if (asked !== null && !/^[1-9]\d{0,9}$/.test(asked)) return `"${parameters.limit}" must be a number from 1.`
  const limit = Math.min(asked === null ? pageSize : Number(asked), maxPageSize)
  return { paging, query, parameters, firstPage, limit, order: paging === 'keyset' ? 'id' : order }
}

/** The time to filter by; undefined if the caller gave none, null if it is not a valid time. */
function sinceOf({ query }: Exchange, { sinceParameter = 'updated_since' }: RestErpOptions): string | undefined | null {
  const given = sinceParameter === false ? null : query.get(sinceParameter)
  if (given === null || given === '') return undefined
  const time = new Date(given)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

function shapeRows(exchange: Exchange, name: DatasetTable, rows: readonly Row[], options: RestErpOptions): unknown[] {
  const shaped = rows.map((row) => shapeOne(row, name, options))
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
  const wrong = total === 'none' ? undefined : exchange.takeFault('wrong-total')
  const told = selection.length + (wrong ? (wrong.by ?? 1) : 0)
  if (total === 'header') headers['x-total-count'] = String(told)
  else if (total !== 'none') fields[total.field] = told
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
