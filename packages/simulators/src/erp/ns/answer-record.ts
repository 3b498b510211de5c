import { type Answer, type Exchange, json } from '../../exchange.ts'
import type { Body, OrderBook } from './book-order.ts'
import { dateMark, type Found } from './database.ts'
import { NsError } from './ns-error.ts'
import type { NsStore } from './store.ts'

export const recordPath = '/services/rest/record/v1/salesOrder'

/** The record API for sales orders: read by id or external id, create, change. */
export function createRecordAnswer(store: NsStore, book: OrderBook, date: () => string): (exchange: Exchange) => Answer {
  const { database } = store

  function orderOf(key: string): Found {
    const [, external] = /^eid:(.*)$/s.exec(key) ?? []
    const column = external === undefined ? 'id' : 'externalid'
    const [found] = database.rows(`SELECT * FROM [transaction] WHERE ${column} = ? AND type = 'SalesOrd'`, [external ?? key])
    if (found) return found
    throw new NsError(404, 'NONEXISTENT_ID', 'The record instance does not exist. Provide a valid record instance ID.', {
      'o:errorPath': key,
    })
  }

  return (exchange) => {
    const { method, path, origin, query, headers } = exchange
    const key = path.slice(recordPath.length).replace(/^\//, '')
    if (method === 'GET' && key !== '') return json(shown(orderOf(key), query.get('fields')), { headers: { date: date() } })
    if (!/^application\/(json|vnd\.oracle\.resource\+json)\b/.test(headers['content-type'] ?? ''))
      throw new NsError(415, 'INVALID_HEADER', 'The Content-Type must be application/json.', { 'o:errorHeader': 'Content-Type' })
    if (method === 'POST' && key === '') {
      const id = book.create(parsed(exchange.body), exchange)
      return { status: 204, headers: { location: `${origin}${recordPath}/${id}`, date: date() }, body: '' }
    }
    if (method === 'PATCH' && key !== '') {
      const { id } = orderOf(key)
      book.change(Number(id), parsed(exchange.body), exchange)
      return { status: 204, headers: { location: `${origin}${recordPath}/${id}`, date: date() }, body: '' }
    }
    throw new NsError(405, 'METHOD_NOT_ALLOWED', `${method} is not allowed here.`)
  }
}

/** A record as the record API shows it, with the names of that API. */
function shown(row: Found, fields: string | null): Body {
  const text = (value: unknown) => (typeof value === 'string' ? value.replace(dateMark, '').slice(0, 10) : value)
  const whole: Body = {
    links: [],
    id: String(row.id),
    tranId: row.tranid,
    ...(row.externalid !== null && { externalId: row.externalid }),
    ...(row.otherrefnum !== null && { otherRefNum: row.otherrefnum }),
    entity: { id: String(row.entity) },
    tranDate: text(row.trandate),
    ...(row.shipdate !== null && { shipDate: text(row.shipdate) }),
    status: { id: row.status },
    total: row.foreigntotal,
  }
  const wanted = fields?.split(',')
  return wanted ? Object.fromEntries(Object.entries(whole).filter(([name]) => name === 'links' || wanted.includes(name))) : whole
}

function parsed(body: string): Body {
  try {
    const sent: unknown = JSON.parse(body)
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as Body
  } catch {
    // it is refused below
  }
  throw new NsError(400, 'INVALID_CONTENT', 'The body is not a JSON object.')
}
