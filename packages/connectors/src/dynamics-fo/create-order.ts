import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { AppError, isFields, type OutgoingRecord, toAppError } from '@linkspan/core/connector'
import { numberOf } from './look-up.ts'
import { linesProperty } from './orders.ts'
import { type OrderContext, toBody, toHeader, toLines } from './outgoing-order.ts'
import type { Failed, FailedAnswer, Sent, SinkHttp, Write } from './sink-http.ts'
import { crossCompany } from './tenant.ts'
import { type ChangesetResult, type Creation, changesetOf, readChangeset } from './write-lines.ts'

export interface CreateContext extends OrderContext {
  readonly root: URL
  readonly sink: SinkHttp
  /** The entity sets of headers and lines. */
  readonly sets: { readonly orders: string; readonly orderLines: string }
  /** Deletes a header. Throws if it may still be there. */
  readonly remove: (header: Row) => Promise<void>
}

export const headersUrl = ({ root, sets }: Pick<CreateContext, 'root' | 'sets'>): URL => urlBelow(root, sets.orders, crossCompany)

/** Creates the order: header, then lines, since only a saved header has a number; or both as one if the number is ours. */
export async function createOrder(record: OutgoingRecord, context: CreateContext): Promise<Sent<Row>> {
  const { settings, sink, sets } = context
  const header = toHeader(record, context)
  if (settings.orderNumbers === 'manual') {
    const number = String(header.SalesOrderNumber)
    const lines = toLines(record, number, context).map((body) => ({ set: sets.orderLines, body }))
    return asOrder(await writeChangeset([{ set: sets.orders, body: header }, ...lines], context))
  }
  const created = await sink.send({ url: headersUrl(context), method: 'POST', body: toBody(header) }, readHeader)
  if (created.kind !== 'done') return created
  return writeLines(record, created.result, null, context)
}

/**
 * Adds lines to a header: all of them, or those at these places. If they are refused, the header is deleted: an order without its lines would be
 * taken for the order. Whatever else happens, nobody knows what is there: a look-up completes it.
 */
export async function writeLines(
  record: OutgoingRecord,
  header: Row,
  places: readonly number[] | null,
  context: CreateContext,
): Promise<Sent<Row>> {
  const all = toLines(record, numberOf(header), context)
  const lines = places === null ? all : all.filter((_, at) => places.includes(at))
  const written = await writeChangeset(
    lines.map((body) => ({ set: context.sets.orderLines, body })),
    context,
  ).catch((thrown: unknown): Failed => ({ kind: 'unknown', error: toAppError(thrown) }))
  if (written.kind === 'done') return { kind: 'done', result: { ...header, [linesProperty]: written.result } }
  if (written.kind !== 'refused') return written
  return context.remove(header).then(
    () => written,
    (thrown: unknown): Failed => ({ kind: 'unknown', error: toAppError(thrown) }),
  )
}

async function writeChangeset(creations: readonly Creation[], { root, sink }: CreateContext): Promise<Sent<readonly Row[]>> {
  if (creations.length === 0) return { kind: 'done', result: [] }
  const { contentType, body } = changesetOf(creations)
  const url = urlBelow(root, '$batch')
  const write: Write = { url, method: 'POST', contentType, body }
  const sent = await sink.send(write, (response) => ({ response, changeset: readChangeset(response, creations.length) }))
  if (sent.kind !== 'done') return sent
  const { response, changeset } = sent.result
  return changeset.kind === 'created' ? { kind: 'done', result: changeset.rows } : sink.refusalOf(failedPart(changeset, response), false)
}

/** The failure of a changeset, as if it had come by itself. */
const failedPart = ({ answer }: Extract<ChangesetResult, { kind: 'failed' }>, { place, url }: HttpResponse): FailedAnswer => ({
  place,
  url,
  status: answer.status,
  headers: answer.headers,
  text: answer.text,
})

function asOrder(written: Sent<readonly Row[]>): Sent<Row> {
  if (written.kind !== 'done') return written
  const [header = {}, ...lines] = written.result
  return { kind: 'done', result: { ...header, [linesProperty]: lines } }
}

function readHeader(response: HttpResponse): Row {
  const json = response.json()
  if (isFields(json) && numberOf(json) !== '') return json
  throw new AppError('setup.answer-unexpected', `${response.place}: the answer does not say which number the order was given`)
}
