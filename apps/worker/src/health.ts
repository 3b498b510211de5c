import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from '@linkspan/core'
import type { WorkerMetrics } from './metrics.ts'

export interface HealthServer extends AsyncDisposable {
  readonly port: number
}

/** How many ports after the wanted one are tried: so many workers may share a machine. */
const tries = 100

/** Serves `GET /healthz` and `GET /metrics` of a worker process, without credentials: the port is for the inside only. Where the port is taken, the next free one serves; the log says which. */
export async function startHealth(wanted: number, host: string, logger: Logger, metrics: WorkerMetrics): Promise<HealthServer> {
  const server = createServer(async ({ method, url }, response) => {
    const json = (status: number, word: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status: word }))
    if (method === 'GET' && url === '/metrics') response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.print())
    else if (method === 'GET' && url === '/healthz') json(200, 'ok')
    else json(404, 'not found')
  })
  const port = await listen(server, wanted, host)
  logger.info({ port, ...(wanted !== 0 && port !== wanted && { taken: wanted }) }, 'Health is served')
  return {
    port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function listen(server: Server, wanted: number, host: string): Promise<number> {
  for (let port = wanted; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, host, () => {
          server.removeListener('error', reject)
          resolve()
        })
      })
      return (server.address() as AddressInfo).port
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!taken || wanted === 0 || port >= wanted + tries || port >= 65_535) throw error
    }
  }
}
