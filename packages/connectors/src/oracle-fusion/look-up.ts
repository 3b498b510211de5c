import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { type AcceptedRecord, AppError, isFields, type OutgoingRecord } from '@linkspan/core/connector'
import { keyOf, orderChildren, salesOrders } from './orders.ts'
import { newKeyOf, referenceOf, sourceSystemOf } from './outgoing-order.ts'
import { is } from './q.ts'
import type { Reader } from './reader.ts'
import type { FusionSettings } from './settings.ts'
import type { Settling } from './settled.ts'

export interface LookUpContext {
  readonly http: Pick<ErpHttp, 'exchange'>
  readonly reader: Reader
  readonly headers: Readonly<Record<string, string>>
  readonly settings: FusionSettings
  readonly settling: Settling
  readonly root: URL
  readonly failureOf: (response: HttpResponse) => AppError
  readonly accepted: (row: Row, response?: HttpResponse) => AcceptedRecord
}

export interface LookUp {
  /** The order that a record is; null if Fusion surely has none. */
  find(record: OutgoingRecord): Promise<AcceptedRecord | null>
  /** The order by its key alone, as it is visible now. */
  byKey(key: string): Promise<AcceptedRecord | null>
}

/** The address of an order. */
export const orderUrl = (root: URL, key: string): URL =>
  urlBelow(root, `${salesOrders.resource}/${key.split(':').map(encodeURIComponent).join(':')}`)

/** The path of each order's address, as traces name it. */
export const orderTemplate = (root: URL): string => `${urlBelow(root, salesOrders.resource).pathname}/{}`

export function createLookUp({ http, reader, headers, settings, settling, root, failureOf, accepted }: LookUpContext): LookUp {
  async function byKey(key: string): Promise<AcceptedRecord | null> {
    const url = orderUrl(root, key)
    url.search = `expand=${orderChildren.join(',')}`
    const response = await http.exchange(url, { headers, template: orderTemplate(root) })
    if (response.status === 404) return null
    if (response.status < 200 || response.status > 299) throw failureOf(response)
    const json = response.json()
    if (isFields(json) && keyOf(json) !== undefined) return accepted(json, response)
    throw new AppError('setup.answer-unexpected', `${response.place}: the answer is no sales order`)
  }

  /** A missing right answers 404 too: then a query may still show the order, or say what is wrong. */
  async function byReference(reference: string): Promise<AcceptedRecord | null> {
    const conditions = [is('SourceTransactionId', reference), is('SourceTransactionSystem', sourceSystemOf(settings))]
    const { rows } = await reader.page({ ...salesOrders, conditions }, { limit: 25, offset: 0 })
    const row = rows.find((each) => textOf(each, 'SourceTransactionId') === reference)
    return row ? accepted(row) : null
  }

  async function findNow(record: OutgoingRecord): Promise<AcceptedRecord | null> {
    if (record.erpId !== null) return byKey(record.erpId)
    const reference = referenceOf(record)
    if (reference === '') return null
    return (await byKey(newKeyOf(record, settings))) ?? byReference(reference)
  }

  return {
    byKey,
    async find(record) {
      const wasSettled = settling.isSettled(record.reference)
      const found = await findNow(record)
      const wasSent = record.sentAt !== null || record.erpId !== null
      if (found || wasSettled || !wasSent) return found
      await settling.settled(record.reference)
      return findNow(record)
    },
  }
}
