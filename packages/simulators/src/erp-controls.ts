import { controlPrefix } from './control-routes.ts'
import { type DatasetTable, datasetTables } from './dataset.ts'
import type { ErpEdits } from './erp-edits.ts'
import { type Answer, type Exchange, json } from './exchange.ts'
import type { Route } from './serve.ts'
import type { WriteLog } from './write-log.ts'

/** The write log and the user's edits over HTTP, for tests whose ERP runs in another process. */
export function erpControls(writeLog: WriteLog, erpEdits: ErpEdits): Route[] {
  return [
    { method: 'GET', path: `${controlPrefix}writes`, answer: () => json(writeLog.summary()) },
    { method: 'GET', path: `${controlPrefix}writes/orders`, answer: ({ query }) => answerOrders(writeLog, query.get('reference')) },
    { path: new RegExp(`^${controlPrefix}rows/`), answer: (exchange) => answerRowEdit(exchange, erpEdits) },
  ]
}

function answerOrders(writeLog: WriteLog, reference: string | null): Answer {
  if (reference === null) return json({ orders: writeLog.orders() })
  const order = writeLog.find(reference)
  return json({ orders: order ? [order] : [] })
}

function answerRowEdit({ method, path, body }: Exchange, erpEdits: ErpEdits): Answer {
  const [, name = '', id] = /^([^/]+)(?:\/(.+))?$/s.exec(path.slice(`${controlPrefix}rows/`.length)) ?? []
  const type = datasetTables.find((each) => each === name)
  if (!type) return refusal(`There are ${datasetTables.join(', ')}.`, 404)
  if (method === 'DELETE' && id !== undefined) return erpEdits.remove(type, id) ? json({}) : refusal(`There is no row "${id}".`, 404)
  try {
    if (method === 'POST' && id === undefined) return json(erpEdits.add(type, fieldsOf(body)), { status: 201 })
    if (method === 'PATCH' && id !== undefined) return json(erpEdits.change<DatasetTable>(type, id, fieldsOf(body)))
  } catch (error) {
    return refusal((error as Error).message, 400)
  }
  return refusal(`Use POST ${controlPrefix}rows/{type}, or PATCH or DELETE ${controlPrefix}rows/{type}/{id}.`, 404)
}

function fieldsOf(body: string): object {
  const fields: unknown = JSON.parse(body === '' ? '{}' : body)
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new Error('Fields are a JSON object.')
  return fields
}

function refusal(error: string, status: number): Answer {
  return json({ error }, { status })
}
