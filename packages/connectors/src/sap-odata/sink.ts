import { classify } from '@linkspan/connector-kit/http/classify'
import { checkedJson } from '@linkspan/connector-kit/http/error-in-answer'
import { failureInAnswer } from '@linkspan/connector-kit/http/failure-in-answer'
import { type HttpResponse, isSuccess } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { pathBelow } from '@linkspan/connector-kit/http/url'
import { failedWithSuccess, failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
import { answersTo, buildMultipartBatch, parseMultipartBatch } from '@linkspan/connector-kit/odata/batch-multipart'
import { textLiteral } from '@linkspan/connector-kit/odata/literals'
import { completeEntity } from '@linkspan/connector-kit/odata/pages'
import { withMissing, withParameters } from '@linkspan/connector-kit/odata/query'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { type BatchCalls, type BatchedWrite, writeBatch } from '@linkspan/connector-kit/odata/write-batch'
import {
  type AcceptedRecord,
  AppError,
  isFields,
  type OutgoingRecord,
  type RecordSink,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core/connector'
import { findOrder } from './find-order.ts'
import { toOrder } from './orders.ts'
import { toHeaderChange, toSalesOrder, unsentOf, whyNotSendable } from './outgoing-order.ts'
import { expandedOrder } from './resources.ts'
import { isBeingProcessed, jsonOf, refusalWords, remarksIn } from './sap-messages.ts'
import type { SinkContext } from './sink-context.ts'
import { keyOf } from './values.ts'

interface Write {
  readonly target: URL
  readonly method: 'POST' | 'PATCH'
  readonly contentType: string
  readonly content: object
}

type Refusal = Extract<WriteOutcome, { readonly kind: 'refused' }>

/**
 * Writes sales orders. SAP detects no duplicates: an order is found again by its customer reference
 * (docs/erp/sap-s4hana.md#customer-reference).
 */
export function createOrderSink(context: SinkContext): RecordSink {
  const { http, sendWrite, resource, headers, parameters, settings, clock, logger } = context
  const { version, url, root } = resource
  /** Decimals are sent as strings in both versions; V4 must be told (docs/erp/sap-s4hana.md#decimals). */
  const contentType = version === 'v2' ? 'application/json' : 'application/json;IEEE754Compatible=true'
  const expand = expandedOrder[version]

  const failureOf = ({ place, url, status, headers, text }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers, body: text }, clock)

  const entityOf = (erpId: string): URL => {
    const entity = new URL(url)
    entity.pathname = `${entity.pathname}(${encodeURIComponent(textLiteral(erpId))})`
    return entity
  }

  /** Sends one write; `outcomeOf` reads an answer that says success. */
  async function send(
    { target, method, contentType, content }: Write,
    etag: string | null,
    outcomeOf: (response: HttpResponse) => Promise<WriteOutcome> | WriteOutcome,
  ): Promise<WriteOutcome> {
    const reach = notSentYet()
    let response: HttpResponse
    try {
      response = await sendWrite(withMissing(root, parameters), target, {
        method,
        headers: { ...headers, 'content-type': contentType, ...(etag !== null && { 'if-match': etag }) },
        body: JSON.stringify(content),
        reach,
      })
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
    return read(response, method === 'PATCH', outcomeOf)
  }

  /** What an answer means for the one order that was sent. */
  async function read(
    response: HttpResponse,
    isChange: boolean,
    outcomeOf: (response: HttpResponse) => Promise<WriteOutcome> | WriteOutcome,
  ): Promise<WriteOutcome> {
    if (!isSuccess(response)) return failed(response, isChange)
    const remarks = remarksIn(response)
    if (remarks.length > 0) logger.warn({ place: response.place, remarks }, 'SAP took an order, and has remarks on it')
    try {
      const failure = await failureInAnswer(response)
      return failure ? failedWithSuccess(failure, response, showsOrder(response.text)) : await outcomeOf(response)
    } catch (thrown) {
      return { kind: 'unknown', error: toAppError(thrown) } // it may well have been taken; only the answer cannot be read
    }
  }

  function failed(response: HttpResponse, isChange: boolean): WriteOutcome {
    const failure = failureOf(response)
    const words = refusalWords(response.text)
    if (isBeingProcessed(words)) throw new AppError('remote.unavailable', `${failure.message}, ${words}`, { details: failure.details })
    return failedWrite({ response, failure, isChange, words })
  }

  const completed = (row: Row, { url: asked }: Pick<HttpResponse, 'url'>): Promise<Row> =>
    completeEntity(row, { http, headers, parameters, expanded: expand, asked, context: textOf(row, '@odata.context', '@context') })

  function acceptedOrder(row: Row): AcceptedRecord {
    const source = toOrder(row, settings)
    const { id, fields } = source
    return { erpId: id, fields, source, erpVersion: typeof fields.sourceVersion === 'string' ? fields.sourceVersion : null }
  }

  async function created(response: HttpResponse): Promise<WriteOutcome> {
    const row = entityIn(response.json())
    const known = row && acceptedOrder(row)
    if (known && known.erpId !== '') {
      const whole = await completed(row, response).catch(() => null)
      return { kind: 'accepted', record: whole ? acceptedOrder(whole) : { ...known, fields: null } }
    }
    const message = `${response.place}: the answer does not say which number the order was given`
    return { kind: 'unknown', error: new AppError('setup.answer-unexpected', message) }
  }

  /** The write of a record: of an order that SAP has already, only its header is changed. */
  function writeOf(record: OutgoingRecord): Write | Refusal {
    const obstacle = whyNotSendable(record, settings)
    if (obstacle !== null) return { kind: 'refused', reason: obstacle }
    const { erpId } = record
    const build = (method: Write['method'], to: URL, content: object): Write => ({
      target: withMissing(to, parameters),
      method,
      contentType,
      content,
    })
    if (erpId === null) return build('POST', url, toSalesOrder(record, settings, version))
    const change = toHeaderChange(record, version)
    if (change !== null) return build('PATCH', entityOf(erpId), change)
    return { kind: 'refused', reason: `SAP has order ${erpId} already: of it only the requested delivery date can be changed from here` }
  }

  /**
   * Each order is a changeset of its own, so that SAP books it or refuses it whatever becomes of the others
   * (docs/erp/sap-s4hana.md#batches).
   */
  const batchCalls: BatchCalls = {
    send(requests, reach) {
      const { contentType: type, body } = buildMultipartBatch(requests.map((request) => ({ changeset: [request] })))
      const goesOn = version === 'v4' && { prefer: 'odata.continue-on-error' }
      return sendWrite(withMissing(root, parameters), withMissing(new URL('$batch', root), parameters), {
        method: 'POST',
        headers: { accept: 'multipart/mixed', 'content-type': type, ...goesOn },
        body,
        reach,
      })
    },
    read(response, requests) {
      const parts = parseMultipartBatch(response.header('content-type'), response.body)
      return requests.map((request, at) => answersTo({ changeset: [request] }, parts[at])[0])
    },
    failureOf,
    outcomeOf: (response) => read(response, false, created),
  }

  function batchedWrite(record: OutgoingRecord): BatchedWrite | Refusal {
    const write = writeOf(record)
    if ('kind' in write) return write
    const { method, contentType: type, content: body, target } = write
    const own = { ...(headers.accept !== undefined && { accept: headers.accept }), 'content-type': type }
    return { reference: record.reference, request: { method, path: pathBelow(root, target), headers: own, body } }
  }

  const changed =
    (erpId: string) =>
    (response: HttpResponse): WriteOutcome => ({
      kind: 'accepted',
      record: { erpId, erpVersion: response.header('etag') ?? null, fields: null },
    })

  async function byId(erpId: string): Promise<AcceptedRecord | null> {
    const options = new Map([['$expand', expand.join(',')], ...parameters])
    const response = await http.exchange(withParameters(entityOf(erpId), options), { headers })
    if (response.status === 404) return null
    if (!isSuccess(response)) throw failureOf(response)
    const row = entityIn(checkedJson(response))
    if (row && keyOf(row.SalesOrder) !== '') return acceptedOrder(await completed(row, response))
    throw new AppError('setup.answer-unexpected', `${response.place}: the answer is no sales order`)
  }

  return {
    guardsByVersion: true,
    ...(settings.orderBatchSize > 1 && {
      batches: { size: settings.orderBatchSize, write: async (records) => writeBatch(records.map(batchedWrite), batchCalls) },
    }),
    async write(record) {
      const write = writeOf(record)
      const { erpId, erpVersion } = record
      if ('kind' in write) return write
      if (erpId === null) return send(write, null, created)
      return send(write, erpVersion ?? (await byId(erpId))?.erpVersion ?? '*', changed(erpId))
    },
    async preview(record) {
      const write = writeOf(record)
      if ('kind' in write) return write
      const { method, contentType: type, target, content } = write
      return { kind: 'message', message: { method, contentType: type, target: target.href, body: JSON.stringify(content) } }
    },
    unsent: (record) => unsentOf(record, settings),
    async find(record) {
      if (record.erpId !== null) return byId(record.erpId)
      const found = await findOrder(record, context)
      return found && acceptedOrder(found)
    },
  }
}

/** V2 puts an entity into `d`. */
function entityIn(json: unknown): Row | null {
  if (!isFields(json)) return null
  return isFields(json.d) ? json.d : json
}

/** Whether an answer shows an order, whatever else it says. */
function showsOrder(body: string): boolean {
  const row = entityIn(jsonOf(body))
  return row !== null && keyOf(row.SalesOrder) !== ''
}
