import { AppError, type Claim, type PageResult, type PageWrite, silentLogger } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '../client.ts'
import { createKeys } from '../keys.ts'
import { type Harness, startHarness } from '../testing/harness.ts'
import { emptyPage } from '../testing/page-write.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
})
afterAll(() => harness[Symbol.asyncDispose]())

const superseded = expect.objectContaining({ code: 'run.superseded' })
const endedError = expect.objectContaining({ code: 'run.ended' })

/** A claimed run without a worker: the tests act as its workers. */
async function claimed(settings = {}): Promise<{ connectionId: string; runId: string; claim: Claim }> {
  const connectionId = await harness.connect(settings)
  const runId = await harness.start(connectionId)
  return { connectionId, runId, claim: await claim(runId, 'first') }
}
async function claim(runId: string, workerId: string): Promise<Claim> {
  const outcome = await harness.store.runs.claim(runId, workerId)
  if (outcome.kind !== 'claimed') throw new Error(outcome.kind)
  return outcome.claim
}
const page = (number: number, ids: readonly string[], more: Partial<PageWrite> = {}): PageWrite => ({
  ...emptyPage(number),
  records: ids.map((id) => ({ id, hash: `hash-of-${id}`.padEnd(22, '0').slice(0, 22), row: '', json: JSON.stringify({ sku: id }) })),
  read: ids.length,
  cursor: `after-${number}`,
  ...more,
})

async function apply(claim: Claim, write: PageWrite): Promise<PageResult> {
  const { kind, ...result } = await harness.store.runs.applyPage(claim, write)
  if (kind !== 'stored') throw new Error(`Not stored: ${kind}`)
  return result as PageResult
}

test('the same trigger fifty times at once gives one run', async () => {
  const connectionId = await harness.connect()
  const started = await Promise.all(Array.from({ length: 50 }, () => harness.start(connectionId)))
  expect(new Set(started).size).toBe(1)
  expect((await harness.core.runs.list({ erpConnectionId: connectionId, limit: 100 })).items).toHaveLength(1)
})

test('a page is stored with its records, counters, feed positions and checkpoint', async () => {
  const { connectionId, claim } = await claimed()
  const { counts, checkpoint } = await apply(claim, page(1, ['a', 'b'], { highWater: '2026-01-01T00:00:00.000Z' }))
  expect(counts).toMatchObject({ read: 2, created: 2, updated: 0, unchanged: 0 })
  expect(checkpoint).toMatchObject({ pages: 1, cursor: 'after-1', complete: false, highWater: '2026-01-01T00:00:00.000Z' })
  const { changes, next } = await harness.store.records.changes(connectionId, 'products', 0, 10)
  expect(changes.map(({ id, position }) => [id, position])).toEqual([
    ['a', 1],
    ['b', 2],
  ])
  expect(next).toBe(2)
})

test('a page that is stored already is not stored or counted again', async () => {
  const { claim } = await claimed()
  const first = await apply(claim, page(1, ['a']))
  expect(await apply(claim, page(1, ['a']))).toEqual(first)
})

test('a page cannot be skipped', async () => {
  const { claim } = await claimed()
  await expect(apply(claim, page(2, ['a']))).rejects.toThrow(/left out/)
})

test('an unchanged record writes nothing and takes no new position; a changed one moves to the end of the feed', async () => {
  const { connectionId, claim } = await claimed()
  await apply(claim, page(1, ['a', 'b']))
  const before = await harness.store.records.get(connectionId, 'products', 'a')
  const again = page(2, ['a', 'b'])
  const { counts } = await apply(claim, {
    ...again,
    records: again.records.map((record) => (record.id === 'b' ? { ...record, hash: 'x'.repeat(22), json: '{"sku":"new"}' } : record)),
  })
  expect(counts).toMatchObject({ created: 2, updated: 1, unchanged: 1 })
  expect(await harness.store.records.get(connectionId, 'products', 'a')).toEqual(before)
  expect(await harness.store.records.get(connectionId, 'products', 'b')).toMatchObject({ version: 2, data: { sku: 'new' } })
  const { changes } = await harness.store.records.changes(connectionId, 'products', 0, 10)
  expect(changes.map(({ id, position }) => [id, position])).toEqual([
    ['a', 1],
    ['b', 3],
  ])
})

test('the same record twice on one page is created once, and a changed second one wins', async () => {
  const { connectionId, claim } = await claimed()
  const twice = page(1, ['a', 'a', 'a'])
  const records = twice.records.map((record, at) => (at === 1 ? { ...record, hash: 'y'.repeat(22), json: '{"sku":"second"}' } : record))
  const { counts } = await apply(claim, { ...twice, records })
  expect(counts).toMatchObject({ read: 3, created: 1, updated: 2, unchanged: 0 })
  expect(await harness.store.records.get(connectionId, 'products', 'a')).toMatchObject({ version: 3, data: { sku: 'a' } })
})

