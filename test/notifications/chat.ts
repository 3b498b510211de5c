import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Chat extends AsyncDisposable {
  readonly url: string
  /** The bodies of what it was sent, in their order. */
  readonly messages: readonly string[]
  readonly headers: readonly Readonly<Record<string, string>>[]
  /** The status and the words with which it answers from now on. */
  answer(status: number, text: string, headers?: Readonly<Record<string, string>>): void
}

/** A chat, or a program, that takes messages over HTTP, until it is told to answer otherwise. What it refuses it does not keep. */
export async function startChat(): Promise<Chat> {
  const messages: string[] = []
  const headers: Readonly<Record<string, string>>[] = []
  let current: { status: number; text: string; headers: Readonly<Record<string, string>> } = { status: 200, text: 'ok', headers: {} }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (current.status < 300) {
      messages.push(Buffer.concat(chunks).toString())
      headers.push(request.headers as Record<string, string>)
    }
    response.writeHead(current.status, current.headers).end(current.text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/secret-path`,
    messages,
    headers,
    answer: (status, text, more = {}) => {
      current = { status, text, headers: more }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
