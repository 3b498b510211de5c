import { controlPrefix } from './control-routes.ts'
import type { Row } from './dataset/table.ts'
import { type DatasetTable, datasetTables } from './dataset.ts'
import type { ErpEdits } from './erp-edits.ts'
import { type Answer, type Exchange, json } from './exchange.ts'
import type { Route } from './serve.ts'
import type { Ledger } from './write-log.ts'

/** The ledger and the back erpEdits over HTTP, for tests whose ERP runs in another process. */
export function erpControls(ledger: Ledger, erpEdits: ErpEdits): Route[] {
  return [
    { method: 'GET', path: `${controlPrefix}ledger`, answer: () => json(ledger.summary()) },
    { method: 'GET', path: `${controlPrefix}ledger/orders`, answer: ({ query }) => answerOrders(ledger, query.get('reference')) },
    { path: new RegExp(`^${controlPrefix}rows/`), answer: (exchange) => answerOffice(exchange, erpEdits) },
  ]
}

function answerOrders(ledger: Ledger, reference: string | null): Answer {
  if (reference === null) return json({ orders: ledger.orders() })
  const order = ledger.find(reference)
  return json({ orders: order ? [order] : [] })
}

function answerOffice({ method, path, body }: Exchange, erpEdits: ErpEdits): Answer {
  const [, name = '', id] = /^([^/]+)(?:\/(.+))?$/s.exec(path.slice(`${controlPrefix}rows/`.length)) ?? []
  const type = datasetTables.find((each) => each === name)
  if (!type) return wrong(`There are ${datasetTables.join(', ')}.`, 404)
  if (method === 'DELETE' && id !== undefined) return erpEdits.remove(type, id) ? json({}) : wrong(`There is no row "${id}".`, 404)
  try {
    if (method === 'POST' && id === undefined) return json(erpEdits.add(type, fieldsOf(body)), { status: 201 })
    if (method === 'PATCH' && id !== undefined) return json(change(erpEdits, type, id, fieldsOf(body)))
  } catch (error) {
    return wrong((error as Error).message, 400)
  }
  return wrong(`Use POST ${controlPrefix}rows/{type}, or PATCH or DELETE ${controlPrefix}rows/{type}/{id}.`, 404)
}

function change(erpEdits: ErpEdits, type: DatasetTable, id: string, fields: object): Row {
  return erpEdits.change(type, id, fields)
}

function fieldsOf(body: string): object {
  const fields: unknown = JSON.parse(body === '' ? '{}' : body)
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new Error('Fields are a JSON object.')
  return fields
}

function wrong(error: string, status: number): Answer {
  return json({ error }, { status })
}