test('if the ERP announced a total, different records are counted apart from repeated ones', async () => {
  const { claim } = await claimed()
  await apply(claim, page(1, ['a', 'b'], { total: 4 }))
  const { checkpoint, counts } = await apply(claim, page(2, ['b', 'c'], { total: 3 }))
  expect(checkpoint).toMatchObject({ total: 3, distinct: 3 })
  expect(counts).toMatchObject({ read: 4, created: 3, unchanged: 1 })
})

test('ten thousand records fit into one page', async () => {
  const { connectionId, claim } = await claimed()
  const ids = Array.from({ length: 10_000 }, (_, at) => `r${at}`)
  const { counts } = await apply(claim, page(1, ids))
  expect(counts.created).toBe(10_000)
  expect(await harness.store.records.get(connectionId, 'products', 'r9999')).toMatchObject({ data: { sku: 'r9999' } })
})

test('rejects are stored with their page and read in order', async () => {
  const { runId, claim } = await claimed()
  const reject = (recordId: string) => ({ recordId, page: 1, errors: [{ path: 'price', message: 'must be a decimal', value: 'abc' }] })
  await apply(claim, page(1, ['a'], { rejects: [reject('x'), reject('y')], read: 3 }))
  const first = await harness.store.runs.rejects(runId, { limit: 1 })
  expect(first.items).toEqual([reject('x')])
  expect((await harness.store.runs.rejects(runId, { limit: 5, cursor: first.next ?? undefined })).items).toEqual([reject('y')])
})

test('a worker that was thought dead cannot write, renew, release or end', async () => {
  const { connectionId, runId, claim: zombie } = await claimed()
  await apply(zombie, page(1, ['a']))
  const heir = await claim(runId, 'second')
  await expect(apply(zombie, page(2, ['z']))).rejects.toEqual(superseded)
  await expect(harness.store.runs.renew(zombie)).rejects.toEqual(superseded)
  await expect(harness.store.runs.end(zombie, { status: 'success', watermark: null, pages: 0 })).rejects.toEqual(superseded)
  const state = { attempts: 1, failures: 0, throttledSince: null, error: null }
  await expect(harness.store.runs.release(zombie, state)).rejects.toEqual(superseded)
  const { counts } = await apply(heir, page(2, ['b'], { complete: true, cursor: null }))
  expect(counts).toMatchObject({ read: 2, created: 2 })
  expect(await harness.store.records.get(connectionId, 'products', 'z')).toBeNull()
})

test('if Redis has lost pages that it had acknowledged, nothing is deleted and the run does not end as a success', async () => {
  const { connectionId, runId, claim } = await claimed()
  await apply(claim, page(1, ['a']))
  const client = connect({ kind: 'single', url: harness.redis.url }, 'wait', silentLogger)
  const keys = createKeys('')
  const kept = [keys.run(runId), keys.meta(connectionId, 'products')]
  const before = await Promise.all(kept.map((key) => client.dumpBuffer(key)))
  await apply(claim, page(2, ['b'], { complete: true, cursor: null }))
  for (const [at, key] of kept.entries()) await client.restore(key, 0, before[at] as Buffer, 'REPLACE')
  client.disconnect()

  const lost = expect.objectContaining({ code: 'run.interrupted' })
  const sweep = async () => {
    for await (const _ of harness.store.runs.sweep(claim, 'delete', 2));
  }
  await expect(sweep()).rejects.toEqual(lost)
  await expect(harness.store.runs.end(claim, { status: 'success', watermark: null, pages: 2 })).rejects.toEqual(lost)
  await apply(claim, page(2, ['b'], { complete: true, cursor: null }))
  expect(await harness.store.runs.end(claim, { status: 'success', watermark: null, pages: 2 })).toMatchObject({ status: 'success' })
})

test('a run that somebody ended takes no more pages', async () => {
  const { runId, claim } = await claimed()
  const error = new AppError('run.cancelled', 'Cancelled by me').toJSON()
  expect(await harness.store.runs.forceEnd(runId, error)).toMatchObject({ status: 'error', error: { code: 'run.cancelled' } })
  await expect(apply(claim, page(1, ['a']))).rejects.toEqual(endedError)
  expect(await harness.store.runs.forceEnd(runId, error)).toBeNull()
})

test('deleting a connection deletes its records and keeps its logs, and no further page is stored', async () => {
  const { connectionId, runId, claim } = await claimed()
  await apply(claim, page(1, ['a']))
  expect(await harness.store.connections.remove(connectionId)).toEqual([runId])
  await expect(apply(claim, page(2, ['b']))).rejects.toEqual(endedError)
  expect(await harness.store.records.get(connectionId, 'products', 'a')).toBeNull()
  expect(await harness.store.runs.get(runId)).not.toBeNull()
})

