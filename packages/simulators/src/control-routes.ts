import { type Answer, type Exchange, json } from './exchange.ts'
import type { Faults } from './faults.ts'
import { parseFault } from './parse-fault.ts'
import type { LoggedRequest } from './request-log.ts'

export const controlPrefix = '/_simulator/'

/** Answers requests that add, list and remove faults, or list requests. They are neither logged, nor held back, nor faulty. */
export function answerControl({ method, path, body }: Exchange, faults: Faults, requests: readonly LoggedRequest[]): Answer {
  const request = `${method} ${path.slice(controlPrefix.length)}`
  if (request === 'GET faults') return json({ faults: faults.list().map(readable) })
  if (request === 'DELETE faults') {
    faults.clear()
    return json({ faults: [] })
  }
  if (request === 'POST faults') {
    try {
      faults.add(parseFault(body))
    } catch (error) {
      return json({ error: (error as Error).message }, { status: 400 })
    }
    return json({ faults: faults.list().map(readable) }, { status: 201 })
  }
  if (request === 'GET requests') return json({ requests: requests.map(withoutSecrets) })
  return json(
    { error: 'Use POST, GET or DELETE /_simulator/faults, GET /_simulator/requests, or what the README names for this system.' },
    { status: 404 },
  )
}

function readable<T extends { readonly path?: string | RegExp }>(fault: T): T & { path?: string } {
  return fault.path === undefined ? (fault as T & { path?: string }) : { ...fault, path: String(fault.path) }
}

function withoutSecrets(request: LoggedRequest): LoggedRequest {
  const hidden = Object.entries(request.headers).map(([name, value]) => [
    name,
    /authorization|cookie|key|token/.test(name) ? '[hidden]' : value,
  ])
  return { ...request, headers: Object.fromEntries(hidden) }
}
