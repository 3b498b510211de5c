import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Random } from './random.ts'

/** What a receiver of webhooks was sent, attempt by attempt. */
export interface Received {
  readonly id: string
  readonly body: string
  /** Whether the receiver answered that it has the event. */
  readonly isAccepted: boolean
}

/** A receiver that misbehaves: it answers 500, breaks connections off before and behind an answer, and is slow at times. */
export interface Receiver extends AsyncDisposable {
  readonly url: string
  readonly received: readonly Received[]
  /** From now on it accepts everything. */
  recover(): void
}

const faults = ['500', 'drop', 'accept-and-drop', 'slow'] as const

export async function startReceiver(random: Random): Promise<Receiver> {
  const received: Received[] = []
  let isCalm = false
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request).catch(() => null)
    if (body === null) return
    const fault = isCalm || random.integer(1, 12) > 1 ? null : random.pick(faults)
    const isAccepted = fault === null || fault === 'slow' || fault === 'accept-and-drop'
    received.push({ id: String(request.headers['webhook-id']), body, isAccepted })
    if (fault === 'slow') await delay(500)
    if (fault === 'drop' || fault === 'accept-and-drop') response.destroy()
    else response.writeHead(fault === '500' ? 500 : 204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received,
    recover() {
      isCalm = true
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts).toString()
}

/** Checks that the receiver has the events of all logs, each log in its order, and nothing else. */
export function differencesOfDeliveries(logs: readonly (readonly string[])[], received: readonly Received[]): readonly string[] {
  const known = new Set(logs.flat())
  const unknown = received.filter(({ id }) => !known.has(id))
  return [
    ...unknown.map(({ id, body }) => `the receiver got ${id}, which is in no event log: ${body}`),
    ...logs.flatMap((ids) => differencesOfLog(ids, received)),
  ]
}

/** An event may come several times, but not before one of its log that happened earlier was accepted. */
function differencesOfLog(ids: readonly string[], received: readonly Received[]): readonly string[] {
  const wrong: string[] = []
  const known = new Set(ids)
  let next = 0
  for (const { id, isAccepted } of received) {
    if (!known.has(id)) continue
    if (ids.indexOf(id, next) > next) wrong.push(`the receiver got ${id} before ${ids[next]}`)
    if (isAccepted && id === ids[next]) next += 1
  }
  if (next < ids.length)
    wrong.push(`the receiver never got ${ids[next]} and what is behind it: ${ids.length - next} of ${ids.length} events`)
  return wrong
}
