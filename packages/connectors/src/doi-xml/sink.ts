import { mergeInto, placedFields } from '@linkspan/connector-kit/fields/placed-fields'
import { classify } from '@linkspan/connector-kit/http/classify'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { failureInAnswer } from '@linkspan/connector-kit/http/failure-in-answer'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { failedWithSuccess, failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
import { charsetIn } from '@linkspan/connector-kit/xml/charset'
import type { XmlElement } from '@linkspan/connector-kit/xml/element'
import { fillTemplate } from '@linkspan/connector-kit/xml/fill-template'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import {
  AppError,
  type Clock,
  type Order,
  type OutgoingRecord,
  type RecordSink,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core/connector'
import type { DoiCredentials } from './credentials.ts'
import { buildOrderRequest, type CxmlOrderMessage } from './cxml/order-request.ts'
import { readResponse } from './cxml/response.ts'
import { cxmlPartiesOf } from './cxml-parties.ts'
import { itemsOf, whyNotSendable } from './order-amounts.ts'
import type { OrderHistory, OrderStream, SentOrder } from './order-history.ts'
import { type DoiSettings, UblSettings } from './settings.ts'
import { readTemplateAnswer, type XmlTemplate } from './template.ts'
import { buildUblOrder, type UblOrderSettings } from './ubl/order.ts'
import { isUbl, readUbl } from './ubl/read-inbound.ts'

export interface DoiSinkContext {
  readonly connectionId: string
  readonly settings: DoiSettings
  readonly credentials: DoiCredentials
  readonly http: ErpHttp
  readonly orders: OrderHistory
  readonly clock: Clock
}

/** An order as it is sent, beside what is known of its last message. */
interface OrderMessage {
  readonly order: Order
  readonly before: SentOrder | null
  readonly body: string
  readonly sent: Omit<SentOrder, 'order'>
}

type Refusal = Extract<WriteOutcome, { readonly kind: 'refused' }>

const contentType = 'text/xml; charset=utf-8'

/** What a preview shows in place of a secret that stands in the message. */
const redacted = '[redacted]'

/**
 * Sends orders as messages to a partner. The partner cannot be asked for an order: if the fate of a message is unknown, it is sent again
 * with the same payloadID, by which the partner recognises it (docs/erp/cxml.md#resending).
 */
export function createOrderSink({ connectionId, settings, credentials, http, orders, clock }: DoiSinkContext): RecordSink {
  const endpoint = new URL(credentials.doiEndpoint)
  const isIdempotent = settings.dialect !== 'template' || /\{\{\s*(payloadId|reference)\s*\}\}/.test(settings.template?.text ?? '')

  async function build(record: OutgoingRecord, message: CxmlOrderMessage, shown: DoiCredentials): Promise<string> {
    const order = record.data as Order
    switch (settings.dialect) {
      case 'cxml':
        return buildOrderRequest(order, cxmlPartiesOf(settings, shown), message)
      case 'ubl':
        return buildUblOrder(order, (settings.ubl ?? UblSettings.parse({})) as UblOrderSettings, message)
      case 'template':
        if (!settings.template) throw new AppError('setup.settings-invalid', 'Orders are to be sent by a template: enter settings.template')
        return fillTemplate(settings.template.text, { ...templateFields(record), reference: message.orderId, payloadId: message.payloadId })
    }
  }

  /** What an answer says about the order that was sent. */
  async function outcomeOf({ body, header }: HttpResponse, orderId: string): Promise<WriteOutcome> {
    const accepted: WriteOutcome = { kind: 'accepted', record: { erpId: orderId, erpVersion: null, fields: null } }
    if (settings.dialect === 'ubl' && body.length === 0) return accepted
    const root = await parseXml(body, { charset: charsetIn(header('content-type')) })
    if (settings.dialect === 'template' && settings.template) {
      const { isAccepted, status, text } = readTemplateAnswer(root, settings.template.answer as XmlTemplate['answer'])
      return isAccepted
        ? accepted
        : { kind: 'refused', reason: text ?? `The answer has no status at ${settings.template.answer.path}`, details: { status } }
    }
    if (settings.dialect === 'ubl' && root.name !== 'cXML') return ublOutcome(root, accepted)
    const { meaning, code, text } = readResponse(root)
    const details = { status: Number(code), answer: text }
    switch (meaning) {
      case 'accepted':
        return accepted
      case 'refused':
        return { kind: 'refused', reason: text === '' ? `The partner answered with status ${code}` : text, details }
      case 'credentials':
        throw new AppError('setup.credentials-rejected', `The partner answered with status ${code}: ${text}`, { details })
      case 'unknown':
        return {
          kind: 'unknown',
          error: new AppError('remote.unavailable', `The partner answered with status ${code}: ${text}`, { details }),
        }
    }
  }

  /** The message for an order, and what is kept of it. `shown` are the credentials that stand in it. */
  async function messageFor(record: OutgoingRecord, shown: DoiCredentials): Promise<OrderMessage | Refusal> {
    const order = record.data as Order
    const orderId = record.reference
    const obstacle = whyNotSendable(order)
    if (obstacle !== null) return { kind: 'refused', reason: obstacle }
    const before = await orders.sent(orderId)
    const isChange = record.erpId !== null
    if (isChange && settings.dialect !== 'cxml')
      return { kind: 'refused', reason: `The partner has order ${orderId} already, and an order can be changed in cXML only` }
    const payloadId = `${record.idempotencyKey}.${connectionId}@linkspan`
    const isResent = before?.payloadId === payloadId
    const version = isChange ? (before?.version ?? 1) + (isResent ? 0 : 1) : 1
    const previous = isChange && before ? { previousPayloadId: isResent ? (before.previous ?? before.payloadId) : before.payloadId } : {}
    const change = isChange ? ({ type: 'update', orderVersion: String(version), ...previous } as const) : {}
    const body = await build(record, { orderId, payloadId, timestamp: clock.now().toISOString(), ...change }, shown)
    const lines = itemsOf(order).map(({ lineNumber, sku, quantity }) => ({ lineNumber, sku: sku ?? null, quantity }))
    return { order, before, body, sent: { lines, payloadId, version, previous: previous.previousPayloadId ?? null } }
  }

  async function write(record: OutgoingRecord): Promise<WriteOutcome> {
    const orderId = record.reference
    const isChange = record.erpId !== null
    const message = await messageFor(record, credentials)
    if ('kind' in message) return message
    const { order, before, body, sent } = message
    await orders.saveSent(orderId, { ...sent, order: before?.order ?? order }) // before sending: the partner may confirm before it answers

    const reach = notSentYet()
    let response: HttpResponse
    try {
      const headers = { 'content-type': contentType, accept: 'text/xml, application/xml' }
      response = await http.exchange(endpoint, { method: 'POST', headers, body, reach })
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
    const { status, text, place, headers } = response
    if (status < 200 || status > 299)
      return failedWrite({ response, failure: classify({ place, path: endpoint.pathname, status, headers, body: text }, clock), isChange })
    try {
      const outcome = await outcomeOf(response, orderId)
      if (outcome.kind === 'accepted' && before !== null) await orders.saveSent(orderId, { ...sent, order })
      return outcome
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code === 'setup.credentials-rejected') throw error
      const failure = await failureInAnswer(response)
      if (failure) return failedWithSuccess(failure, response)
      return { kind: 'unknown', error } // the order may have been accepted; only the answer cannot be read
    }
  }

  return {
    write,
    async preview(record) {
      const hidden = { ...credentials, doiPassword: redacted, doiSharedSecret: redacted }
      const message = await messageFor(record, hidden)
      if ('kind' in message) return message
      return { kind: 'message', message: { method: 'POST', target: endpoint.href, contentType, body: message.body } }
    },
    async find({ reference, erpId }) {
      const hasHistory = async (stream: OrderStream) => (await orders.history(reference, stream)).length > 0
      if (erpId !== null || (await hasHistory('order_status')) || (await hasHistory('orders')))
        return { erpId: reference, erpVersion: null, fields: null }
      if (isIdempotent) return null
      throw new AppError(
        'setup.settings-invalid',
        `It cannot be determined whether the partner has ${reference}: the template contains neither {{payloadId}} nor {{reference}}`,
      )
    },
  }
}

/** What a template can show: a mapped field by its path and by its canonical name. */
function templateFields(record: OutgoingRecord): Record<string, unknown> {
  const fields = structuredClone(record.data) as Record<string, unknown>
  mergeInto(fields, placedFields(record).row)
  return fields
}

/**
 * What an OrderResponse or ApplicationResponse in UBL says about the order. An empty answer with HTTP 2xx never gets here.
 * Throws `setup.answer-unexpected` if it is something else.
 */
function ublOutcome(root: XmlElement, accepted: WriteOutcome): WriteOutcome {
  const [document] = isUbl(root) ? readUbl(root) : []
  if (document?.kind !== 'confirmation' && document?.kind !== 'status')
    throw new AppError('setup.answer-unexpected', `The partner answered with <${root.name}>`)
  if (document.outcome !== 'rejected') return accepted
  return { kind: 'refused', reason: (document.kind === 'status' ? document.text : document.word) ?? 'The partner rejected the order' }
}