test('no more runs of one connection work at once than allowed; the next is woken when one leaves', async () => {
  const { connectionId, claim: first } = await claimed()
  const other = await harness.start(connectionId, { dataType: 'inventory' })
  await claim(other, 'second')
  await harness.store.runs.end(first, { status: 'success', watermark: null, pages: 0 })
  const third = await harness.start(connectionId)
  await claim(third, 'third')
  expect(await harness.store.runs.nextParked(connectionId)).toBeNull()

  const { connectionId: narrow, claim: holder } = await claimed()
  const single = await startHarness((request) => pagesOf([], request, 10), { CONNECTION_CONCURRENCY: '1', REDIS_URL: harness.redis.url })
  const waiting = await harness.start(narrow, { dataType: 'inventory' })
  expect(await single.store.runs.claim(waiting, 'x')).toEqual({ kind: 'parked' })
  expect(await single.store.runs.nextParked(narrow)).toBeNull()
  await single.store.runs.end(holder, { status: 'success', watermark: null, pages: 0 })
  expect(await single.store.runs.nextParked(narrow)).toBe(waiting)
  await single[Symbol.asyncDispose]()
})

test('ends once, with watermark, statistics and indexes', async () => {
  const { connectionId, runId, claim } = await claimed()
  await apply(claim, page(1, ['a', 'b'], { complete: true, cursor: null }))
  await harness.store.runs.end(claim, { status: 'success', watermark: '2026-01-01T00:00:00.000Z', pages: 0 })
  await expect(harness.store.runs.end(claim, { status: 'success', watermark: null, pages: 0 })).rejects.toEqual(endedError)
  expect(await harness.watermark(connectionId)).toBe('2026-01-01T00:00:00.000Z')
  expect(await harness.store.runs.statistics(connectionId)).toMatchObject({
    totalSyncs: 1,
    successfulSyncs: 1,
    totalRecordsProcessed: 2,
    successRate: 1,
  })
  for (const query of [
    { status: 'success' as const },
    { dataType: 'products' as const },
    { status: 'success' as const, erpConnectionId: connectionId },
  ]) {
    expect((await harness.store.runs.list({ ...query, limit: 1000 })).items.map(({ id }) => id)).toContain(runId)
  }
  expect((await harness.store.runs.list({ status: 'syncing', limit: 1000 })).items.map(({ id }) => id)).not.toContain(runId)
  expect((await harness.store.runs.unended({ limit: 1000 })).items).not.toContain(runId)
})

test('keeps as many logs as configured and deletes the oldest', async () => {
  const few = await startHarness((request) => pagesOf([], request, 10), { LOG_RETENTION_COUNT: '3' })
  const connectionId = await few.connect()
  const ids: string[] = []
  for (let round = 0; round < 5; round += 1) {
    const id = await few.start(connectionId)
    ids.push(id)
    await few.store.runs.forceEnd(id, new AppError('run.cancelled', 'x').toJSON())
  }
  const kept = (await few.store.runs.list({ erpConnectionId: connectionId, limit: 10 })).items.map(({ id }) => id)
  expect(kept).toEqual(ids.slice(2).reverse())
  expect((await few.store.runs.list({ limit: 10 })).items).toHaveLength(3)
  expect(await few.store.runs.get(ids[0] ?? '')).toBeNull()
  expect(await few.store.runs.statistics(connectionId)).toMatchObject({ totalSyncs: 5, failedSyncs: 5 })
  await few[Symbol.asyncDispose]()
})

test('pages through logs newest first without repeating or losing any', async () => {
  const connectionId = await harness.connect()
  for (let round = 0; round < 5; round += 1)
    await harness.store.runs.forceEnd(await harness.start(connectionId), new AppError('run.cancelled', 'x').toJSON())
  const all = (await harness.store.runs.list({ erpConnectionId: connectionId, limit: 100 })).items.map(({ id }) => id)
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await harness.store.runs.list({ erpConnectionId: connectionId, status: 'error', limit: 2, cursor })
    paged.push(...items.map(({ id }) => id))
    cursor = next ?? undefined
  } while (cursor)
  expect(paged).toEqual(all)
  expect(all).toEqual([...all].sort().reverse())
})

test('that a pull is partial is stored with its page, and holds until its end whoever goes on', async () => {
  const { runId, claim } = await claimed()
  expect((await apply(claim, page(1, ['a'], { partial: true }))).checkpoint.partial).toBe(true)
  expect((await apply(claim, page(2, ['b'], { complete: true, cursor: null }))).checkpoint).toMatchObject({ complete: true, partial: true })
  expect((await harness.store.runs.get(runId))?.checkpoint.partial).toBe(true)
})
