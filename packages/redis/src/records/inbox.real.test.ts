import { silentLogger, systemClock } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRedisPorts } from '../index.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
})
afterAll(() => harness[Symbol.asyncDispose]())

const message = (...texts: string[]) => ({
  messageId: 'm',
  answer: { status: 200, contentType: 'text/xml', body: texts.join() },
  documents: texts.map((text) => ({ dataType: 'order_status' as const, text })),
})

test('documents wait in their order until they are removed; a repeated message gets its first answer', async () => {
  const connectionId = await harness.connect()
  const { inbox } = harness.store
  expect(await inbox.take(connectionId, 'm1', message('a', 'b'))).toMatchObject({ isNew: true })
  expect(await inbox.take(connectionId, 'm2', message('c'))).toMatchObject({ isNew: true })
  expect(await inbox.take(connectionId, 'm1', message('other'))).toMatchObject({ isNew: false, answer: { body: 'a,b' } })
  const own = inbox.of(connectionId)
  const [first, second] = await own.read('order_status', null, 2)
  expect([first?.text, second?.text]).toEqual(['a', 'b'])
  expect(await own.read('order_status', first?.position ?? '', 10)).toMatchObject([{ text: 'b' }, { text: 'c' }])
  await own.remove('order_status', second?.position ?? '')
  expect(await own.read('order_status', null, 10)).toMatchObject([{ text: 'c' }])
  expect(await own.read('invoices', null, 10)).toEqual([])
  await harness.core.connections.remove(caller, { id: connectionId })
  await expect(inbox.take(connectionId, 'm3', message('d'))).rejects.toMatchObject({ code: 'request.not-found' })
})

test('an inbox is listed while documents wait, and leaves the list only after nothing has arrived for a while', async () => {
  const connectionId = await harness.connect()
  let later = 0
  const clock = { now: () => new Date(systemClock.now().getTime() + later) }
  await using ports = createRedisPorts({ config: harness.config, offlinePolicy: 'wait', clock, logger: silentLogger })
  const waits = async () => (await ports.inbox.waiting()).filter((one) => one.connectionId === connectionId)
  const come = async (text: string) => {
    await ports.inbox.take(connectionId, text, message(text))
    return (await ports.inbox.of(connectionId).read('order_status', null, 1))[0]?.position ?? ''
  }
  const position = await come('a')
  expect(await waits()).toEqual([{ connectionId, dataType: 'order_status' }])
  later = 120_000
  expect(await waits()).toHaveLength(1)
  await ports.inbox.of(connectionId).remove('order_status', position)
  expect(await waits()).toEqual([])
  await come('b')
  expect(await waits()).toHaveLength(1)
})

test('while ten thousand documents wait, no more are taken, and room is made by a sync', async () => {
  const connectionId = await harness.connect()
  const { inbox } = harness.store
  const texts = Array.from({ length: 10_000 }, (_, at) => String(at))
  await inbox.take(connectionId, 'm1', message(...texts))
  await expect(inbox.take(connectionId, 'm2', message('one more'))).rejects.toMatchObject({ code: 'request.rate-limited', status: 429 })
  const [first] = await inbox.of(connectionId).read('order_status', null, 1)
  await inbox.of(connectionId).remove('order_status', first?.position ?? '')
  expect(await inbox.take(connectionId, 'm2', message('one more'))).toMatchObject({ isNew: true })
})
