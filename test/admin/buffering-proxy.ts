import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface BufferingProxy extends AsyncDisposable {
  readonly url: string
  /** How many streams it was asked for so far. */
  streams(): number
}

/** A proxy that holds every answer back until it is complete, so that a stream of events never arrives. */
export async function startBufferingProxy(target: string): Promise<BufferingProxy> {
  const { hostname, port } = new URL(target)
  let streams = 0
  const server = createServer((incoming, outgoing) => {
    const { method, url: path, headers } = incoming
    const forwarded = ask({ hostname, port, method, path, headers, agent: false }, async (answer) => {
      if (answer.headers['content-type']?.startsWith('text/event-stream')) streams += 1
      const { 'transfer-encoding': _, connection: __, ...kept } = answer.headers
      const body = await buffer(answer).catch(() => null)
      if (body === null) return outgoing.destroy()
      outgoing.writeHead(answer.statusCode ?? 502, { ...kept, 'content-length': body.length }).end(body)
    })
    forwarded.on('error', () => outgoing.destroy())
    outgoing.on('close', () => forwarded.destroy())
    incoming.pipe(forwarded)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    streams: () => streams,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
