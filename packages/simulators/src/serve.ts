import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { answerWithFault, type DescribeRefusal, plainRefusal } from './answer-with-fault.ts'
import { answerControl, controlPrefix } from './control-routes.ts'
import { type Answer, decodePath, type Exchange } from './exchange.ts'
import { createFaults, type Faults } from './faults.ts'
import { createGate } from './gate.ts'
import { createRequestLog, type LoggedRequest, type RequestLog } from './request-log.ts'
import { send } from './send.ts'
import { spoilAnswer } from './spoil-answer.ts'

export interface Route {
  /** Default: every method. */
  readonly method?: string
  /** The whole path, or a regular expression for it. */
  readonly path: string | RegExp
  answer(exchange: Exchange): Answer | Promise<Answer>
}

export interface ServeOptions {
  readonly routes: readonly Route[]
  /** Default: a free port. */
  readonly port?: number
  /** The address to listen on. Default: 127.0.0.1. */
  readonly host?: string
  readonly latencyMs?: number
  /** Builds refusals. Default: `{"error":{"code","message"}}`. */
  readonly describeRefusal?: DescribeRefusal
  /** Routes below `/_simulator/` for people and for tests in other processes. They are not logged and never faulty. */
  readonly controls?: readonly Route[]
}

/** A running stand-in for somebody else's system. Disposing it breaks all its connections. */
export interface Simulator extends AsyncDisposable {
  readonly url: string
  readonly port: number
  readonly faults: Faults
  /** The last 10,000 requests, without those to `/_simulator/`. */
  readonly requests: readonly LoggedRequest[]
  readonly requestCount: number
  /** The most requests that waited for their answers at the same time. */
  readonly maxOpenRequests: number
  /** The delay of every answer. May be changed at any time. */
  latencyMs: number
  /** How far its clock is ahead, as the header `Date` of every answer tells. May be changed at any time; 0 in the beginning. */
  clockAheadMs: number
  /** From now on requests are accepted and logged, but not answered until `release`. */
  hold(): void
  release(): void
  whenRequested: RequestLog['whenRequested']
}

/** Starts a server. Resolves when it listens. */
export async function startServer(options: ServeOptions): Promise<Simulator> {
  const { routes, port = 0, host = '127.0.0.1', latencyMs = 0, describeRefusal = plainRefusal, controls = [] } = options
  const faults = createFaults()
  const log = createRequestLog()
  const gate = createGate()

  let [openRequests, maxOpenRequests] = [0, 0]

  const server = createServer((request, response) => {
    maxOpenRequests = Math.max(maxOpenRequests, ++openRequests)
    handle(request, response)
      .catch((error: unknown) => {
        if (response.headersSent) response.destroy()
        else send(response, describeRefusal({ status: 500, code: 'SIMULATOR_ERROR', message: String(error) }, request.url ?? '/'))
      })
      .finally(() => {
        openRequests -= 1
      })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: target = '/' } = request
    const exchange = toExchange(request, await readBody(request), (kind) => faults.takeForData(kind, { method, target }))
    if (exchange.path.startsWith(controlPrefix)) {
      const own = controls.find((each) => isFor(each, exchange))
      return send(response, own ? await own.answer(exchange) : answerControl(exchange, faults, log.requests))
    }
    const { path, query, headers, body } = exchange
    log.add({ method, path, query: Object.fromEntries(query), target, headers, body, at: new Date().toISOString() })
    if (simulator.latencyMs > 0) await delay(simulator.latencyMs)
    await gate.passed()
    if (response.destroyed) return
    response.setHeader('date', new Date(Date.now() + simulator.clockAheadMs).toUTCString())

    const trueAnswer = async (): Promise<Answer> => {
      const route = routes.find((each) => isFor(each, exchange))
      return route
        ? route.answer(exchange)
        : describeRefusal({ status: 404, code: 'NOT_FOUND', message: `There is nothing at ${path}.` }, target)
    }
    const fault = faults.takeForConnection({ method, target, body })
    if (fault) return answerWithFault({ fault, response, describeRefusal, trueAnswer })
    const answer = await trueAnswer()
    const spoiling = answer.status < 300 ? faults.takeForAnswer({ method, target, body }) : undefined
    if (spoiling) await spoilAnswer({ fault: spoiling, response, describeRefusal, answer })
    else send(response, answer)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo

  const simulator: Simulator = {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${address.port}`,
    port: address.port,
    faults,
    requests: log.requests,
    get requestCount() {
      return log.count
    },
    get maxOpenRequests() {
      return maxOpenRequests
    },
    latencyMs,
    clockAheadMs: 0,
    hold: gate.hold,
    release: gate.release,
    whenRequested: log.whenRequested,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        gate.release()
        log.close()
      }),
  }
  return simulator
}

function isFor({ method, path }: Route, exchange: Exchange): boolean {
  if (method !== undefined && method !== exchange.method && !(method === 'GET' && exchange.method === 'HEAD')) return false
  return typeof path === 'string' ? path === exchange.path : path.test(exchange.path)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function toExchange(request: IncomingMessage, body: string, takeFault: Exchange['takeFault']): Exchange {
  const { method = 'GET', url = '/', headers } = request
  const [rawPath = '/', ...rest] = url.split('?')
  const rawQuery = rest.join('?')
  const origin = `http://${headers.host}`
  return { method, path: decodePath(rawPath), rawPath, rawQuery, query: new URLSearchParams(rawQuery), headers, body, origin, takeFault }
}
