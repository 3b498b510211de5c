import { classify } from '@linkspan/connector-kit/http/classify'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { extractErrorMessage } from '@linkspan/connector-kit/http/error-message'
import { failureRules } from '@linkspan/connector-kit/http/failure-rules'
import { type HttpResponse, isSuccess } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
import type { Row } from '@linkspan/connector-kit/odata/row'
import {
  type AcceptedRecord,
  AppError,
  type Clock,
  isFields,
  type OutgoingRecord,
  type RecordSink,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core/connector'
import { versionOf } from './children.ts'
import { createLookUp, orderTemplate, orderUrl } from './look-up.ts'
import { keyOf, salesOrders, toOrder } from './orders.ts'
import { newKeyOf, toBody, toHeaderChange, toSalesOrder, unsentOf, whyNotSendable } from './outgoing-order.ts'
import type { Reader } from './reader.ts'
import type { FusionSettings } from './settings.ts'
import { createSettling } from './settled.ts'

export interface SinkContext {
  readonly http: Pick<ErpHttp, 'exchange'>
  readonly reader: Reader
  readonly root: URL
  readonly headers: Readonly<Record<string, string>>
  readonly settings: FusionSettings
  readonly clock: Clock
  readonly signal: AbortSignal
}

interface Write {
  readonly url: URL
  readonly method: 'POST' | 'PATCH'
  readonly body: string
  readonly template?: string
}

type Refusal = Extract<WriteOutcome, { readonly kind: 'refused' }>

/** The content type of a row (docs/erp/oracle-fusion.md#creating-an-order). */
const contentType = 'application/vnd.oracle.adf.resourceitem+json'
const rules = failureRules.oracleFusion
const onlyHeader =
  "Fusion has the order already: of it only the requested delivery date and the customer's reference can be changed from here"

/** An answer of status 200 that says that it has failed (docs/erp/oracle-fusion.md#errors-with-status-200). */
const isFailure = (json: unknown): boolean => isFields(json) && /^(error|failed?)$/i.test(String(json.ReturnStatus ?? ''))

const unknown = (message: string): WriteOutcome => ({ kind: 'unknown', error: new AppError('remote.unavailable', message) })

/** Writes sales orders, which Fusion knows by source system and source transaction (docs/erp/oracle-fusion.md#order-keys). */
export function createOrderSink({ http, reader, root, headers, settings, clock, signal }: SinkContext): RecordSink {
  const settling = createSettling({ clock, signal, visibleAfterMs: settings.visibleAfterSeconds * 1000 })

  const failureOf = ({ place, url, status, headers: given, text: body }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers: given, body, rules }, clock)

  function accepted(row: Row, response?: HttpResponse): AcceptedRecord {
    const source = toOrder(row, settings)
    const { serverTime } = response ?? {}
    const erpVersion = versionOf(row) ?? response?.header('etag')?.replace(/^(W\/)?"|"$/g, '') ?? null
    return { erpId: source.id, fields: source.fields, source, erpVersion, ...(serverTime !== undefined && { serverTime }) }
  }
  const lookUp = createLookUp({ http, reader, headers, settings, settling, root, failureOf, accepted })

  /** The write of a record: of an order that Fusion has already, only its header is changed. */
  function writeOf(record: OutgoingRecord): Write | Refusal {
    const reason = whyNotSendable(record)
    if (reason !== null) return { kind: 'refused', reason }
    if (record.erpId === null)
      return { url: urlBelow(root, salesOrders.resource), method: 'POST', body: toBody(toSalesOrder(record, settings)) }
    const change = toHeaderChange(record, settings)
    if (change === null) return { kind: 'refused', reason: onlyHeader }
    return { url: orderUrl(root, record.erpId), method: 'PATCH', body: toBody(change), template: orderTemplate(root) }
  }

  const headersOf = ({ method }: Write, erpVersion: string | null) => ({
    ...headers,
    'content-type': contentType,
    ...(method === 'POST' && settings.upsert && { 'upsert-mode': 'true' }),
    ...(method === 'PATCH' && erpVersion !== null && { 'if-match': `"${erpVersion}"` }),
  })

  async function send(write: Write, record: OutgoingRecord): Promise<WriteOutcome> {
    const reach = notSentYet()
    let response: HttpResponse
    settling.sent(record.reference)
    try {
      const { url, ...rest } = write
      response = await http.exchange(url, { ...rest, headers: headersOf(write, record.erpVersion), reach })
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    } finally {
      settling.sent(record.reference)
    }
    if (!isSuccess(response)) return failedWrite({ response, failure: failureOf(response), isChange: write.method === 'PATCH', rules })
    try {
      return outcomeOf(response, record)
    } catch (thrown) {
      return { kind: 'unknown', error: toAppError(thrown) } // it may well have been taken; only the answer cannot be read
    }
  }

  function outcomeOf(response: HttpResponse, record: OutgoingRecord): WriteOutcome {
    const json = response.json()
    if (isFailure(json)) return { kind: 'refused', reason: extractErrorMessage(response.text) }
    if (isFields(json) && keyOf(json) !== undefined) return { kind: 'accepted', record: accepted(json, response) }
    if (isFields(json) && 'HeaderId' in json)
      return {
        kind: 'accepted',
        record: { erpId: record.erpId ?? newKeyOf(record, settings), fields: null, erpVersion: versionOf(json) ?? null },
      }
    const message = `${response.place}: the answer does not say which order it is about`
    return { kind: 'unknown', error: new AppError('setup.answer-unexpected', message) }
  }

  /**
   * Fusion refuses an order that it has already, and nobody says in which words (docs/erp/oracle-fusion.md#the-same-order-again): so after a
   * refusal it is looked for, and a first attempt that did arrive counts.
   */
  async function create(record: OutgoingRecord, write: Write): Promise<WriteOutcome> {
    const outcome = await send(write, record)
    if (outcome.kind !== 'refused') return outcome.kind === 'stale' ? unknown('Fusion says that a new order has changed') : outcome
    try {
      const found = await lookUp.byKey(newKeyOf(record, settings))
      return found ? { kind: 'accepted', record: found } : outcome
    } catch (thrown) {
      return { kind: 'unknown', error: toAppError(thrown) }
    }
  }

  return {
    guardsByVersion: true,
    async write(record) {
      const write = writeOf(record)
      if ('kind' in write) return write
      return record.erpId === null ? create(record, write) : send(write, record)
    },
    async preview(record) {
      const write = writeOf(record)
      if ('kind' in write) return write
      return { kind: 'message', message: { method: write.method, target: write.url.href, contentType, body: write.body } }
    },
    unsent: (record) => unsentOf(record, settings),
    find: lookUp.find,
  }
}
