import { type Answer, type Exchange, json } from '../../exchange.ts'
import type { WriteRecorder } from '../../write-log.ts'
import { isVisible, withTime } from './answer-collection.ts'
import { bookOrder, orderKeyOf } from './book-order.ts'
import { FusionError } from './fusion-error.ts'
import { versionOf } from './fusion-query.ts'
import { assertAttributes, etagOf, render } from './render.ts'
import { type FusionStore, shapeOf } from './resources.ts'
import type { Fields, FusionRow } from './row-table.ts'

export interface OrderWriter {
  create(exchange: Exchange, url: string): Answer
  change(exchange: Exchange, key: string, url: string): Answer
}

export interface OrderWriterContext {
  readonly store: FusionStore
  readonly recorder: WriteRecorder
  readonly nextNumber: () => string
  /** How long a new order is not found. */
  readonly appearsAfterMs: number
}

const name = 'salesOrdersForOrderHub'
const contentTypes = /^application\/(vnd\.oracle\.adf\.resourceitem\+)?json\b/

export function createOrderWriter({ store, recorder, nextNumber, appearsAfterMs }: OrderWriterContext): OrderWriter {
  const orders = store[name]

  const shown = (row: FusionRow, exchange: Exchange, url: string, status: number): Answer => {
    const query = { fields: undefined, expand: [], onlyData: false, version: versionOf(exchange) }
    const body = render(withTime(row, name), { name, shape: shapeOf(name), url, query, maxChildren: 500 })
    return json(body, {
      status,
      headers: { 'content-type': 'application/vnd.oracle.adf.resourceitem+json', etag: `"${etagOf(row)}"`, date: new Date().toUTCString() },
    })
  }

  return {
    create(exchange, url) {
      const sent = parsed(exchange)
      const receipt = recorder.receive({ reference: typeof sent.SourceTransactionId === 'string' ? sent.SourceTransactionId : undefined })
      try {
        const known = orders.get(orderKeyOf(sent))
        if (known && exchange.headers['upsert-mode'] !== 'true') {
          const words = `An order with the source transaction ID ${sent.SourceTransactionId} of the system ${sent.SourceTransactionSystem} already exists.`
          throw new FusionError(400, words, { code: 'FOM-2360001', path: '/SourceTransactionId' })
        }
        const fields = bookOrder(store, sent, known ? String(known.fields.OrderNumber) : nextNumber())
        const row = orders.put({ key: String(fields.OrderKey), fields, ...(!known && { appearsAt: Date.now() + appearsAfterMs }) })
        if (known) receipt.replayed()
        else receipt.stored({ id: row.key, updatedAt: row.updatedAt })
        return shown(row, exchange, url, known ? 200 : 201)
      } catch (error) {
        if (error instanceof FusionError) receipt.refused([error.message])
        throw error
      }
    },
    change(exchange, key, url) {
      const row = orders.get(key)
      if (!row || !isVisible(row)) throw new FusionError(404, `The order ${key} was not found.`)
      const sent = parsed(exchange)
      const version = exchange.headers['if-match']
      if (version !== undefined && version !== '*' && version.replaceAll('"', '') !== etagOf(row))
        throw new FusionError(412, 'JBO-25014: Another user has changed the row.')
      assertAttributes(Object.keys(sent), shapeOf(name))
      const changed = orders.put({ key, fields: { ...row.fields, ...sent } })
      recorder.update(key, { by: 'api', changes: sent }, { id: key, updatedAt: changed.updatedAt })
      return shown(changed, exchange, url, 200)
    },
  }
}

function parsed({ body, headers }: Exchange): Fields {
  if (!contentTypes.test(headers['content-type'] ?? '')) throw new FusionError(415, 'The content type is not supported.')
  try {
    const sent: unknown = JSON.parse(body)
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as Fields
  } catch {
    // it is refused below
  }
  throw new FusionError(400, 'The request body is not a JSON object.')
}
