import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

/** A program that takes events from webhooks, as one of the platform would. */
export interface EventReceiver extends AsyncDisposable {
  readonly url: string
  /** The types of the events that came, in their order. */
  readonly types: readonly string[]
  /** Takes events that are signed with this secret, and no others. */
  trust(secret: string): void
}

export async function startEventReceiver(): Promise<EventReceiver> {
  const types: string[] = []
  let webhook: Webhook | null = null
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    try {
      const event = webhook?.verify(Buffer.concat(chunks).toString(), request.headers as Record<string, string>) as { type: string }
      types.push(event.type)
      response.writeHead(204).end()
    } catch {
      response.writeHead(401).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    types,
    trust: (secret) => {
      webhook = new Webhook(secret)
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
