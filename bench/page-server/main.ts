import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { notifyParent, serveParent } from '../child.ts'
import type { Arrival, PageServerOptions } from '../page-server.ts'
import { renderPage } from './render.ts'

const connections = new WeakMap<object, number>()
let connectionCount = 0

serveParent(async (options: PageServerOptions): Promise<string> => {
  const { latencyMs = 0, announces = false, prerendered = false } = options
  const pages = new Map<number, Buffer>()

  const pageOf = (number: number): Buffer => {
    const known = pages.get(number)
    if (known) return known
    const page = renderPage(number, options)
    if (prerendered) pages.set(number, page)
    return page
  }

  const answer = async ({ url = '', socket }: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrival: Arrival = {
      atNs: String(process.hrtime.bigint()),
      page: Number(/page=(\d+)/.exec(url)?.[1] ?? 1),
      connection: connections.get(socket) ?? 0,
    }
    if (announces) notifyParent(arrival)
    if (latencyMs > 0) await sleep(latencyMs)
    const page = pageOf(arrival.page)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': page.length }).end(page)
  }

  const server = createServer((request, response) => void answer(request, response))
  server.on('connection', (socket) => connections.set(socket, ++connectionCount))
  server.keepAliveTimeout = 600_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  if (prerendered) for (let number = 1; number <= options.records / options.pageSize; number += 1) pageOf(number)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
