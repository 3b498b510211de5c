import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock } from '@linkspan/core'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { message, outgoing } from '../testing/outgoing.ts'
import { type ChannelsOptions, createChannels } from './channels.ts'

interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A receiver that answers each request like this. */
async function receiver(answer: (response: ServerResponse) => void) {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    received.push({ path: request.url ?? '', headers: request.headers, text: Buffer.concat(chunks).toString() })
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close().closeAllConnections())
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/services/T0/secret-path` }
}

function channels(more: Partial<ChannelsOptions> = {}) {
  const created = createChannels({
    mail: { smtpUrl: null, from: 'x@y.example' },
    outbound: { allowPrivate: true },
    clock: systemClock,
    timeoutMs: 2000,
    ...more,
  })
  closing.push(() => created[Symbol.dispose]())
  return created
}
const { signal } = new AbortController()

test('Slack gets a text for its list and blocks for its channel, with its control characters escaped', async () => {
  const { received, url } = await receiver((response) => response.end('ok'))
  expect(await channels().send({ channel: 'slack', url }, outgoing(), signal)).toMatchObject({ status: 200, answer: 'ok' })
  const body = JSON.parse(received[0]?.text ?? '')
  expect(received[0]?.path).toBe('/services/T0/secret-path')
  expect(body.text).toContain('"A &amp; B &lt;Nord&gt;"')
  expect(body.text).toContain('<https://linkspan.example/admin/incidents/inc_1|Öffnen>')
  expect(body.blocks[0].text).toEqual({ type: 'mrkdwn', text: body.text })
  expect(body.blocks[1].text.text).toContain('*Was zu tun ist:* Prüfen: &lt;b&gt;Host')
})

test('Teams gets an adaptive card', async () => {
  const { received, url } = await receiver((response) => response.writeHead(202).end())
  await channels().send({ channel: 'teams', url }, outgoing(), signal)
  const { type, attachments } = JSON.parse(received[0]?.text ?? '')
  expect([type, attachments[0].contentType]).toEqual(['message', 'application/vnd.microsoft.card.adaptive'])
  const { body, actions } = attachments[0].content
  expect(body[1].text).toContain('order\\_status')
  expect(body.at(-1)).toMatchObject({ type: 'FactSet', facts: [{ title: 'Was zu tun ist' }] })
  expect(actions).toEqual([{ type: 'Action.OpenUrl', title: 'Öffnen', url: message.link?.url }])
})

test('a program gets the incident, signed so that the library of Standard Webhooks verifies it', async () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  const { received, url } = await receiver((response) => response.end())
  await channels().send({ channel: 'webhook', url, secret }, outgoing(), signal)
  const [{ headers, text } = { headers: {}, text: '' }] = received
  const verified = new Webhook(secret).verify(text, headers as Record<string, string>)
  expect(verified).toMatchObject({
    id: 'note_1',
    type: 'notification',
    data: { text: message.firstLine, incidents: [{ news: 'opened', incident: { id: 'inc_1' }, clientIds: ['acme'] }] },
  })
  expect(() => new Webhook(secret).verify(`${text} `, headers as Record<string, string>)).toThrow()
})

test.each([
  [404, 'no_service', {}, 'channel.gone'],
  [410, 'channel_is_archived', {}, 'channel.gone'],
  [403, 'action_prohibited', {}, 'channel.refused'],
  [400, 'invalid_payload', {}, 'channel.refused'],
  [302, '', { location: 'https://elsewhere.example' }, 'channel.refused'],
  [429, 'rate_limited', { 'retry-after': '7' }, 'channel.throttled'],
  [503, 'maintenance', {}, 'channel.unavailable'],
] as const)('an answer %d "%s" is a failure with words', async (status, text, headers, code) => {
  const { url } = await receiver((response) => response.writeHead(status, headers).end(text))
  const sending = channels().send({ channel: 'slack', url }, outgoing(), signal)
  await expect(sending).rejects.toMatchObject({
    code,
    details: { status, answer: text },
    ...(status === 429 && { retryAfterMs: 7000 }),
    message: expect.not.stringContaining('secret-path'),
  })
})

test('an old webhook of Teams that answers 200 for a refused message is not believed', async () => {
  const words = 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId x'
  const { url } = await receiver((response) => response.end(words))
  await expect(channels().send({ channel: 'teams', url }, outgoing(), signal)).rejects.toMatchObject({ code: 'channel.throttled' })
})

test('a receiver that is away, unknown, silent or closed to us', async () => {
  const { url: silent } = await receiver(() => {})
  const { url: gone } = await receiver((response) => response.end())
  for (const close of closing.splice(1)) close()
  const code = async (url: string, more: Partial<ChannelsOptions> = {}) =>
    channels(more)
      .send({ channel: 'slack', url }, outgoing(), signal)
      .then(
        () => 'sent',
        (error) => error.code,
      )
  expect(await code(silent, { timeoutMs: 200 })).toBe('channel.unreachable')
  expect(await code(gone)).toBe('channel.unreachable')
  expect(await code('https://hooks.invalid/services')).toBe('channel.unreachable')
  expect(await code(gone, { outbound: { allowPrivate: false } })).toBe('setup.address-forbidden')
})
