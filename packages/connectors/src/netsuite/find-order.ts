import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { type AcceptedRecord, AppError, type Clock, isFields, type OutgoingRecord } from '@linkspan/core/connector'
import { kinds } from './kinds.ts'
import { idLiteral } from './query.ts'
import type { SourceContext } from './source-context.ts'
import { failureOf } from './suiteql.ts'
import { textOf } from './values.ts'

export interface FindContext {
  readonly http: Pick<ErpHttp, 'exchange'>
  /** `…/services/rest/record/v1/salesOrder`. */
  readonly ordersUrl: URL
  readonly reading: SourceContext
  readonly clock: Clock
}

/** The address of an order, by its internal id or as `eid:` by its external id. */
export function orderUrl(ordersUrl: URL, key: string): URL {
  const url = new URL(ordersUrl)
  url.pathname = `${url.pathname}/${key.replace(/[^:]+/g, encodeURIComponent)}`
  return url
}

/** The path of each order's address, as traces name it. */
export const orderTemplate = ({ pathname }: URL): string => `${pathname}/{}`

/** Looks for the order of a record by its external id, or by its internal one. Null only if NetSuite says that there is none. */
export async function findOrder({ erpId, reference }: OutgoingRecord, context: FindContext): Promise<AcceptedRecord | null> {
  if (erpId === null && reference.trim() === '') return null
  const url = orderUrl(context.ordersUrl, erpId ?? `eid:${reference}`)
  url.searchParams.set('fields', 'id,tranId,externalId')
  const response = await context.http.exchange(url, { headers: { accept: 'application/json' }, template: orderTemplate(context.ordersUrl) })
  if (response.status === 404 && isFromNetSuite(response.text)) return null
  if (response.status < 200 || response.status > 299) throw failureOf(response, context.clock)
  const body = response.json()
  const id = isFields(body) ? textOf(body, 'id') : undefined
  if (!isFields(body) || id === undefined) throw new AppError('setup.answer-unexpected', `${response.place}: the answer is no sales order`)
  return (await orderById(id, context.reading)) ?? fromRecord(id, body)
}

/** A proxy says 404 too; NetSuite says it in its own form (docs/erp/netsuite.md#error-bodies). */
const isFromNetSuite = (text: string): boolean => /"o:errorDetails"|"o:errorCode"/.test(text)

/** An order as a pull shows it. */
async function orderById(id: string, reading: SourceContext): Promise<AcceptedRecord | null> {
  const { query, keys, records } = kinds.orders
  const { columns, from, where } = await query({ ...reading, account: { ...reading.account, ofSubsidiary: async () => [] } })
  const rows = await reading.reader.all({ columns, from, where: [...where, `t.id = ${idLiteral(id)}`] }, keys)
  const [source] = await records(rows.slice(0, 1), reading, undefined)
  return source ? { erpId: id, fields: source.fields, source, erpVersion: null } : null
}

/** What the record API has told, if SuiteQL does not show the order. */
const fromRecord = (id: string, body: Readonly<Record<string, unknown>>): AcceptedRecord => {
  const [orderNumber, ourReference] = [textOf(body, 'tranId'), textOf(body, 'externalId')]
  const fields = { ...(orderNumber !== undefined && { orderNumber }), ...(ourReference !== undefined && { ourReference }) }
  return { erpId: id, fields, erpVersion: null }
}
