import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ERPEvent } from '@linkspan/core'

/** A delivery as the receiver got it. */
export interface ReceivedDelivery {
  readonly id: string
  readonly event: ERPEvent
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver extends AsyncDisposable {
  readonly url: string
  readonly received: readonly ReceivedDelivery[]
  /** How many requests are open at the moment, and how many were open at most. */
  readonly open: { now: number; most: number }
  /** What happens to requests from now on; at first each is answered with 204. */
  answer: (response: ServerResponse, delivery: ReceivedDelivery) => void | Promise<void>
}

/** A receiver of webhooks on loopback, which behaves as it is told. */
export async function startReceiver(): Promise<Receiver> {
  const received: ReceivedDelivery[] = []
  const open = { now: 0, most: 0 }
  const server = createServer(async (request, response) => {
    open.now += 1
    open.most = Math.max(open.most, open.now)
    response.on('close', () => {
      open.now -= 1
    })
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const delivery = { id: String(request.headers['webhook-id']), event: JSON.parse(body) as ERPEvent, headers: request.headers, body }
    received.push(delivery)
    await receiver.answer(response, delivery)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    open,
    answer: (response) => void response.writeHead(204).end(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return receiver
}
