import { Agent } from 'undici'
import { serveParent } from '../child.ts'
import type { ErpCall } from '../erp-simulator.ts'

/** Makes the same calls as a connector, one after the other, and parses the answers. Maps and stores nothing. */
export interface CallLoopRequest {
  readonly url: string
  readonly calls: readonly ErpCall[]
}

const agent = new Agent()
/** Undici sets these itself. */
const ofTransport = new Set(['host', 'connection', 'content-length', 'transfer-encoding'])

serveParent(async ({ url, calls }: CallLoopRequest): Promise<number> => {
  let bytes = 0
  for (const { method, target, headers, body } of calls) {
    const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTransport.has(name)))
    const request = { origin: url, path: target, method: method as 'GET' | 'POST', headers: sent, body: body === '' ? null : body }
    const response = await agent.request(request)
    const text = await response.body.text()
    if (response.statusCode !== 200) throw new Error(`${method} ${target} was answered with ${response.statusCode}: ${text.slice(0, 300)}`)
    if (String(response.headers['content-type']).includes('json')) JSON.parse(text)
    bytes += text.length
  }
  return bytes
})
