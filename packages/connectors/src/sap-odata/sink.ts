import { classify } from '@linkspan/connector-kit/http/classify'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
import type { SendWrite } from '@linkspan/connector-kit/odata/csrf'
import { textLiteral } from '@linkspan/connector-kit/odata/literals'
import { readPages } from '@linkspan/connector-kit/odata/pages'
import { queryOptions, withMissing, withParameters } from '@linkspan/connector-kit/odata/query'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import {
  type AcceptedRecord,
  AppError,
  type Clock,
  isFields,
  type Logger,
  type OutgoingRecord,
  type RecordSink,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core/connector'
import { toOrder } from './orders.ts'
import { soldToPartyOf, toHeaderChange, toSalesOrder, whyNotSendable } from './outgoing-order.ts'
import type { Resource } from './resources.ts'
import { isBeingProcessed, refusalWords, remarksIn } from './sap-messages.ts'
import type { SapSettings } from './settings.ts'
import { keyOf } from './values.ts'

export interface SinkContext {
  readonly http: Pick<ErpHttp, 'call' | 'exchange'>
  readonly sendWrite: SendWrite
  readonly resource: Resource
  readonly headers: Readonly<Record<string, string>>
  readonly parameters: ReadonlyMap<string, string>
  readonly settings: SapSettings
  readonly clock: Clock
  readonly logger: Logger
}

interface Write {
  readonly target: URL
  readonly method: 'POST' | 'PATCH'
  readonly contentType: string
  readonly body: string
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
  const expand = version === 'v2' ? ['to_Item'] : ['_Item']

  const failureOf = ({ place, url, status, headers, text }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers, body: text }, clock)

  const entityOf = (erpId: string): URL => {
    const entity = new URL(url)
    entity.pathname = `${entity.pathname}(${encodeURIComponent(textLiteral(erpId))})`
    return entity
  }

  /** Sends one write; `outcomeOf` reads an answer that says success. */
  async function send(
    { target, method, contentType, body }: Write,
    etag: string | null,
    outcomeOf: (response: HttpResponse) => WriteOutcome,
  ): Promise<WriteOutcome> {
    const reach = notSentYet()
    let response: HttpResponse
    try {
      response = await sendWrite(withMissing(root, parameters), target, {
        method,
        headers: { ...headers, 'content-type': contentType, ...(etag !== null && { 'if-match': etag }) },
        body,
        reach,
      })
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
    if (!isSuccess(response)) return failed(response, method === 'PATCH')
    const remarks = remarksIn(response)
    if (remarks.length > 0) logger.warn({ place: response.place, remarks }, 'SAP took an order, and has remarks on it')
    try {
      return outcomeOf(response)
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

  function created(response: HttpResponse): WriteOutcome {
    const row = entityIn(response.json())
    const record = row && acceptedOrder(row)
    if (record && record.erpId !== '') return { kind: 'accepted', record }
    const message = `${response.place}: the answer does not say which number the order was given`
    return { kind: 'unknown', error: new AppError('setup.answer-unexpected', message) }
  }

  /** The write of a record: of an order that SAP has already, only its header is changed. */
  function writeOf(record: OutgoingRecord): Write | Refusal {
    const obstacle = whyNotSendable(record)
    if (obstacle !== null) return { kind: 'refused', reason: obstacle }
    const { erpId } = record
    const build = (method: Write['method'], to: URL, content: object): Write => ({
      target: withMissing(to, parameters),
      method,
      contentType,
      body: JSON.stringify(content),
    })
    if (erpId === null) return build('POST', url, toSalesOrder(record, settings, version))
    const change = toHeaderChange(record, version)
    if (change !== null) return build('PATCH', entityOf(erpId), change)
    return { kind: 'refused', reason: `SAP has order ${erpId} already: of it only the requested delivery date can be changed from here` }
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
    const row = entityIn(response.json())
    if (row && keyOf(row.SalesOrder) !== '') return acceptedOrder(row)
    throw new AppError('setup.answer-unexpected', `${response.place}: the answer is no sales order`)
  }

  /** The oldest order with the reference, of the same customer if that is known: another one's may be called the same. */
  async function byReference(record: OutgoingRecord): Promise<AcceptedRecord | null> {
    const { reference } = record
    const customer = keyOf(soldToPartyOf(record, settings.salesOrder))
    const isIt = (row: Row) =>
      textOf(row, 'PurchaseOrderByCustomer') === reference.trim() && (customer === '' || keyOf(row.SoldToParty) === customer)
    const filter = `PurchaseOrderByCustomer eq ${textLiteral(reference)}`
    const options = queryOptions(version, { filter, orderBy: ['SalesOrder'], expand, count: true })
    const first = withParameters(url, new Map([...options, ...parameters]))
    for await (const { rows } of readPages({ http, first, headers, parameters, after: null, expanded: expand })) {
      const found = rows.find(isIt)
      if (found) return acceptedOrder(found)
    }
    return null
  }

  return {
    guardsByVersion: true,
    async write(record) {
      const write = writeOf(record)
      const { erpId, erpVersion } = record
      if ('kind' in write) return write
      if (erpId === null) return send(write, null, created)
      return send(write, erpVersion ?? (await byId(erpId))?.erpVersion ?? '*', changed(erpId))
    },
    async preview(record) {
      const write = writeOf(record)
      return 'kind' in write ? write : { kind: 'message', message: { ...write, target: write.target.href } }
    },
    find: (record) => (record.erpId === null ? byReference(record) : byId(record.erpId)),
  }
}

const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status <= 299

function acceptedOrder(row: Row): AcceptedRecord {
  const source = toOrder(row)
  const { id, fields } = source
  return { erpId: id, fields, source, erpVersion: typeof fields.sourceVersion === 'string' ? fields.sourceVersion : null }
}

/** V2 puts an entity into `d`. */
function entityIn(json: unknown): Row | null {
  if (!isFields(json)) return null
  return isFields(json.d) ? json.d : json
}
