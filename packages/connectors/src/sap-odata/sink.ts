import { AppError, type Clock, type OutgoingRecord, type RecordSink, type TakenRecord, toAppError, type WriteOutcome } from '@linkspan/core'
import { classify } from '../http/classify.ts'
import type { ErpHttp } from '../http/erp-http.ts'
import { erpWords } from '../http/erp-words.ts'
import type { HttpResponse } from '../http/http-response.ts'
import { notSentYet, type Reach } from '../http/reach.ts'
import { failedWrite, withoutAnswer } from '../http/write-failure.ts'
import type { SendWrite } from '../odata/csrf.ts'
import { decodeCollection } from '../odata/decode.ts'
import { queryOptions, textLiteral, withMissing, withParameters } from '../odata/query.ts'
import { isRow, type Row } from '../odata/row.ts'
import { toOrder } from './orders.ts'
import { obstacleOf, toHeaderChange, toSalesOrder } from './outgoing-order.ts'
import type { Resource } from './resources.ts'
import type { SapSettings } from './settings.ts'

export interface SinkContext {
  readonly http: Pick<ErpHttp, 'call' | 'exchange'>
  readonly sendWrite: SendWrite
  readonly resource: Resource
  readonly headers: Readonly<Record<string, string>>
  readonly parameters: ReadonlyMap<string, string>
  readonly settings: SapSettings
  readonly clock: Clock
}

/** An order is locked while somebody has it open: SAP took nothing, and will a little later (ERP-FACTS 1.6). */
const locked = /currently being processed|locked by|is locked|gesperrt/i

/** Sales orders as a place to write to. SAP knows no duplicates: an order is known again by its customer reference (ERP-FACTS 1.5). */
export function createOrderSink({ http, sendWrite, resource, headers, parameters, settings, clock }: SinkContext): RecordSink {
  const { version, url, root } = resource
  /** Decimals are texts in both versions; V4 has to be told (ERP-FACTS 1.2). */
  const contentType = version === 'v2' ? 'application/json' : 'application/json;IEEE754Compatible=true'
  const expand = version === 'v2' ? ['to_Item'] : ['_Item']

  const failureOf = ({ place, url, status, headers, text }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers, body: text }, clock)
  const taken = (row: Row): TakenRecord => {
    const { id, fields } = toOrder(row)
    return { erpId: id, fields, erpVersion: typeof fields.sourceVersion === 'string' ? fields.sourceVersion : null }
  }

  const entityOf = (erpId: string): URL => {
    const entity = new URL(url)
    entity.pathname = `${entity.pathname}(${encodeURIComponent(textLiteral(erpId))})`
    return entity
  }

  async function send(target: URL, method: 'POST' | 'PATCH', body: unknown, etag: string | null, reach: Reach): Promise<HttpResponse> {
    return sendWrite(withMissing(root, parameters), withMissing(target, parameters), {
      method,
      headers: { ...headers, 'content-type': contentType, ...(etag !== null && { 'if-match': etag }) },
      body: JSON.stringify(body),
      reach,
    })
  }

  async function write(record: OutgoingRecord): Promise<WriteOutcome> {
    const obstacle = obstacleOf(record.data)
    if (obstacle !== null) return { kind: 'refused', reason: obstacle }
    if (record.erpId !== null) return change(record, record.erpId)
    const order = toSalesOrder(record, settings, version)
    const reach = notSentYet()
    let response: HttpResponse
    try {
      response = await send(url, 'POST', order, null, reach)
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
    if (!isSuccess(response)) return failed(response, false)
    try {
      const row = entityIn(response.json())
      const record = row && taken(row)
      if (record && record.erpId !== '') return { kind: 'taken', record }
    } catch (thrown) {
      return { kind: 'unknown', error: toAppError(thrown) }
    }
    return {
      kind: 'unknown',
      error: new AppError('setup.answer-unexpected', `${response.place}: the answer does not say which number the order was given`),
    }
  }

  async function change(record: OutgoingRecord, erpId: string): Promise<WriteOutcome> {
    const header = toHeaderChange(record, version)
    if (header === null)
      return { kind: 'refused', reason: `SAP has order ${erpId} already: of it only the requested delivery date can be changed from here` }
    const known = record.erpVersion ?? (await byId(erpId))?.erpVersion ?? null
    const reach = notSentYet()
    try {
      const response = await send(entityOf(erpId), 'PATCH', header, known ?? '*', reach)
      return isSuccess(response) ? { kind: 'taken', record: { erpId, erpVersion: null, fields: null } } : failed(response, true)
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
  }

  function failed(response: HttpResponse, isUpdate: boolean): WriteOutcome {
    const failure = failureOf(response)
    if (locked.test(erpWords(response.text))) throw new AppError('remote.unavailable', failure.message, { details: failure.details })
    return failedWrite({ response, failure, isChange: isUpdate })
  }

  async function byId(erpId: string): Promise<TakenRecord | null> {
    const options = new Map([['$expand', expand.join(',')], ...parameters])
    const response = await http.exchange(withParameters(entityOf(erpId), options), { headers })
    if (response.status === 404) return null
    if (!isSuccess(response)) throw failureOf(response)
    const row = entityIn(response.json())
    return row && taken(row)
  }

  async function byReference({ reference }: OutgoingRecord): Promise<TakenRecord | null> {
    const filter = `PurchaseOrderByCustomer eq ${textLiteral(reference)}`
    const options = queryOptions(version, { filter, orderBy: ['SalesOrder'], expand, top: 5, count: false })
    const response = await http.call(withParameters(url, new Map([...options, ...parameters])), { headers })
    const { rows } = decodeCollection(response.json(), response.place)
    const found = rows.find((row) => row.PurchaseOrderByCustomer === reference)
    return found ? taken(found) : null
  }

  return { write, find: (record) => (record.erpId === null ? byReference(record) : byId(record.erpId)) }
}

const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status <= 299

/** V2 puts an entity into `d`. */
function entityIn(json: unknown): Row | null {
  if (!isRow(json)) return null
  return isRow(json.d) ? json.d : json
}
