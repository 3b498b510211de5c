import { Agent, type IncomingMessage, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem, problemType } from './http/problem.ts'
import { type FuzzRequest, type Kind, kinds, type OpenApi, requestsOf } from './testing/fuzz/requests.ts'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'

/** FUZZ_SEED repeats a run of this test; FUZZ_RUNS sets the number of requests. */
const seed = Number(process.env.FUZZ_SEED ?? Math.trunc(Math.random() * 2 ** 31))
const runs = Number(process.env.FUZZ_RUNS ?? 8_000)
const inFlight = 48
const remembered = 50
const patienceMs = 60_000
/** A hung request ends after `patienceMs`; how many requests a second a machine answers is not tested here. */
const timeout = 60_000 + runs * 50

let harness: Harness
let worker: AsyncDisposable
let port = 0
const agent = new Agent({ keepAlive: true, maxSockets: inFlight })

beforeAll(async () => {
  harness = await startHarness({ LOG_LEVEL: 'warn' })
  worker = harness.work()
  await harness.app.listen({ host: '127.0.0.1', port: 0 })
  port = (harness.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  agent.destroy()
  await worker[Symbol.asyncDispose]()
  await harness[Symbol.asyncDispose]()
})

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** The latest ids of each kind that answers contained. */
const knownIds = Object.fromEntries(kinds.map((kind) => [kind, [] as string[]])) as Record<Kind, string[]>

function remember({ status, body }: Answer): void {
  if (status < 200 || status > 202) return
  const [, id = '', kind = ''] = /^\{"id":"((erp|log|sync|test|assign)_[a-z0-9]+)"/.exec(body) ?? []
  if (id === '') return
  const ids = knownIds[kind as Kind]
  if (!ids.includes(id)) ids.push(id)
  if (ids.length > remembered) ids.shift()
}

const fillIn = (template: string): string =>
  template.replace(/@(erp|log|sync|test|assign):(\d+)@/g, (_, kind: Kind, at: string) => {
    const ids = knownIds[kind]
    return ids[Number(at) % ids.length] ?? `${kind}_0000000000000000`
  })

function ask({ method, url, headers, body }: FuzzRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const content = body === null ? null : Buffer.from(fillIn(body))
    const outgoing = send({ agent, port, host: '127.0.0.1', method, path: fillIn(url), headers, timeout: patienceMs })
    if (content) outgoing.setHeader('content-length', content.length)
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${patienceMs} ms`)))
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      const { statusCode: status = 0, headers } = response
      if (headers['content-type']?.startsWith('text/event-stream')) {
        resolve({ status, headers, body: '' })
        response.destroy()
      } else text(response).then((body) => resolve({ status, headers, body }), reject)
    })
    outgoing.end(content)
  })
}

/** Statuses that every request may get, because it may fail before it reaches its route. */
const anywhere = [400, 401, 403, 404, 413, 415]

/** The board's own page expects the board's own errors, so these are not problem documents. */
const boardApi = '/admin/queues/api/'

/** Returns what is wrong with an answer; null if nothing is. */
function faultOf({ method, url, documented }: FuzzRequest, { status, headers, body }: Answer): string | null {
  if (status >= 500) return `HTTP ${status}`
  if (documented && !documented.includes(status) && !anywhere.includes(status)) return `HTTP ${status} is not documented`
  if (!headers['x-request-id']) return 'no request id'
  if (method === 'HEAD' || status === 304) return null
  if (status < 400) {
    if (headers['content-type']?.startsWith('application/json')) JSON.parse(body)
    return null
  }
  if (url.startsWith(boardApi) && [401, 403].includes(status) === false) return null
  if (!headers['content-type']?.startsWith(problemType)) return `a failure as ${headers['content-type']}`
  const problem = Problem.safeParse(JSON.parse(body))
  if (!problem.success) return `no problem document: ${problem.error.message}`
  if (problem.data.status !== status) return `the problem says ${problem.data.status}`
  if (problem.data.requestId !== headers['x-request-id']) return 'two request ids'
  return /ioredis|bullmq|node_modules|\bat .*\.ts:\d/i.test(body) ? 'reveals internals' : null
}

const readable = ({ method, url, headers, body }: FuzzRequest) => ({ method, url: url.slice(0, 300), headers, body: body?.slice(0, 500) })

/** Commands whose cost grows with everything that is stored. Neither Linkspan nor BullMQ may use them. */
const growing = ['keys', 'scan', 'hscan', 'sscan', 'zscan', 'sort', 'randomkey', 'dbsize', 'flushdb', 'flushall']

/** Returns which of them Redis has executed since its start, also in scripts. */
async function growingCommandsUsed(): Promise<string[]> {
  const redis = new Redis(harness.redis.url)
  const used = [...(await redis.info('commandstats')).matchAll(/cmdstat_([^:|]+)/g)].map(([, name = '']) => name)
  redis.disconnect()
  expect(used).toContain('zadd')
  return used.filter((name) => growing.includes(name))
}

/** The API's own log line about an error of this answer. */
const logOf = ({ headers }: Answer): string | undefined =>
  harness.logs.find((line) => line.includes('"level":"error"') && line.includes(`"${headers['x-request-id']}"`))

test(`answers ${runs} requests of every kind without a fault (FUZZ_SEED=${seed})`, { timeout }, async () => {
  for (let made = 0; made < 5; made += 1) {
    const { id } = (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: aConnection })).json()
    knownIds.erp.push(id)
    const url = `/api/v1/erp/connections/${id}/sync`
    const started = await harness.as('admin', { method: 'POST', url, payload: { dataType: 'products' } })
    knownIds.log.push(started.json().id)
  }
  const requests = fc.sample(requestsOf(harness.app.swagger() as unknown as OpenApi), { seed, numRuns: runs })
  const faults: unknown[] = []
  const statuses = new Map<number, number>()
  const queue = requests.values()
  const work = async () => {
    for (const request of queue) {
      const answer = await ask(request).catch((error: Error) => error)
      if (answer instanceof Error) faults.push({ fault: answer.message, request: readable(request) })
      else {
        remember(answer)
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        const fault = faultOf(request, answer)
        if (fault) faults.push({ fault, request: readable(request), answer: answer.body.slice(0, 500), log: logOf(answer)?.slice(0, 1000) })
      }
      if (faults.length >= 20) return
    }
  }
  await Promise.all(Array.from({ length: inFlight }, work))

  expect(faults, `FUZZ_SEED=${seed}`).toEqual([])
  for (const usual of [200, 201, 202, 204, 400, 401, 403, 404, 409, 412, 413, 415, 422])
    expect(statuses.get(usual) ?? 0, `HTTP ${usual}`).toBeGreaterThan(0)
  expect(await growingCommandsUsed()).toEqual([])
  expect((await harness.app.inject('/healthz')).statusCode).toBe(200)
})
