import { idsOf, openFor, readPages } from '@linkspan/connector-kit/testing/open-context'
import type { RecordSink } from '@linkspan/core/connector'
import { json, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { rest } from './connector.ts'
import { sampleOrder } from './testing/sample-order.ts'

type Answer = Parameters<typeof startServer>[0]['routes'][number]['answer']

const open = async (answer: Answer, resources: Readonly<Record<string, unknown>> = {}) => {
  const server = await startServer({ routes: [{ path: '/products', answer }] })
  const session = await openFor(rest, { credentials: { apiUrl: server.url }, settings: { resources, enabledDataTypes: ['products'] } })
  return {
    session,
    [Symbol.asyncDispose]: async () => void (await Promise.all([session, server].map((each) => each[Symbol.asyncDispose]()))),
  }
}

test.each([
  { success: false, message: 'Closed for today', data: [] },
  { status: 'error', message: 'Closed for today', data: [] },
  { ok: false, results: [], reason: 'Closed for today' },
  { error: 'Closed for today' },
])('%j as a first answer is an error, and in the test', async (body) => {
  await using opened = await open(() => json(body))
  await expect(readPages(opened.session, 'products')).rejects.toMatchObject({
    details: { answer: expect.stringContaining('Closed for today') },
  })
  const step = opened.session.checks().find(({ name }) => name === 'Authentication')
  expect(await step?.run()).toContain('Closed for today')
})

test('an error in place of a later page is no end', async () => {
  const answer: Answer = ({ query }) => {
    const page = Number(query.get('page') ?? 1)
    return page === 5
      ? json({ success: false, message: 'Query timed out', data: [] })
      : json({ data: Array.from({ length: 10 }, (_, at) => ({ id: page * 10 + at })) })
  }
  await using opened = await open(answer, { products: { paging: { style: 'page' } } })
  await expect(readPages(opened.session, 'products')).rejects.toMatchObject({ code: 'remote.unavailable' })
})

test('an empty list beside words of a failure is no answer; beside other words it is', async () => {
  for (const [message, fails] of [
    ['Backend timeout', true],
    ['No records found', false],
    ['0 errors', false],
  ] as const) {
    await using opened = await open(() => json({ data: [], message }))
    const read = readPages(opened.session, 'products')
    await (fails ? expect(read).rejects.toThrow('Backend timeout') : expect(read).resolves.toHaveLength(1))
  }
})

test('null in place of the list ends a scan, and is an error as a first answer', async () => {
  const answer: Answer = ({ query }) => json(query.get('page') === '2' ? { items: null } : { items: [{ id: 1 }, { id: 2 }] })
  await using opened = await open(answer, { products: { paging: { style: 'page' } } })
  expect(idsOf(await readPages(opened.session, 'products'))).toEqual(['1', '2'])
  await using empty = await open(() => json({ items: null }))
  await expect(readPages(empty.session, 'products')).rejects.toMatchObject({ code: 'setup.answer-unexpected' })
})

/** A sink for orders of an ERP that answers as told. */
async function withSink(answer: Answer, work: (sink: RecordSink) => Promise<void>): Promise<void> {
  const routes = [
    { method: 'POST', path: '/orders', answer },
    { path: '/orders', answer },
    { path: '/orders/77', answer },
  ]
  await using server = await startServer({ routes })
  await using session = await openFor(rest, { credentials: { apiUrl: server.url } })
  await work(session.sink?.('orders') as RecordSink)
}
const order = sampleOrder('ORD1', 'A')

test.each([
  [{ jsonrpc: '2.0', id: 77, error: { code: 1, message: 'Customer C1 is blocked' } }],
  [{ success: false, id: 'req-8f3', message: 'Customer C1 is blocked' }],
  [{ uuid: 'a', errors: [{ message: 'Customer C1 is blocked' }] }],
  [{ error: 'Customer C1 is blocked' }],
  [{ data: { success: false, message: 'Customer C1 is blocked' } }],
])('an order answered with %j is refused in its words', async (body) => {
  await withSink(
    () => json(body),
    async (sink) => expect(await sink.write(order)).toEqual({ kind: 'refused', reason: expect.stringContaining('Customer C1 is blocked') }),
  )
})

test.each([
  ['a time-out', () => json({ success: false, message: 'Lock wait timeout' })],
  ['an error beside the order', () => json({ id: 7, ourReference: 'ORD1', error: 'The mail was not sent' })],
  ['a job', () => json({}, { status: 202, headers: { location: '/jobs/4711' } })],
  ['an id of a job with 201', () => ({ status: 201, headers: { location: '/api/jobs/4711' }, body: '' })],
  ['an id of a request', () => json({ id: 'req-8f3' })],
  ['a job and its id', () => json({ id: 17, jobId: 4711 })],
  ['a place in a queue', () => json({ id: 17, status: 'queued' })],
] as const)('an order answered with %s is uncertain', async (_, answer) => {
  await withSink(answer, async (sink) => expect(await sink.write(order)).toMatchObject({ kind: 'unknown' }))
})

test.each([
  ['its id', () => json({ id: 77, status: 'pending' })],
  ['a failed status of its own', () => json({ id: 77, orderNumber: '77', status: 'failed', total: '25.00' })],
  ['202 and itself', () => json({ id: 77, ourReference: 'ORD1' }, { status: 202 })],
] as const)('an order answered with %s is accepted', async (_, answer) => {
  await withSink(answer, async (sink) => expect(await sink.write(order)).toMatchObject({ kind: 'accepted', record: { erpId: '77' } }))
})

test('an order that was accepted for later is not "not there" until it is found', async () => {
  const rows: object[] = [{ id: 1, ourReference: 'OTHER' }]
  await withSink(
    ({ method }) => (method === 'POST' ? json({}, { status: 202 }) : json({ data: rows })),
    async (sink) => {
      expect(await sink.find(order)).toBeNull()
      expect(await sink.write(order)).toMatchObject({ kind: 'unknown' })
      await expect(sink.find(order)).rejects.toMatchObject({ code: 'push.unsettled' })
      rows.push({ id: 2, ourReference: 'ORD1' })
      expect(await sink.find(order)).toMatchObject({ erpId: '2' })
    },
  )
})

test('an error in a look-up is no "no"', async () => {
  for (const message of ['Query timed out', 'Unknown']) {
    await withSink(
      () => json({ success: false, data: [], message }),
      async (sink) => {
        await expect(sink.find(order)).rejects.toThrow(message)
        await expect(sink.find({ ...order, erpId: '77' })).rejects.toThrow(message)
      },
    )
  }
})

test.each([
  ['upper case', 'ord-1a', 'ORD-1A'],
  ['padding', '4711', '0000004711'],
  ['no zeros', '0004711', '4711'],
])('an order is found under its reference with %s, which the filter does not find', async (_, ours, theirs) => {
  await withSink(
    ({ query }) => json({ data: query.has('ourReference') ? [] : [{ id: 7, ourReference: theirs }] }),
    async (sink) => expect(await sink.find(sampleOrder(ours, 'A'))).toMatchObject({ erpId: '7' }),
  )
})

test('a row that nearly fits is shown, and is neither ours nor none', async () => {
  const rows = (theirs: string) => () =>
    json({
      data: [
        { id: 7, ourReference: theirs },
        { id: 8, ourReference: 'A' },
      ],
    })
  const sent = sampleOrder('WEBSHOP2026', 'A')
  await withSink(rows('WEBSHOP202'), async (sink) =>
    expect(sink.find(sent)).rejects.toMatchObject({ code: 'push.doubtful-match', details: { erpId: '7', found: 'WEBSHOP202' } }),
  )
  await withSink(rows('WEB-SHOP-2026'), async (sink) => expect(sink.find(sent)).rejects.toMatchObject({ code: 'push.doubtful-match' }))
  await withSink(
    () =>
      json({
        data: [
          { id: 7, ourReference: 'WEBSHOP202' },
          { id: 8, ourReference: 'ALONGERREFERENCE' },
        ],
      }),
    async (sink) => expect(await sink.find(sent)).toBeNull(),
  )
})
