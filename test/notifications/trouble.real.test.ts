import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChat } from './chat.ts'
import { openIncident } from './incident.ts'
import { caller, type NotificationHarness, startNotificationHarness, until } from './notification-harness.ts'

let harness: NotificationHarness
beforeAll(async () => {
  harness = await startNotificationHarness()
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const mailsTo = (address: string) => harness.mail.mails.filter(({ to }) => to.includes(address))

test('a mail server that says 4xx gets the mail again, and every attempt is listed', async () => {
  const connection = await harness.connect('Greylisted')
  const route = await harness.createRoute('email', 'grey@ops.example', { scope: { connectionIds: [connection] } })
  harness.mail.refuse({ at: 'to', code: 450, text: '4.2.0 Greylisted' })
  await harness.announce(openIncident(harness, connection))
  await until(async () => (await harness.deliveries(route.id))[0]?.attempts.length === 1)
  expect(await harness.deliveries(route.id)).toMatchObject([
    {
      status: 'pending',
      nextAttemptAt: expect.any(String),
      attempts: [{ ok: false, status: 450, code: 'channel.unavailable', answer: expect.stringContaining('Greylisted') }],
    },
  ])
  harness.mail.refuse(null)
  harness.pass(1)
  await until(() => mailsTo('grey@ops.example').length === 1)
  await harness.settled()
  expect(await harness.deliveries(route.id)).toMatchObject([{ status: 'delivered', attempts: [{ ok: false }, { ok: true }] }])
})

test('a chat that no longer exists is told by mail, and so is that it works again', async () => {
  const connection = await harness.connect('Chatty')
  await using chat = await startChat()
  chat.answer(404, 'no_service')
  const scope = { connectionIds: [connection] }
  const dead = await harness.createRoute('slack', chat.url, { scope, pauseMinutes: 0 })
  await harness.createRoute('email', 'watch@ops.example', { pauseMinutes: 0 })
  const told = (text: string) => mailsTo('watch@ops.example').filter((mail) => mail.text.startsWith(text)).length
  await harness.announce(openIncident(harness, connection))
  await until(() => told('A notification route does not deliver') === 1)
  expect(await harness.deliveries(dead.id)).toMatchObject([
    { status: 'failed', attempts: [{ status: 404, code: 'channel.gone', answer: 'no_service' }] },
  ])
  const [incident] = (await harness.store.incidents.list({ limit: 10 })).items
  expect(incident).toMatchObject({ cause: 'notification.undelivered', status: 'open', title: expect.stringContaining(`slack ${dead.id}`) })

  await harness.announce(openIncident(harness, connection, { cause: 'remote.timeout' }))
  await until(async () => (await harness.deliveries(dead.id)).length === 2)
  await harness.settled()
  expect(told('A notification route does not deliver')).toBe(1)
  chat.answer(200, 'ok')
  await harness.announce(openIncident(harness, connection, { cause: 'file.missing' }))
  await until(() => told('It is over: A notification route does not deliver') === 1)
  expect(chat.messages.filter((text) => text.includes('does not deliver'))).toEqual([])
})

test('a chat that wants a pause gets it', async () => {
  const connection = await harness.connect('Throttled')
  await using chat = await startChat()
  chat.answer(429, 'rate_limited', { 'retry-after': '300' })
  const route = await harness.createRoute('slack', chat.url, { scope: { connectionIds: [connection] } })
  await harness.announce(openIncident(harness, connection))
  await until(async () => (await harness.deliveries(route.id))[0]?.attempts.length === 1)
  const [delivery] = await harness.deliveries(route.id)
  const waits = new Date(delivery?.nextAttemptAt ?? 0).getTime() - new Date(delivery?.attempts[0]?.at ?? 0).getTime()
  expect(waits).toBeGreaterThanOrEqual(300_000)
  chat.answer(200, 'ok')
  harness.pass(5.1)
  await until(() => chat.messages.length === 1)
})

test('a message that nobody takes for a day is given up', async () => {
  const connection = await harness.connect('Away')
  await using chat = await startChat()
  chat.answer(503, 'maintenance')
  const route = await harness.createRoute('teams', chat.url, { scope: { connectionIds: [connection] } })
  await harness.announce(openIncident(harness, connection))
  await until(async () => {
    const [delivery] = await harness.deliveries(route.id)
    if (delivery?.status === 'pending' && delivery.nextAttemptAt !== undefined) harness.pass(61)
    return delivery?.status === 'failed'
  })
  const [delivery] = await harness.deliveries(route.id)
  const [first, last] = [delivery?.attempts[0], delivery?.attempts.at(-1)]
  expect(new Date(last?.at ?? 0).getTime() - new Date(first?.at ?? 0).getTime()).toBeGreaterThan(22 * 3_600_000)
})

test('a worker that dies while it sends is followed by another one', async () => {
  const connection = await harness.connect('Taken over')
  const route = await harness.createRoute('email', 'over@ops.example', { scope: { connectionIds: [connection] } })
  expect(await harness.store.notifications.claim(route.id, 'a worker that died', 1500)).toBe(true)
  await harness.announce(openIncident(harness, connection))
  await until(() => mailsTo('over@ops.example').length === 1)
})

test('a test goes the real way, whatever the rules of the route, and says what the receiver said', async () => {
  const route = await harness.createRoute('email', 'test@ops.example', {
    enabled: false,
    digest: 'daily',
    quietHours: { from: '00:00', to: '23:59', timezone: 'UTC' },
    scope: { clientIds: ['nobody'] },
  })
  const run = async () => {
    const { id } = await harness.core.notifications.test(caller, { id: route.id })
    return harness.core.notifications.waitForDelivery(route.id, id, AbortSignal.timeout(20_000))
  }
  expect(await run()).toMatchObject({ kind: 'test', status: 'delivered', attempts: [{ ok: true, status: 250 }] })
  expect(mailsTo('test@ops.example')[0]?.text).toMatch(/^This is a test of this notification route\./)
  harness.mail.refuse({ at: 'to', code: 550, text: '5.1.1 No such user' })
  expect(await run()).toMatchObject({ status: 'failed', attempts: [{ ok: false, status: 550, code: 'channel.refused' }] })
  harness.mail.refuse(null)
  expect((await harness.store.notifications.failing()).includes(route.id)).toBe(false)
})

test('URLs and secrets are stored sealed, and shown nowhere', async () => {
  const url = 'https://hooks.example/services/T0/very-secret-part'
  const secret = `whsec_${Buffer.alloc(24, 'own-secret').toString('base64')}`
  const route = await harness.createRoute('webhook', url, { secret })
  await harness.core.notifications.update(caller, { id: route.id, change: { target: '********', language: 'de' } })
  expect(await harness.core.notifications.get(route.id)).toMatchObject({ target: '********', language: 'de' })
  const client = new Redis(harness.redis.url)
  const dump: unknown[] = []
  for await (const keys of client.scanStream({ match: '*erp_notification*' })) {
    for (const key of keys) if ((await client.type(key)) === 'hash') dump.push(await client.hgetall(key))
  }
  const trail = await harness.core.audit.list({ limit: 100, target: route.id })
  client.disconnect()
  const text = JSON.stringify([dump, trail, await harness.core.notifications.list()])
  expect(text).toContain(route.id)
  expect(text).not.toContain('very-secret-part')
  expect(text).not.toContain(secret)
})

test('a deleted route leaves nothing behind but its line in the audit trail', async () => {
  const route = await harness.createRoute('email', 'gone@ops.example')
  await harness.core.notifications.test(caller, { id: route.id })
  await until(() => mailsTo('gone@ops.example').length === 1)
  await harness.settled()
  await harness.core.notifications.remove(caller, { id: route.id })
  const client = new Redis(harness.redis.url)
  const left = (await client.keys('*erp_notification*')).filter((key) => key.includes(route.id) && !key.includes(':told:'))
  client.disconnect()
  expect(left).toEqual([])
})
