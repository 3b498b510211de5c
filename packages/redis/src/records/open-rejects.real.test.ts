import { type Claim, type PageWrite, type Reject, recountBacklogs, rejectKeyOf, silentLogger } from '@linkspan/core'
import { aProduct, pagesOf, products } from '@linkspan/core/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { connect } from '../client.ts'
import { caller, type Harness, startHarness } from '../testing/harness.ts'
import { emptyPage } from '../testing/page-write.ts'
import { maxOpenRejects } from './open-rejects.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness(
    (request) => pagesOf([], request, 10),
    { LOG_RETENTION_DAYS: '3' },
    { products: { pull: 'incremental', push: true } },
  )
})
afterAll(() => harness[Symbol.asyncDispose]())
let connectionId: string
beforeEach(async () => {
  connectionId = await harness.connect({ enabledDataTypes: ['products'] })
})

const stream = () => ({ connectionId, dataType: 'products' as const })
const open = async (limit = 100) => (await harness.store.rejects.open(stream(), { limit })).items
const openIds = async () => (await open()).map(({ reject }) => reject.recordId).sort()
const fateOf = async (id: string) => (await harness.store.rejects.fates(stream(), [id]))[0]
const reject = (recordId: string, more: Partial<Reject> = {}): Reject => ({
  recordId,
  page: 1,
  row: 1,
  errors: [{ path: 'name', message: 'must not be empty', value: '' }],
  raw: { id: recordId },
  ...more,
})
const accepted = (id: string, revision = 1) => ({
  id,
  row: `row-${revision}`.padEnd(11, '.'),
  hash: `hash-${revision}`.padEnd(22, '.'),
  json: JSON.stringify({ id, revision }),
})

async function begin(): Promise<Claim> {
  const outcome = await harness.store.runs.claim(await harness.start(connectionId), 'worker')
  return outcome.kind === 'claimed' ? outcome.claim : expect.unreachable(outcome.kind)
}
const end = (claim: Claim) => harness.store.runs.end(claim, { status: 'success', watermark: null, pages: 0 })

/** A run of one page. */
async function run(write: Partial<PageWrite>): Promise<string> {
  const claim = await begin()
  await harness.store.runs.applyPage(claim, { ...emptyPage(1), complete: true, cursor: null, ...write })
  await end(claim)
  return claim.runId
}

