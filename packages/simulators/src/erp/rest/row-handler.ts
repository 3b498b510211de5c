import type { OrderRow } from '../../dataset/orders.ts'
import type { Row } from '../../dataset/row.ts'
import type { Table } from '../../dataset/table.ts'
import type { Dataset, DatasetTable } from '../../dataset.ts'
import { type Answer, type Exchange, json } from '../../exchange.ts'
import type { WriteRecorder } from '../../write-log.ts'
import { createIdempotencyKeys, keyOf } from './idempotency.ts'
import { normaliseRow } from './normalise.ts'
import { checkOrder, type Problem } from './order-check.ts'
import { refusal } from './refusal.ts'
import type { RestErpOptions } from './rest-options.ts'
import { shapeOne } from './row-shape.ts'
import { readSentRow, type SentRow } from './sent-row.ts'
import { storeChanges, storeNew } from './store-row.ts'
import { etagOf, refuseVersion } from './versions.ts'

/** The required fields of new rows. Data types that are not listed cannot be written. */
const requiredFields: Partial<Record<DatasetTable, readonly string[]>> = {
  orders: [],
  products: ['sku', 'name'],
  inventory: ['sku', 'locationId', 'quantityOnHand'],
  employees: ['firstName', 'lastName'],
}

/** Reads, creates and updates single rows. */
export interface RowHandler {
  read(exchange: Exchange, name: DatasetTable, id: string): Answer
  create(exchange: Exchange, name: DatasetTable): Answer
  update(exchange: Exchange, name: DatasetTable, id: string): Answer
}

export function createRowHandler(dataset: Dataset, options: RestErpOptions, recorder: WriteRecorder): RowHandler {
  const { rowField, locking = 'none', clock = Date.now } = options
  const keys = createIdempotencyKeys(options.idempotency === 'header')
  const today = (): string => new Date(clock()).toISOString()

  function answerRow(name: DatasetTable, row: Row, status = 200, headers: Record<string, string> = {}): Answer {
    const shaped = shapeOne(row, name, options)
    const version = locking === 'none' ? {} : { etag: etagOf(row) }
    return json(rowField === undefined ? shaped : { [rowField]: shaped }, { status, headers: { ...headers, ...version } })
  }

  /** Answers a write with the row as it is stored, with the fields that hold its id, or with nothing. */
  function answerWrite(name: DatasetTable, row: Row, status: number, headers: Record<string, string> = {}): Answer {
    const whole = answerRow(name, row, status, headers)
    const shown = typeof options.answer === 'function' ? options.answer() : (options.answer ?? 'record')
    if (shown === 'record') return whole
    const { 'content-type': _, ...others } = whole.headers
    if (shown === 'empty') return { status: status === 200 ? 204 : status, headers: others, body: '' }
    const id = Object.fromEntries(Object.entries(shapeOne(row, name, options) as object).filter(([, value]) => value === row.id))
    return json(rowField === undefined ? id : { [rowField]: id }, { status, headers: others })
  }

  function normalised(name: DatasetTable, row: Row): Row {
    const changed = normaliseRow(row, options.normalise ?? {})
    return changed === row ? row : (dataset[name] as Table<Row>).touch(row.id, changed)
  }

  function check(name: DatasetTable, sent: SentRow, isWhole: boolean): Problem[] {
    if (name === 'orders') return checkOrder(sent, dataset, isWhole)
    const missing = (requiredFields[name] ?? []).filter((field) => (isWhole || field in sent) && (sent[field] ?? '') === '')
    return missing.map((field) => ({ code: 'FIELD_MISSING', field, message: `"${field}" is missing.` }))
  }

  return {
    read: (_exchange, name, id) => {
      const row = dataset[name].get(id)
      return row ? answerRow(name, row) : refusal(404, `There is no "${id}" in ${name}.`)
    },

    create: (exchange, name) => {
      if (!requiredFields[name]) return refusal(405, 'Only GET is possible here.')
      const sent = readSentRow(exchange.body, name, options)
      if (typeof sent === 'string') return refusal(400, sent)
      const receipt = name === 'orders' ? recorder.receive({ reference: referenceOf(sent), idempotencyKey: keyOf(exchange) }) : undefined

      const first = keys.recall(exchange)
      if (first === 'conflict') {
        receipt?.refused([keyConflict])
        return refusal(422, keyConflict)
      }
      if (first) {
        receipt?.replayed()
        return first
      }
      const problems = check(name, sent, true)
      if (problems.length > 0) {
        receipt?.refused(problems.map(({ message }) => message))
        return refuseAll(problems)
      }
      const row = normalised(name, storeNew(dataset, name, sent, today()))
      receipt?.stored(row)
      const location = `${exchange.origin}${exchange.rawPath}/${encodeURIComponent(row.id)}`
      const answer = answerWrite(name, row, 201, { location })
      keys.remember(exchange, answer)
      return answer
    },

    update: (exchange, name, id) => {
      if (!requiredFields[name]) return refusal(405, 'Only GET is possible here.')
      const row = (dataset[name] as Table<Row>).get(id)
      if (!row) return refusal(404, `There is no "${id}" in ${name}.`)
      const sent = readSentRow(exchange.body, name, options)
      if (typeof sent === 'string') return refusal(400, sent)
      const isWhole = exchange.method === 'PUT'
      const note = (refused: readonly string[] | undefined, changed?: Row): void => {
        if (name === 'orders') recorder.update(id, { by: 'api', changes: sent, ...(refused && { refused }) }, changed)
      }
      const refuseUpdate = (status: number, message: string): Answer => {
        note([message])
        return refusal(status, message)
      }

      const first = keys.recall(exchange)
      if (first === 'conflict') return refuseUpdate(422, keyConflict)
      if (first) return first
      const version = refuseVersion(exchange, row, options)
      if (version === 428) return refuseUpdate(428, 'An update needs If-Match.')
      if (version === 412) return refuseUpdate(412, 'The row was changed by somebody else.')
      const problems = check(name, sent, isWhole)
      if (problems.length > 0) {
        note(problems.map(({ message }) => message))
        return refuseAll(problems)
      }
      const changed = normalised(name, storeChanges(dataset, name, row, sent, isWhole, today()))
      note(undefined, changed)
      const answer = answerWrite(name, changed, 200)
      keys.remember(exchange, answer)
      return answer
    },
  }
}

const keyConflict = 'This Idempotency-Key was used for something else.'

/** The reference by which the sender can find the order again. */
function referenceOf(sent: SentRow): string | undefined {
  const { ourReference, customerReference } = sent as Partial<OrderRow>
  const reference = ourReference ?? customerReference
  return typeof reference === 'string' && reference !== '' ? reference : undefined
}

function refuseAll(errors: readonly Problem[]): Answer {
  return json({ errors }, { status: 422 })
}
