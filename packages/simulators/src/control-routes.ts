import { type Answer, type Exchange, json } from './exchange.ts'
import type { Faults } from './faults.ts'
import { parseFault } from './parse-fault.ts'
import type { LoggedRequest } from './request-log.ts'

export const controlPrefix = '/_simulator/'

/** How people switch faults on and off over HTTP; these requests are neither logged nor held nor faulty. */
export function answerControl({ method, path, body }: Exchange, faults: Faults, requests: readonly LoggedRequest[]): Answer {
  const asked = `${method} ${path.slice(controlPrefix.length)}`
  if (asked === 'GET faults') return json({ faults: faults.list().map(readable) })
  if (asked === 'DELETE faults') {
    faults.clear()
    return json({ faults: [] })
  }
  if (asked === 'POST faults') {
    try {
      faults.add(parseFault(body))
    } catch (error) {
      return json({ error: (error as Error).message }, { status: 400 })
    }
    return json({ faults: faults.list().map(readable) }, { status: 201 })
  }
  if (asked === 'GET requests') return json({ requests: requests.map(withoutSecrets) })
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
