import type { OrderRow } from '../../dataset/orders.ts'
import type { Dataset } from '../../dataset.ts'
import { type Answer, decodePath, type Exchange } from '../../exchange.ts'
import type { WriteRecorder } from '../../write-log.ts'
import { answerEntity, type ReadSettings } from './answer-read.ts'
import { bookOrder, changeOrder } from './book-order.ts'
import { type EntitySet, findByKey, keyPredicate } from './entity.ts'
import { ODataError } from './odata-error.ts'
import { headerForm, orderForm } from './order-form.ts'
import { etagV2 } from './render-v2.ts'
import { etagV4 } from './render-v4.ts'
import { type JsonStyle, readEntity, type SentEntity } from './sent-entity.ts'
import type { SapResource, SapService } from './services.ts'

export interface WriteContext {
  readonly dataset: Dataset
  readonly recorder: WriteRecorder
  readonly settings: ReadSettings
}

/**
 * Creates a sales order with its items (docs/erp/sap-s4hana.md#creating-an-order), or changes a header. Anything else is not implemented.
 */
export function answerWrite(exchange: Exchange, { service, rest }: SapResource, writing: WriteContext): Answer {
  const [, name, predicate] = /^(\w+)(?:\((.*)\))?$/s.exec(rest) ?? []
  const set = service.sets.find((each) => each.name === name)
  const method = String(exchange.headers['x-http-method'] ?? exchange.method).toUpperCase()
  if (set?.orderNames && predicate === undefined && method === 'POST') return create(exchange, service, set, writing)
  const isChange = method === 'PATCH' || (method === 'MERGE' && service.version === 'v2')
  if (set?.orderNames && predicate !== undefined && isChange) return update(exchange, service, set, predicate, writing)
  throw new ODataError(501, 'SY/530', `${method} is not implemented.`)
}

function create(exchange: Exchange, service: SapService, set: EntitySet, { dataset, recorder, settings }: WriteContext): Answer {
  const names = set.orderNames!
  const sent = readEntity(exchange.body, orderForm(names), styleOf(exchange, service))
  const reference = sent.texts.PurchaseOrderByCustomer
  const receipt = recorder.receive({ reference: reference === '' ? undefined : reference })
  try {
    const order = bookOrder(dataset, sent, names, new Date().toISOString())
    receipt.stored(order)
    const entity = set.toEntity(order)
    const location = `${settings.linkOrigin ?? exchange.origin}${service.path}/${set.name}${keyPredicate(entity)}`
    const answer = answerEntity(exchange, service, settings, entity, expansions(sent))
    return { ...answer, status: 201, headers: { ...answer.headers, location, etag: etagOf(service, set, order) } }
  } catch (error) {
    if (error instanceof ODataError) receipt.refused(messagesOf(error))
    throw error
  }
}

function update(
  exchange: Exchange,
  service: SapService,
  set: EntitySet,
  predicate: string,
  { dataset, recorder, settings }: WriteContext,
): Answer {
  const id = String(findByKey(set, predicate)?.fields[set.idField] ?? '')
  const order = dataset.orders.get(id)
  if (!order) throw new ODataError(404, 'SY/530', `Resource not found for the segment '${set.name}(${predicate})'.`)
  const sent = readEntity(exchange.body, headerForm(set.orderNames!), styleOf(exchange, service))
  try {
    checkVersion(exchange.headers['if-match'], etagOf(service, set, order))
    const changed = changeOrder(dataset, order, sent)
    recorder.update(id, { by: 'api', changes: sent.texts }, changed)
    const headers = { etag: etagOf(service, set, changed) }
    const isBare = service.version === 'v2' || /return=minimal/.test(String(exchange.headers.prefer ?? ''))
    if (isBare) return { status: 204, headers, body: '' }
    const answer = answerEntity(exchange, service, settings, set.toEntity(changed), [])
    return { ...answer, headers: { ...answer.headers, ...headers } }
  } catch (error) {
    if (error instanceof ODataError) recorder.update(id, { by: 'api', changes: sent.texts, refused: messagesOf(error) })
    throw error
  }
}

function checkVersion(given: string | undefined, current: string): void {
  if (given === undefined) throw new ODataError(428, '/IWBEP/CM_MGW_RT/053', 'The request must be conditional: If-Match is missing.')
  const isCurrent = given.split(',').some((each) => each.trim() === '*' || decodePath(each.trim()) === decodePath(current))
  if (!isCurrent) throw new ODataError(412, '/IWBEP/CM_MGW_RT/022', 'Precondition failed: the order was changed meanwhile.')
}

function etagOf({ version }: SapService, set: EntitySet, order: OrderRow): string {
  return (version === 'v2' ? etagV2 : etagV4)(set.toEntity(order)) ?? ''
}

function styleOf({ headers }: Exchange, { version }: SapService): JsonStyle {
  return { version, hasStringDecimals: /IEEE754Compatible=true/i.test(headers['content-type'] ?? '') }
}

/** The paths of all links that were sent, for example `to_Item/to_PricingElement`: the answer expands the same ones. */
function expansions({ links }: SentEntity, path = ''): string[] {
  const paths = Object.entries(links).flatMap(([name, inner]) => [
    path + name,
    ...inner.flatMap((each) => expansions(each, `${path}${name}/`)),
  ])
  return [...new Set(paths)]
}

function messagesOf({ message, others }: ODataError): string[] {
  return [message, ...others.map((each) => each.message)]
}
