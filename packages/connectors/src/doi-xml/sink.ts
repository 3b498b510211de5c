import { classify } from '@linkspan/connector-kit/http/classify'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
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
import { itemsOf, whyNotSendable } from './order-amounts.ts'
import type { Listener, OrderMemory } from './order-memory.ts'
import { cxmlOf } from './parties.ts'
import { type DoiSettings, UblSettings } from './settings.ts'
import { readTemplateAnswer, type XmlTemplate } from './template.ts'
import { buildUblOrder, type UblOrderSettings } from './ubl/order.ts'
import { isUbl, readUbl } from './ubl/read-inbound.ts'

export interface DoiSinkContext {
  readonly connectionId: string
  readonly settings: DoiSettings
  readonly credentials: DoiCredentials
  readonly http: ErpHttp
  readonly orders: OrderMemory
  readonly clock: Clock
}

/**
 * Sends orders as messages to a partner. There is nothing to look up: the same message is sent again with the same payloadID, by which the
 * partner recognises it (docs/erp/cxml.md#resending).
 */
export function createOrderSink({ connectionId, settings, credentials, http, orders, clock }: DoiSinkContext): RecordSink {
  const endpoint = new URL(credentials.doiEndpoint)
  const isKnownAgain = settings.dialect !== 'template' || /\{\{\s*(payloadId|reference)\s*\}\}/.test(settings.template?.text ?? '')

  async function build(order: Order, message: CxmlOrderMessage): Promise<string> {
    switch (settings.dialect) {
      case 'cxml':
        return buildOrderRequest(order, cxmlOf(settings, credentials), message)
      case 'ubl':
        return buildUblOrder(order, (settings.ubl ?? UblSettings.parse({})) as UblOrderSettings, message)
      case 'template':
        if (!settings.template) throw new AppError('setup.settings-invalid', 'Orders are to be sent by a template: enter settings.template')
        return fillTemplate(settings.template.text, { ...order, reference: message.orderId, payloadId: message.payloadId })
    }
  }

  /** What an answer to a message says became of the order. */
  async function outcomeOf({ body, header }: HttpResponse, orderId: string): Promise<WriteOutcome> {
    const taken: WriteOutcome = { kind: 'accepted', record: { erpId: orderId, erpVersion: null, fields: null } }
    if (settings.dialect === 'ubl' && body.length === 0) return taken
    const root = await parseXml(body, { charset: charsetIn(header('content-type')) })
    if (settings.dialect === 'template' && settings.template) {
      const { isTaken, status, text } = readTemplateAnswer(root, settings.template.answer as XmlTemplate['answer'])
      return isTaken
        ? taken
        : { kind: 'refused', reason: text ?? `The answer has nothing at ${settings.template.answer.path}`, details: { status } }
    }
    if (settings.dialect === 'ubl' && root.name !== 'cXML') return ublOutcome(root, taken)
    const { meaning, code, text } = readResponse(root)
    const details = { status: Number(code), answer: text }
    switch (meaning) {
      case 'taken':
        return taken
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

  async function write(record: OutgoingRecord): Promise<WriteOutcome> {
    const order = record.data as Order
    const orderId = record.reference
    const obstacle = whyNotSendable(order)
    if (obstacle !== null) return { kind: 'refused', reason: obstacle }
    const before = await orders.sent(orderId)
    const isChange = record.erpId !== null
    if (isChange && settings.dialect !== 'cxml')
      return { kind: 'refused', reason: `The partner has order ${orderId} already, and only in cXML an order can be changed` }
    const payloadId = `${record.idempotencyKey}.${connectionId}@linkspan`
    const isAgain = before?.payloadId === payloadId
    const version = isChange ? (before?.version ?? 1) + (isAgain ? 0 : 1) : 1
    const previous = isChange && before ? { previousPayloadId: isAgain ? (before.previous ?? before.payloadId) : before.payloadId } : {}
    const change = isChange ? ({ type: 'update', orderVersion: String(version), ...previous } as const) : {}
    const body = await build(order, { orderId, payloadId, timestamp: clock.now().toISOString(), ...change })
    const lines = itemsOf(order).map(({ lineNumber, sku, quantity }) => ({ lineNumber, sku: sku ?? null, quantity }))
    const sent = { lines, payloadId, version, previous: previous.previousPayloadId ?? null }
    await orders.keepSent(orderId, { ...sent, order: before?.order ?? order }) // first: the partner may confirm before it answers

    const reach = notSentYet()
    let response: HttpResponse
    try {
      const headers = { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml, application/xml' }
      response = await http.exchange(endpoint, { method: 'POST', headers, body, reach })
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
    const { status, text, place, headers } = response
    if (status < 200 || status > 299)
      return failedWrite({ response, failure: classify({ place, path: endpoint.pathname, status, headers, body: text }, clock), isChange })
    try {
      const outcome = await outcomeOf(response, orderId)
      if (outcome.kind === 'accepted' && before !== null) await orders.keepSent(orderId, { ...sent, order })
      return outcome
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code === 'setup.credentials-rejected') throw error
      return { kind: 'unknown', error } // it may well have been taken; only the answer cannot be read
    }
  }

  return {
    write,
    async find({ reference, erpId }) {
      const isHeard = async (listener: Listener) => (await orders.said(reference, listener)).length > 0
      if (erpId !== null || (await isHeard('order_status')) || (await isHeard('orders')))
        return { erpId: reference, erpVersion: null, fields: null }
      if (isKnownAgain) return null
      throw new AppError(
        'setup.settings-invalid',
        `Whether the partner has taken ${reference} cannot be told: the template names neither {{payloadId}} nor {{reference}}`,
      )
    },
  }
}

/** What an answer in UBL says: an OrderResponse or an ApplicationResponse; nothing but HTTP's own 2xx is enough as well. */
function ublOutcome(root: XmlElement, taken: WriteOutcome): WriteOutcome {
  const [document] = isUbl(root) ? readUbl(root) : []
  if (document?.kind !== 'confirmation' && document?.kind !== 'status')
    return { kind: 'unknown', error: new AppError('setup.answer-unexpected', `The partner answered with <${root.name}>`) }
  if (document.outcome !== 'rejected') return taken
  return { kind: 'refused', reason: (document.kind === 'status' ? document.text : document.word) ?? 'The partner rejected the order' }
}