test('a record has one open reject, with its row and the run that rejected it last', async () => {
  const first = await run({ rejects: [reject('A'), reject('B')] })
  expect(await open()).toMatchObject([
    { key: 'B', runId: first, times: 1, reject: { raw: { id: 'B' } } },
    { key: 'A', runId: first, times: 1 },
  ])
  const second = await run({ rejects: [reject('A', { raw: { id: 'A', name: null } })] })
  const [latest, older] = await open()
  expect(latest).toMatchObject({ key: 'A', runId: second, times: 2, reject: { raw: { id: 'A', name: null } } })
  expect(Date.parse(latest?.rejectedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(latest?.firstRejectedAt ?? ''))
  expect(older).toMatchObject({ key: 'B', runId: first })
})

test('of a row that the connector cannot read again, what it found is kept as well', async () => {
  const faulty = { ...aProduct(9), fields: { sku: 'SKU-9', name: '' }, rejection: { path: 'id', message: 'stands in two rows' } }
  await using own = await startHarness((request) => pagesOf([...products(8), faulty], request, 10))
  own.startWorker()
  const id = await own.connect()
  const { id: runId } = await own.ended(await own.start(id))
  const found = { id: faulty.id, fields: faulty.fields, changedAt: faulty.changedAt, rejection: faulty.rejection }
  const [stored] = (await own.store.rejects.open({ connectionId: id, dataType: 'products' }, { limit: 10 })).items
  expect(stored?.reject).toMatchObject({ raw: faulty.raw, found })
  expect((await own.core.runs.rejects(runId, { limit: 10 })).items).toMatchObject([{ raw: faulty.raw, found }])
  expect((await own.store.runs.rejects(runId, { limit: 10 })).items).toEqual([expect.not.objectContaining({ found: expect.anything() })])
})

test('a run keeps its rejects without the rows, which are stored once', async () => {
  const id = await run({ rejects: [reject('A')] })
  const kept = (await harness.store.runs.rejects(id, { limit: 10 })).items
  expect(kept).toEqual([expect.not.objectContaining({ raw: expect.anything() })])
  expect((await harness.core.runs.rejects(id, { limit: 10 })).items).toMatchObject([{ raw: { id: 'A' }, state: 'open' }])
})

test('a reject is closed by the run that accepts the record, also if its row was known before', async () => {
  await run({ records: [accepted('A'), accepted('B')] })
  await run({ rejects: [reject('A'), reject('B'), reject('C')] })
  const mended = await run({ records: [accepted('A', 2)], known: [accepted('B')] })
  expect(await openIds()).toEqual(['C'])
  expect(await fateOf('A')).toEqual({ state: 'accepted', runId: mended })
  expect(await fateOf('B')).toEqual({ state: 'accepted', runId: mended })
  await run({ rejects: [reject('A')] })
  expect(await fateOf('A')).toEqual({ state: 'open', runId: null })
})

test('a complete run of everything closes what it does not reject again', async () => {
  const marks = { marks: true, complete: true }
  await run({ rejects: [reject('A'), reject('B')] })
  await run({ ...marks, partial: true, rejects: [reject('A')] })
  expect(await openIds()).toEqual(['A', 'B'])
  const whole = await run({ ...marks, rejects: [reject('A')] })
  expect(await openIds()).toEqual(['A'])
  expect(await fateOf('B')).toEqual({ state: 'gone', runId: whole })
})

test('a write by the system closes the reject of the record', async () => {
  const { openRejects } = (await harness.core.overview()).records
  await run({ rejects: [reject('A'), reject('B')] })
  const record = { id: 'A', sku: 'A', name: 'Mended', price: '1', currency: 'EUR' }
  await harness.core.records.write(caller, { ...stream(), records: [record] })
  expect(await openIds()).toEqual(['B'])
  expect(await fateOf('A')).toEqual({ state: 'written', runId: null })
  expect((await harness.core.overview()).records.openRejects).toBe(openRejects + 1)
})

test('rows without an id are told apart by what they hold', async () => {
  const row = (rowHash: string) => reject('', { rowHash, raw: { name: rowHash } })
  await run({ rejects: [row('one'), row('two'), row('one')] })
  expect((await open()).map(({ key }) => key).sort()).toEqual(['#one', '#two'])
  expect(rejectKeyOf(row('one'))).toBe('#one')
})

test('a dry run neither opens nor closes a reject', async () => {
  await run({ rejects: [reject('A')] })
  const claim = { ...(await begin()), dryRun: true }
  await harness.store.runs.applyPage(claim, { ...emptyPage(1), records: [accepted('A')], rejects: [reject('B')] })
  await end(claim)
  expect(await openIds()).toEqual(['A'])
})

test('the list is paged without loss, while the records before the cursor change', async () => {
  const ids = Array.from({ length: 7 }, (_, at) => `R${at}`)
  await run({ rejects: ids.map((id) => reject(id)) })
  const first = await harness.store.rejects.open(stream(), { limit: 3 })
  expect(first.items.map(({ key }) => key)).toEqual(['R6', 'R5', 'R4'])
  await run({ records: [accepted('R4'), accepted('R6')], rejects: [reject('R5')] })
  const second = await harness.store.rejects.open(stream(), { limit: 3, cursor: first.next ?? undefined })
  expect(second.items.map(({ key }) => key)).toEqual(['R3', 'R2', 'R1'])
  const third = await harness.store.rejects.open(stream(), { limit: 3, cursor: second.next ?? undefined })
  expect(third).toMatchObject({ items: [{ key: 'R0' }], next: null })
  await expect(harness.store.rejects.open(stream(), { limit: 3, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'request.malformed' })
})

test('what is beyond the number that is kept is counted, until a complete run of everything rejects less', async () => {
  const many = Array.from({ length: maxOpenRejects + 5 }, (_, at) => reject(`M${at}`))
  const claim = await begin()
  for (let page = 1; (page - 1) * 1000 < many.length; page += 1)
    await harness.store.runs.applyPage(claim, { ...emptyPage(page), rejects: many.slice((page - 1) * 1000, page * 1000) })
  await end(claim)
  expect(await harness.store.streams.backlog(stream())).toMatchObject({ openRejects: maxOpenRejects, droppedRejects: 5 })
  await run({ marks: true, complete: true, rejects: [reject('M0')] })
  const after = await harness.store.streams.backlog(stream())
  expect(after).toMatchObject({ openRejects: 1 })
  expect(after).not.toHaveProperty('droppedRejects')
})

test('a reject expires with the logs', async () => {
  await using redis = openClient()
  await run({ rejects: [reject('old'), reject('new')] })
  const key = `erp_record:{${connectionId}}:products`
  expect(await redis.client.ttl(`${key}:open_rejects`)).toBeGreaterThan(2 * 86_400)
  await redis.client.zadd(`${key}:reject_times`, Date.now() - 4 * 86_400_000, 'old')
  await run({ records: [accepted('X')] })
  expect(await openIds()).toEqual(['new'])
  expect(await fateOf('old')).toBeNull()
})

test('rejects of a version that kept only their ids are listed, counted and closed', async () => {
  await using redis = openClient()
  const set = `erp_record:{${connectionId}}:products:open_rejects`
  await redis.client.zadd(set, 1, 'A', 1, 'B', 1, '')
  await redis.client.hset('erp_connections:{index}:backlog', `${connectionId}:products`, '0 0 0 0')
  const before = (await harness.core.overview()).records.openRejects
  await recountBacklogs(harness.store)
  expect((await harness.core.overview()).records.openRejects).toBe(before + 3)
  expect(await open()).toMatchObject([
    { key: 'B', runId: null, times: 0, reject: { recordId: 'B', errors: [] } },
    { key: 'A' },
    { key: '' },
  ])
  await run({ records: [accepted('A')], rejects: [reject('B')] })
  expect((await open()).map(({ key, times }) => [key, times])).toEqual([
    ['B', 1],
    ['', 0],
  ])
  await run({ marks: true, complete: true })
  expect(await open()).toEqual([])
  expect((await harness.core.overview()).records.openRejects).toBe(before)
})

test('nothing is left of the rejects of a deleted connection', async () => {
  await using redis = openClient()
  await run({ rejects: [reject('A'), reject('B')] })
  await run({ records: [accepted('A')] })
  const { openRejects } = (await harness.core.overview()).records
  await harness.core.connections.remove(caller, { id: connectionId })
  expect(await redis.client.keys(`erp_record:{${connectionId}}:*`)).toEqual([])
  expect((await harness.core.overview()).records.openRejects).toBe(openRejects - 1)
})

test('a damaged reject is left out, named, and can be deleted', async () => {
  await using redis = openClient()
  await run({ rejects: [reject('A'), reject('B')] })
  await redis.client.hset(`erp_record:{${connectionId}}:products:rejects`, 'A', '1 1 1 log_x {')
  expect(await openIds()).toEqual(['B'])
  const item = { kind: 'open-reject' as const, id: `${connectionId}:products:A` }
  expect(harness.store.unreadable.seen()).toContainEqual(item)
  expect(await harness.store.unreadable.discard(item)).toBe(true)
  expect(await harness.store.rejects.countOpen([stream()])).toEqual([1])
})

const step = fc.record({
  rejected: fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd')),
  accepted: fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e')),
  isWhole: fc.boolean(),
})

test('whatever runs reject and accept, list, count and fates are those of a plain model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      connectionId = await harness.connect({ enabledDataTypes: ['products'] })
      const expected = new Map<string, { state: string; runId: string | null }>()
      for (const { rejected, accepted: all, isWhole } of steps) {
        const taken = all.filter((id) => !rejected.includes(id))
        const runId = await run({ marks: isWhole, rejects: rejected.map((id) => reject(id)), records: taken.map((id) => accepted(id)) })
        for (const [id, { state }] of expected) {
          if (state !== 'open') continue
          if (taken.includes(id)) expected.set(id, { state: 'accepted', runId })
          else if (isWhole && !rejected.includes(id)) expected.set(id, { state: 'gone', runId })
        }
        for (const id of rejected) expected.set(id, { state: 'open', runId: null })
        const ids = ['a', 'b', 'c', 'd', 'e']
        expect(await harness.store.rejects.fates(stream(), ids)).toEqual(ids.map((id) => expected.get(id) ?? null))
        const wanted = [...expected].filter(([, { state }]) => state === 'open').map(([id]) => id)
        expect(await openIds()).toEqual(wanted.sort())
        expect(await harness.store.rejects.countOpen([stream()])).toEqual([wanted.length])
      }
    }),
    { numRuns: 25 },
  )
})

function openClient() {
  const client = connect({ kind: 'single', url: harness.redis.url }, 'wait', silentLogger)
  return { client, [Symbol.asyncDispose]: async () => client.disconnect() }
}
