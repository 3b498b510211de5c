import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { isSuccess } from '@linkspan/connector-kit/http/http-response'
import { once } from '@linkspan/connector-kit/http/once'
import { keyPredicate, textLiteral } from '@linkspan/connector-kit/odata/literals'
import { etagOf, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import {
  type AcceptedRecord,
  AppError,
  type Clock,
  isFields,
  type OutgoingRecord,
  type RecordSink,
  type SinkPreview,
  type WriteOutcome,
} from '@linkspan/core/connector'
import { type CreateContext, createOrder, headersUrl, writeLines } from './create-order.ts'
import { findHeader, isOpen, missingLines, numberOf } from './look-up.ts'
import { linesProperty, toOrder } from './orders.ts'
import { toBody, toHeader, toHeaderChange, toLines, unsentOf, whyNotSendable } from './outgoing-order.ts'
import type { Reader } from './read.ts'
import type { FoSettings } from './settings.ts'
import { createSinkHttp } from './sink-http.ts'
import type { Tenant } from './tenant.ts'
import { linesOf } from './with-lines.ts'

export interface SinkContext {
  readonly http: Pick<ErpHttp, 'exchange'>
  readonly reader: Reader
  readonly tenant: Tenant
  readonly headers: Readonly<Record<string, string>>
  readonly settings: FoSettings
  readonly clock: Clock
}

const onlyHeader =
  'Finance and Operations has the order already: of it only the requested delivery date and the address to deliver to can be changed from here'

/**
 * Writes sales orders. Finance and Operations detects no duplicates: an order is found again by its reference, and one that lacks some of
 * its lines is completed (docs/erp/dynamics-finance-operations.md#half-written-orders).
 */
export function createOrderSink({ http, reader, tenant, headers, settings, clock }: SinkContext): RecordSink {
  const sink = createSinkHttp(http, headers, clock)

  const context = once(async (): Promise<CreateContext> => {
    const [orders, orderLines, company] = await Promise.all([tenant.setOf('orders'), tenant.setOf('orderLines'), tenant.company()])
    const [header, line] = await Promise.all([tenant.shapeOf(orders), tenant.shapeOf(orderLines)])
    return { root: tenant.root, sink, sets: { orders, orderLines }, company, settings, header, line, remove }
  })

  /** Every part of the key is needed (docs/erp/dynamics-finance-operations.md#companies). */
  async function urlOf(orderNumber: string): Promise<URL> {
    const url = headersUrl(await context())
    const key = { dataAreaId: textLiteral(await tenant.company()), SalesOrderNumber: textLiteral(orderNumber) }
    url.pathname = `${url.pathname}${keyPredicate(key)}`
    return url
  }

  /** The number of an order by its id here; undefined if it belongs to another company. */
  async function numberIn(erpId: string): Promise<string | undefined> {
    const company = await tenant.company()
    return erpId.toLowerCase().startsWith(`${company.toLowerCase()}|`) ? erpId.slice(company.length + 1) : undefined
  }

  function accepted(row: Row): AcceptedRecord {
    const source = toOrder(row)
    return { erpId: source.id, fields: source.fields, source, erpVersion: etagOf(row) ?? null }
  }

  /** Takes an order away that was created without all of its lines. */
  async function remove(row: Row): Promise<void> {
    const outcome = await sink.send({ url: await urlOf(numberOf(row)), method: 'DELETE', etag: '*' }, () => null)
    if (outcome.kind === 'done') return
    const reason = outcome.kind === 'unknown' ? outcome.error.message : outcome.kind === 'refused' ? outcome.reason : 'it has changed'
    throw new AppError('remote.unavailable', `Order ${numberOf(row)} lacks some of its lines and could not be deleted: ${reason}`)
  }

  async function create(record: OutgoingRecord): Promise<WriteOutcome> {
    const outcome = await createOrder(record, await context())
    return outcome.kind === 'done' ? { kind: 'accepted', record: accepted(outcome.result) } : outcome
  }

  async function changeOf(record: OutgoingRecord, erpId: string) {
    const change = toHeaderChange(record, (await context()).header)
    if (change === null) return { kind: 'refused', reason: onlyHeader } as const
    const number = await numberIn(erpId)
    if (number === undefined)
      return { kind: 'refused', reason: `Order ${erpId} is none of the legal entity ${await tenant.company()}` } as const
    return { kind: 'change', url: await urlOf(number), method: 'PATCH', body: toBody(change) } as const
  }

  async function change(record: OutgoingRecord, erpId: string): Promise<WriteOutcome> {
    const write = await changeOf(record, erpId)
    if (write.kind === 'refused') return write
    const etag = record.erpVersion ?? (await byId(erpId))?.erpVersion ?? '*'
    const outcome = await sink.send({ ...write, etag }, (response) => {
      const json = response.status === 204 ? null : response.json()
      const shown = isFields(json) && numberOf(json) !== '' ? accepted(json) : { erpId, fields: null, erpVersion: null }
      return { ...shown, erpVersion: shown.erpVersion ?? response.header('etag') ?? null }
    })
    return outcome.kind === 'done' ? { kind: 'accepted', record: outcome.result } : outcome
  }

  async function byId(erpId: string): Promise<AcceptedRecord | null> {
    const number = await numberIn(erpId)
    if (number === undefined) return null
    const response = await http.exchange(await urlOf(number), { headers })
    if (response.status === 404) return null
    if (!isSuccess(response)) throw sink.failureOf(response)
    const json = response.json()
    if (isFields(json) && numberOf(json) !== '') return accepted(await withLines(json))
    throw new AppError('setup.answer-unexpected', `${response.place}: the answer is no sales order`)
  }

  const withLines = async (row: Row): Promise<Row> => ({
    ...row,
    [linesProperty]: (await linesOf([numberOf(row)], reader)).get(numberOf(row)) ?? [],
  })

  /** An order that lacks some of our lines is completed; if they are refused it is deleted, so that the order is surely not there. */
  async function byReference(record: OutgoingRecord): Promise<AcceptedRecord | null> {
    const header = await findHeader(record, { reader, settings })
    if (header === undefined) return null
    const order = await withLines(header)
    const missing = isOpen(header) ? missingLines(record, order[linesProperty] as readonly Row[]) : []
    if (missing.length === 0) return accepted(order)
    const outcome = await writeLines(record, header, missing, await context())
    if (outcome.kind === 'done') return accepted(await withLines(header))
    if (outcome.kind === 'refused') return null
    if (outcome.kind === 'unknown') throw outcome.error
    throw new AppError('remote.unavailable', `Order ${numberOf(header)} is being changed by somebody else`)
  }

  /** What would be sent: the header, and below it each line. */
  async function previewOf(record: OutgoingRecord): Promise<SinkPreview> {
    const contentType = 'application/json'
    if (record.erpId !== null) {
      const write = await changeOf(record, record.erpId)
      if (write.kind === 'refused') return write
      return { kind: 'message', message: { method: write.method, target: write.url.href, contentType, body: write.body } }
    }
    const given = await context()
    const header = toHeader(record, given)
    const number = textOf(header, 'SalesOrderNumber')
    const body = [header, ...toLines(record, number, given)].map(toBody).join('\n')
    return { kind: 'message', message: { method: 'POST', target: headersUrl(given).href, contentType, body } }
  }

  return {
    guardsByVersion: true,
    async write(record) {
      const reason = whyNotSendable(record)
      if (reason !== null) return { kind: 'refused', reason }
      return record.erpId === null ? create(record) : change(record, record.erpId)
    },
    async preview(record) {
      const reason = whyNotSendable(record)
      return reason === null ? previewOf(record) : { kind: 'refused', reason }
    },
    unsent: unsentOf,
    find: (record) => (record.erpId === null ? byReference(record) : byId(record.erpId)),
  }
}
