import { openFor } from '@linkspan/connector-kit/testing/open-context'
import type { RecordSink } from '@linkspan/core/connector'
import { json, startServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { rest } from './connector.ts'
import { sampleOrder } from './testing/sample-order.ts'

const order = sampleOrder('ORD1', 'A')

const jobAnswer = ({ retryAfter, ...job }: Readonly<Record<string, unknown>> = {}) =>
  json(job, retryAfter === undefined ? {} : { headers: { 'retry-after': String(retryAfter) } })

/** An ERP that takes orders for later, and says of its job what `jobs` has, one after the other; `rows` are its orders. */
async function withJobs(
  jobs: readonly Readonly<Record<string, unknown>>[],
  work: (sink: RecordSink, erp: { rows: object[]; asked: number; posts: number }) => Promise<void>,
  accepted: object = { status: 202, headers: { location: '/jobs/4711?v=1' } },
): Promise<void> {
  const erp = { rows: [{ id: 1, ourReference: 'OTHER' }] as object[], asked: 0, posts: 0 }
  const takeOrder = () => {
    erp.posts += 1
    return 'body' in accepted ? json(accepted.body) : json({}, accepted)
  }
  await using server = await startServer({
    routes: [
      { path: '/jobs/4711', answer: () => jobAnswer(jobs[Math.min(erp.asked++, jobs.length - 1)]) },
      { method: 'POST', path: '/orders', answer: takeOrder },
      { path: '/orders', answer: () => json({ data: erp.rows }) },
    ],
  })
  await using session = await openFor(rest, { credentials: { apiUrl: server.url } })
  await work(session.sink?.('orders') as RecordSink, erp)
}

test.each([
  ['a Location', undefined],
  ['a statusUrl', { body: { id: 17, jobId: 4711, statusUrl: '/jobs/4711' } }],
])('a job behind %s is followed until it is done, and the record is looked for then', async (_, accepted) => {
  await withJobs(
    [{ status: 'running' }, { status: 'running' }, { status: 'completed' }],
    async (sink, erp) => {
      erp.rows.push({ id: 77, ourReference: 'ORD1' })
      expect(await sink.write(order)).toMatchObject({ kind: 'accepted', record: { erpId: '77' } })
      expect(erp.asked).toBe(3)
    },
    accepted,
  )
})

test('a job that shows the record is as good as the record', async () => {
  await withJobs([{ state: 'done', result: { id: 77, ourReference: 'ORD1' } }], async (sink) =>
    expect(await sink.write(order)).toMatchObject({ kind: 'accepted', record: { erpId: '77' } }),
  )
})

test('a failed job is a refusal in its words, and the record may be sent again', async () => {
  await withJobs([{ status: 'pending' }, { status: 'failed', message: 'Customer C1 is blocked' }], async (sink) => {
    expect(await sink.write(order)).toEqual({ kind: 'refused', reason: expect.stringContaining('Customer C1 is blocked') })
    expect(await sink.find(order)).toBeNull()
  })
})

test('a job that is done without a record to be found leaves it uncertain', async () => {
  await withJobs([{ status: 'done' }], async (sink) => {
    expect(await sink.write(order)).toMatchObject({ kind: 'unknown' })
    await expect(sink.find(order)).rejects.toMatchObject({ code: 'push.unsettled' })
  })
})

test('a job that goes on for longer is asked again in the look-up', async () => {
  const slow = { status: 'queued', retryAfter: '60' }
  await withJobs([slow, slow, { status: 'failed', message: 'No stock' }], async (sink, erp) => {
    expect(await sink.write(order)).toMatchObject({ kind: 'unknown' })
    await expect(sink.find(order)).rejects.toMatchObject({ code: 'push.unsettled' })
    expect(await sink.find(order)).toBeNull()
    expect(erp).toMatchObject({ asked: 3, posts: 1 })
  })
})

test('an address of another host is not asked', async () => {
  await withJobs(
    [{ status: 'done' }],
    async (sink, erp) => {
      erp.rows.push({ id: 77, ourReference: 'ORD1' })
      expect(await sink.write(order)).toMatchObject({ kind: 'unknown' })
      expect(erp.asked).toBe(0)
    },
    { status: 202, headers: { location: 'https://elsewhere.example/jobs/4711' } },
  )
})
