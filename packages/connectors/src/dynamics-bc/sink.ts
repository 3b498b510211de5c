import { classify } from '@linkspan/connector-kit/http/classify'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { extractErrorMessage } from '@linkspan/connector-kit/http/error-message'
import { failureRules } from '@linkspan/connector-kit/http/failure-rules'
import { type HttpResponse, isSuccess } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { pathBelow, urlBelow } from '@linkspan/connector-kit/http/url'
import { failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
import { buildJsonBatch, parseJsonBatch } from '@linkspan/connector-kit/odata/batch-json'
import { keyPredicate } from '@linkspan/connector-kit/odata/literals'
import { queryOptions, withMissing, withParameters } from '@linkspan/connector-kit/odata/query'
import { etagOf, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { type BatchedWrite, writeBatch } from '@linkspan/connector-kit/odata/write-batch'
import {
  type AcceptedRecord,
  AppError,
  type BatchedOutcome,
  type Clock,
  isFields,
  type OutgoingRecord,
  type RecordSink,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core/connector'
import { createLookUp } from './look-up.ts'
import { orderLinesProperty, toOrder } from './orders.ts'
import { type Data, referenceOf, toBody, toHeaderChange, toSalesOrder, unsentOf, whyNotSendable } from './outgoing-order.ts'
import type { Reader } from './read.ts'
import type { BcSettings } from './settings.ts'
import type { Tenant } from './tenant.ts'

export interface SinkContext {
  readonly http: Pick<ErpHttp, 'exchange'>
  readonly reader: Reader
  readonly tenant: Tenant
  readonly headers: Readonly<Record<string, string>>
  readonly settings: BcSettings
  readonly clock: Clock
}

interface Write {
  readonly url: URL
  readonly method: 'POST' | 'PATCH' | 'DELETE'
  readonly body?: Data
  readonly etag?: string
}

type Refusal = Extract<WriteOutcome, { readonly kind: 'refused' }>

const contentType = 'application/json'
const rules = failureRules.businessCentral
const onlyHeader =
  'Business Central has the order already: of it only the requested delivery date and the address to deliver to can be changed from here'
const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** Failures of the server itself: whatever their status, they do not say whether the order was taken. */
const isServerFailure = (body: string): boolean => /"Internal_(ServerError|TenantUnavailable)"|"code"\s*:\s*"Unknown"/.test(body)

/** The message alone: the code is for machines, and is kept in the details. */
function refusalWords(body: string): string {
  const words = extractErrorMessage(body)
  const [, code] = /"code"\s*:\s*"(\w+)"/.exec(body) ?? []
  return code !== undefined && words.endsWith(` · ${code}`) ? words.slice(0, -code.length - 3) : words
}

/**
 * Writes sales orders. Business Central detects no duplicates: an order is found again by its external document number
 * (docs/erp/dynamics-business-central.md#our-reference).
 */
export function createOrderSink(context: SinkContext): RecordSink {
  const { http, reader, tenant, headers, settings, clock } = context

  const failureOf = ({ place, url, status, headers: given, text: body }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers: given, body, rules }, clock)
  const parameters = async () => new Map((await tenant.companies()).root.searchParams)

  async function entityUrl(id: string): Promise<URL> {
    const url = await tenant.urlOf('salesOrders')
    url.pathname = `${url.pathname}${keyPredicate(id)}`
    return url
  }

  async function accepted(row: Row): Promise<AcceptedRecord> {
    const source = toOrder(row, { companyId: (await tenant.company()).id, localCurrency: await tenant.localCurrency() })
    return { erpId: source.id, fields: source.fields, source, erpVersion: etagOf(row) ?? null }
  }

  /** The write of a record: of an order that Business Central has already, only its header is changed. */
  async function writeOf(record: OutgoingRecord): Promise<(Write & { readonly body: Data }) | Refusal> {
    const reason = whyNotSendable(record)
    if (reason !== null) return { kind: 'refused', reason }
    const shape = await tenant.shapeOf('salesOrders')
    const { erpId } = record
    if (erpId === null) {
      const order = toSalesOrder(record, { localCurrency: await tenant.localCurrency(), shape, settings })
      return { url: withMissing(await tenant.urlOf('salesOrders'), await parameters()), method: 'POST', body: order }
    }
    const change = toHeaderChange(record, shape)
    if (change === null) return { kind: 'refused', reason: onlyHeader }
    if (!isGuid(erpId)) return { kind: 'refused', reason: `Order ${erpId} is shipped and invoiced: it cannot be changed any more` }
    return { url: withMissing(await entityUrl(erpId), await parameters()), method: 'PATCH', body: change }
  }

  /** Sends one write; `outcomeOf` reads an answer that says success. */
  async function send(
    { url: target, method, body, etag }: Write,
    outcomeOf: (response: HttpResponse) => Promise<WriteOutcome>,
  ): Promise<WriteOutcome> {
    const reach = notSentYet()
    let response: HttpResponse
    try {
      response = await http.exchange(target, {
        method,
        headers: {
          ...headers,
          ...(body !== undefined && { 'content-type': contentType }),
          ...(etag !== undefined && { 'if-match': etag }),
        },
        ...(body !== undefined && { body: toBody(body) }),
        reach,
      })
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
    return read(response, method !== 'POST', outcomeOf)
  }

  /** What an answer means for the one order that was sent. */
  async function read(
    response: HttpResponse,
    isChange: boolean,
    outcomeOf: (response: HttpResponse) => Promise<WriteOutcome>,
  ): Promise<WriteOutcome> {
    if (!isSuccess(response)) return failed(response, isChange)
    try {
      return await outcomeOf(response)
    } catch (thrown) {
      return { kind: 'unknown', error: toAppError(thrown) } // it may well have been taken; only the answer cannot be read
    }
  }

  function failed(response: HttpResponse, isChange: boolean): WriteOutcome {
    const failure = failureOf(response)
    if (failure.code === 'remote.unavailable' && isServerFailure(response.text)) return { kind: 'unknown', error: failure }
    const outcome = failedWrite({ response, failure, isChange, rules, words: refusalWords(response.text) })
    return outcome.kind === 'stale' && !isChange ? { kind: 'unknown', error: failure } : outcome
  }

  async function created(response: HttpResponse): Promise<WriteOutcome> {
    const json = response.json()
    if (isFields(json) && textOf(json, 'id') !== undefined) return { kind: 'accepted', record: await accepted(json) }
    const message = `${response.place}: the answer does not say which id the order was given`
    return { kind: 'unknown', error: new AppError('setup.answer-unexpected', message) }
  }

  /** A header without its lines would be taken for the order. If it cannot be taken back, nobody knows what is there. */
  async function withoutHalf(record: OutgoingRecord, outcome: WriteOutcome): Promise<WriteOutcome> {
    if (outcome.kind !== 'refused') return outcome
    return lookUp.half(record).then(
      () => outcome,
      (thrown: unknown): WriteOutcome => ({ kind: 'unknown', error: toAppError(thrown) }),
    )
  }

  async function batchedWrite(record: OutgoingRecord, root: URL): Promise<BatchedWrite | Refusal> {
    const write = await writeOf(record)
    if ('kind' in write) return write
    const { method, url, body } = write
    return { reference: referenceOf(record), request: { method, path: pathBelow(root, url), headers, body } }
  }

  /** The requests of a batch are carried out one after the other, each by itself (docs/erp/dynamics-business-central.md#batches). */
  async function writeAll(records: readonly OutgoingRecord[]): Promise<readonly BatchedOutcome[]> {
    const { root } = await tenant.companies()
    const writes = await Promise.all(records.map((record) => batchedWrite(record, root)))
    const url = withMissing(urlBelow(root, '$batch'), await parameters())
    return writeBatch(writes, {
      async send(requests, reach) {
        const { contentType: type, body } = buildJsonBatch(requests)
        const goesOn = { ...headers, 'content-type': type, prefer: 'odata.continue-on-error' }
        return http.exchange(url, { method: 'POST', headers: goesOn, body, reach })
      },
      read(response, requests) {
        const answers = parseJsonBatch(response.json())
        return requests.map(({ id }) => answers.get(id))
      },
      failureOf,
      async outcomeOf(response, write) {
        const record = records[writes.indexOf(write)]
        const outcome = await read(response, false, created)
        return record ? withoutHalf(record, outcome) : outcome
      },
    })
  }

  async function change({ erpVersion }: OutgoingRecord, erpId: string, write: Write): Promise<WriteOutcome> {
    const etag = erpVersion ?? (await byId(erpId))?.erpVersion ?? '*'
    return send({ ...write, etag }, async (response) => {
      const json = response.status === 204 ? null : response.json()
      const record = isFields(json) && textOf(json, 'id') !== undefined ? await accepted(json) : { erpId, fields: null, erpVersion: null }
      return { kind: 'accepted', record: { ...record, erpVersion: record.erpVersion ?? response.header('etag') ?? null } }
    })
  }

  async function byId(erpId: string): Promise<AcceptedRecord | null> {
    if (!isGuid(erpId)) return null
    const options = queryOptions('v4', { orderBy: [], expand: [orderLinesProperty], count: false })
    const response = await http.exchange(withMissing(withParameters(await entityUrl(erpId), options), await parameters()), { headers })
    if (response.status === 404) return null
    if (!isSuccess(response)) throw failureOf(response)
    const json = response.json()
    if (isFields(json) && textOf(json, 'id') !== undefined) return accepted(json)
    throw new AppError('setup.answer-unexpected', `${response.place}: the answer is no sales order`)
  }

  /** Takes an order away that was created without all of its lines; it must still be as it was seen. */
  async function remove(row: Row): Promise<void> {
    const url = withMissing(await entityUrl(textOf(row, 'id') ?? ''), await parameters())
    const outcome = await send({ url, method: 'DELETE', etag: etagOf(row) ?? '*' }, async () => ({
      kind: 'accepted',
      record: { erpId: '', fields: null, erpVersion: null },
    }))
    if (outcome.kind === 'accepted') return
    const reason =
      outcome.kind === 'unknown' ? outcome.error.message : outcome.kind === 'refused' ? outcome.reason : 'it has changed meanwhile'
    throw new AppError('remote.unavailable', `An order that lacks some of its lines could not be taken back: ${reason}`)
  }

  const lookUp = createLookUp({ reader, accepted, remove, settings })

  return {
    guardsByVersion: true,
    ...(settings.orderBatchSize > 1 && { batches: { size: settings.orderBatchSize, write: writeAll } }),
    async write(record) {
      const write = await writeOf(record)
      if ('kind' in write) return write
      return record.erpId === null ? withoutHalf(record, await send(write, created)) : change(record, record.erpId, write)
    },
    /** Reads from Business Central what the order's form depends on: company, metadata, currency. */
    async preview(record) {
      const write = await writeOf(record)
      if ('kind' in write) return write
      return { kind: 'message', message: { method: write.method, target: write.url.href, contentType, body: toBody(write.body) } }
    },
    unsent: (record) => unsentOf(record, settings),
    find: (record) => (record.erpId === null ? lookUp.byReference(record) : byId(record.erpId)),
  }
}
