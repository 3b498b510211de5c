import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface BenchCollector extends AsyncDisposable {
  readonly url: string
  /** How many bytes of spans have come. */
  bytes(): number
}

/** A collector of OpenTelemetry that takes everything and keeps nothing. */
export async function startBenchCollector(): Promise<BenchCollector> {
  let bytes = 0
  const server = createServer(async (request, response) => {
    for await (const chunk of request) bytes += (chunk as Buffer).length
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bytes: () => bytes,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
