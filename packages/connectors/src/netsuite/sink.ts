import { failureRules } from '@linkspan/connector-kit/http/failure-rules'
import { type HttpResponse, isSuccess } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
import { AppError, type OutgoingRecord, type RecordSink, toAppError, type WriteOutcome } from '@linkspan/core/connector'
import { type FindContext, findOrder, orderTemplate, orderUrl } from './find-order.ts'
import type { ItemLookUp } from './items.ts'
import { type OrderContext, skusOf, toBody, toHeaderChange, toSalesOrder, unsentOf, whyNotSendable } from './outgoing-order.ts'
import { failureOf } from './suiteql.ts'

export interface SinkContext extends FindContext {
  readonly items: ItemLookUp
}

interface Write {
  readonly url: URL
  readonly method: 'POST' | 'PATCH'
  readonly body: string
  readonly template?: string
}

type Refusal = Extract<WriteOutcome, { readonly kind: 'refused' }>

const contentType = 'application/json'
/** Without it, fields that NetSuite does not know vanish without a word (docs/erp/netsuite.md#creating-an-order). */
const headers = { accept: 'application/json', 'content-type': contentType, 'x-netsuite-propertynamevalidation': 'Error' } as const
const onlyHeader =
  'NetSuite has the order already: of it only the customer reference, the requested delivery date and the address to deliver to can be changed from here'

/** NetSuite says that an order with the external id is there already, in words that differ. Any that may mean it lead to a look-up (docs/erp/netsuite.md#creating-an-order). */
const isTwin = ({ status, text }: HttpResponse): boolean =>
  (status === 400 || status === 409) && /\bDUP_|unique|already|duplicat|\bexists\b|external ?id/i.test(text)

/**
 * Writes sales orders. One is created by POST with our reference as its external id, of which NetSuite has each once: a request that is
 * repeated all the same is refused, and the order found (docs/erp/netsuite.md#creating-an-order).
 */
export function createOrderSink(context: SinkContext): RecordSink {
  const { http, ordersUrl, reading, items, clock } = context
  const rules = failureRules.netSuite

  let hasAddressee = true

  async function writeOf(record: OutgoingRecord): Promise<Write | Refusal> {
    if (record.erpId !== null) {
      const change = toHeaderChange(record, hasAddressee)
      if (change === null) return { kind: 'refused', reason: onlyHeader }
      return { url: orderUrl(ordersUrl, record.erpId), method: 'PATCH', body: toBody(change), template: orderTemplate(ordersUrl) }
    }
    const known: OrderContext = {
      items: await items.idsOf(skusOf(record.data)),
      currencies: await reading.account.currencies(),
      subsidiaryId: (await reading.account.subsidiary())?.id,
      settings: reading.settings,
      hasAddressee,
    }
    const reason = whyNotSendable(record, known)
    if (reason !== null) return { kind: 'refused', reason }
    return { url: ordersUrl, method: 'POST', body: toBody(toSalesOrder(record, known)) }
  }

  async function send({ url, ...write }: Write, record: OutgoingRecord): Promise<WriteOutcome> {
    const reach = notSentYet()
    let response: HttpResponse
    try {
      response = await http.exchange(url, { ...write, headers, reach })
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
    if (isSuccess(response)) return accepted(response, record)
    const failure = failureOf(response, clock)
    const isChange = record.erpId !== null
    if (!isChange && isTwin(response)) return twin(record, failure)
    const outcome = failedWrite({ response, failure, isChange, rules })
    return outcome.kind === 'stale' && !isChange ? { kind: 'unknown', error: failure } : outcome
  }

  async function writeOnce(record: OutgoingRecord): Promise<WriteOutcome> {
    const write = await writeOf(record)
    return 'kind' in write ? write : send(write, record)
  }

  /** The answer has no body; the id of a new order is the end of its address. */
  async function accepted({ header, serverTime, place }: HttpResponse, record: OutgoingRecord): Promise<WriteOutcome> {
    const erpId = record.erpId ?? /\/([^/?#]+)\/?(?:[?#].*)?$/.exec(header('location') ?? '')?.[1]
    if (erpId !== undefined)
      return { kind: 'accepted', record: { erpId, fields: null, erpVersion: null, ...(serverTime !== undefined && { serverTime }) } }
    const error = new AppError('setup.answer-unexpected', `${place}: the answer does not say which id the order was given`)
    return found(record, { kind: 'unknown', error })
  }

  /** The order is there already, or was refused for something else that exists. */
  const twin = (record: OutgoingRecord, failure: AppError): Promise<WriteOutcome> => {
    const { answer } = failure.details
    return found(record, { kind: 'refused', reason: typeof answer === 'string' ? answer : failure.message, details: failure.details })
  }

  async function found(record: OutgoingRecord, otherwise: WriteOutcome): Promise<WriteOutcome> {
    try {
      const order = await findOrder(record, context)
      return order ? { kind: 'accepted', record: order } : otherwise
    } catch (thrown) {
      return { kind: 'unknown', error: toAppError(thrown) }
    }
  }

  return {
    async write(record) {
      const outcome = await writeOnce(record)
      if (!hasAddressee || outcome.kind !== 'refused' || !/\baddressee\b/i.test(outcome.reason)) return outcome
      hasAddressee = false
      reading.logger.warn({}, 'The form of addresses of this NetSuite has no addressee: names are left out of addresses')
      return writeOnce(record)
    },
    /** Reads from NetSuite what the order refers to: items, currencies, the subsidiary. */
    async preview(record) {
      const write = await writeOf(record)
      if ('kind' in write) return write
      return { kind: 'message', message: { method: write.method, target: write.url.href, contentType, body: write.body } }
    },
    unsent: unsentOf,
    find: (record) => findOrder(record, context),
  }
}
