import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from '@linkspan/core'
import type { WorkerMetrics } from './metrics.ts'

export interface HealthServer extends AsyncDisposable {
  readonly port: number
}

/** How many ports after the first one are tried, because several workers may share a machine. */
const maxTries = 100

export interface HealthOptions {
  /** If it is in use, the next free port is taken; the log says which. */
  readonly firstPort: number
  readonly host: string
  readonly logger: Logger
  readonly metrics: WorkerMetrics
  /** Whether the worker can take jobs. */
  readonly isReady: () => boolean
}

/**
 * Serves `GET /healthz`, `GET /readyz` and `GET /metrics` of a worker process. They need no credentials, so the port must not be reachable
 * from outside. Throws if no port is free.
 */
export async function startHealth({ firstPort, host, logger, metrics, isReady }: HealthOptions): Promise<HealthServer> {
  const server = createServer(async ({ method, url }, response) => {
    const json = (status: number, word: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status: word }))
    if (method === 'GET' && url === '/metrics') response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.print())
    else if (method === 'GET' && url === '/healthz') json(200, 'ok')
    else if (method === 'GET' && url === '/readyz') isReady() ? json(200, 'ok') : json(503, 'Redis does not answer')
    else json(404, 'not found')
  })
  const port = await listen(server, firstPort, host)
  logger.info({ port, ...(firstPort !== 0 && port !== firstPort && { taken: firstPort }) }, 'Serving health and metrics')
  return {
    port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function listen(server: Server, firstPort: number, host: string): Promise<number> {
  for (let port = firstPort; ; port += 1) {
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
      if (!taken || firstPort === 0 || port >= firstPort + maxTries || port >= 65_535) throw error
    }
  }
}
