import type { ERPSyncLog, SourceRecord } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
let connectionId: string
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf(shownByErp(), request, 10))
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(async () => {
  const { records, calls, faults } = harness.erp.ledger
  for (const list of [records, calls, faults]) list.length = 0
  harness.erp.ledger.normalise = (fields) => fields
  connectionId = await harness.connect({ timeout: 1000, retryAttempts: 3, maxDeleteShare: 1 })
})

/** What the ERP shows when it is read. */
const shownByErp = (): SourceRecord[] =>
  harness.erp.ledger.records.map(({ erpId, fields, changedAt, version }) => ({
    id: erpId,
    fields: { ...fields, sourceUpdatedAt: changedAt, sourceVersion: String(version) },
    raw: fields,
    changedAt,
  }))

const mug = (more: Record<string, unknown> = {}) => ({ id: 'A', name: 'Mug', price: '10.00', brand: 'None', ...more })
const write = async (record: Record<string, unknown>) => {
  const [written] = await harness.core.records.write(caller, { connectionId, dataType: 'products', records: [record as { id: string }] })
  return written
}
const read = () => harness.core.records.get(connectionId, 'products', 'A')
const run = async (request: Record<string, unknown>): Promise<ERPSyncLog> => harness.ended(await harness.start(connectionId, request))
const push = () => run({ direction: 'push' })
const pull = () => run({ direction: 'pull', mode: 'full' })
const inErp = () => harness.erp.ledger.records[0]?.fields
const edit = (fields: Record<string, unknown>) => harness.erp.ledger.change('ERP-1', fields)
const conflicts = async () => (await harness.core.conflicts.list(connectionId, { limit: 10 })).items
const entriesOf = async ({ id }: ERPSyncLog) => (await harness.core.runs.entries(id, { limit: 100 })).items.map(({ message }) => message)
const resolveBy = (conflictResolution: string) =>
  Promise.all(
    (['push', 'pull'] as const).map((direction) =>
      harness.core.syncConfigs.create(caller, {
        erpConnectionId: connectionId,
        dataType: 'products',
        direction,
        enabled: false,
        settings: { conflictResolution },
      } as Parameters<typeof harness.core.syncConfigs.create>[1]),
    ),
  )
const answersWithIdOnly = () => harness.erp.ledger.faults.push(...Array.from({ length: 20 }, () => 'silent' as const))

describe('an ERP that keeps its own form of what it is sent', () => {
  test.each(['erp_wins', 'system_wins', 'newest_wins', 'manual'])('has edited nothing, under %s', async (strategy) => {
    await resolveBy(strategy)
    answersWithIdOnly()
    harness.erp.ledger.normalise = (fields) => ({
      ...fields,
      price: Number(fields.price).toFixed(2),
      name: String(fields.name).toUpperCase(),
    })
    for (const price of ['1.5', '2.5', '3.5']) {
      await write(mug({ price }))
      expect(await push()).toMatchObject({ status: 'success', recordsPushed: 1, recordsConflicted: 0 })
      expect(await pull()).toMatchObject({ status: 'success', recordsConflicted: 0, fieldsOverridden: 0 })
    }
    expect(inErp()).toMatchObject({ price: '3.50', name: 'MUG' })
    expect(await read()).toMatchObject({ syncStatus: 'synced', data: { price: '3.50', name: 'MUG' } })
  })

  test('loses no write that comes before the ERP has shown the one before', async () => {
    answersWithIdOnly()
    harness.erp.ledger.normalise = (fields) => ({ ...fields, price: Number(fields.price).toFixed(2) })
    await write(mug({ price: '1.555' }))
    await push()
    await write(mug({ price: '2.5' }))
    expect(await pull()).toMatchObject({ recordsConflicted: 0 })
    expect(await read()).toMatchObject({ syncStatus: 'pending', data: { price: '2.5' } })
    await push()
    await pull()
    expect(inErp()).toMatchObject({ price: '2.50' })
  })

  test('is told about once a run, in words', async () => {
    answersWithIdOnly()
    harness.erp.ledger.normalise = (fields) => ({ ...fields, price: Number(fields.price).toFixed(2) })
    await write(mug({ price: '1.555' }))
    await push()
    expect(await entriesOf(await pull())).toContain('The ERP keeps price with 2 decimals')
  })

  test('gets the same value again only if it is a new one', async () => {
    answersWithIdOnly()
    harness.erp.ledger.normalise = (fields) => ({ ...fields, name: String(fields.name).slice(0, 4) })
    await write(mug({ name: 'Mug with a lid' }))
    await push()
    await pull()
    const { version } = await read()
    expect(await write(mug({ name: 'Mug with a lid' }))).toMatchObject({ syncStatus: 'synced', version, data: { name: 'Mug' } })
    expect(await push()).toMatchObject({ recordsPushed: 0 })
  })
})

describe('a run that only pushes', () => {
  const bothEdit = async (theirs: Record<string, unknown>) => {
    await write(mug())
    await push()
    edit(theirs)
    await write(mug({ price: '12.00' }))
    return push()
  }

  test.each(['erp_wins', 'system_wins', 'newest_wins', 'manual'])('merges what only the ERP has changed, under %s', async (strategy) => {
    await resolveBy(strategy)
    expect(await bothEdit({ brand: 'Theirs' })).toMatchObject({ status: 'success', recordsPushed: 1, recordsMerged: 1 })
    expect(inErp()).toMatchObject({ brand: 'Theirs', price: '12.00' })
    expect((await read()).data).toMatchObject({ brand: 'Theirs', price: '12.00' })
  })

  test('lets the ERP win what both have changed, and says which value was dropped', async () => {
    await resolveBy('erp_wins')
    const log = await bothEdit({ price: '15.00' })
    expect(log).toMatchObject({ status: 'success', recordsPushed: 0, fieldsOverridden: 1 })
    expect(await entriesOf(log)).toContain("Both sides had changed price of A: erp_wins kept the ERP's value and dropped the system's")
    expect([inErp()?.price, (await read()).data.price]).toEqual(['15.00', '15.00'])
  })

  test('opens a conflict where a person has to decide, and sends nothing', async () => {
    await resolveBy('manual')
    expect(await bothEdit({ price: '15.00' })).toMatchObject({ status: 'success', recordsPushed: 0, recordsConflicted: 1 })
    expect(inErp()).toMatchObject({ price: '15.00' })
    expect(await conflicts()).toMatchObject([{ reason: 'both_changed', fields: [{ path: 'price', erp: '15.00', system: '12.00' }] }])
  })
})

describe('a record that was deleted in the ERP and changed here', () => {
  const deletedThere = async (strategy: string) => {
    await resolveBy(strategy)
    await write(mug())
    await push()
    harness.erp.ledger.records.length = 0
    await write(mug({ price: '12.00' }))
    return push()
  }
  const changes = async () => (await harness.core.records.changes(connectionId, 'products', 0, 10)).changes

  test('is a conflict that a person ends by deleting it here too', async () => {
    expect(await deletedThere('manual')).toMatchObject({ status: 'success', recordsConflicted: 1, recordsFailed: 0 })
    const [conflict] = await conflicts()
    expect(conflict).toMatchObject({ reason: 'deleted_in_erp', recordId: 'A', explanation: expect.stringContaining('no longer has A') })
    await harness.core.conflicts.resolve(caller, { id: conflict?.id ?? '', winner: 'erp' })
    await expect(read()).rejects.toMatchObject({ code: 'request.not-found' })
    expect(await changes()).toMatchObject([{ id: 'A', deleted: true }])
    expect(await conflicts()).toEqual([])
  })

  test('… or by creating it in the ERP again, under a new reference', async () => {
    await deletedThere('manual')
    const [conflict] = await conflicts()
    await harness.core.conflicts.resolve(caller, { id: conflict?.id ?? '', winner: 'system' })
    expect(await push()).toMatchObject({ status: 'success', recordsPushed: 1 })
    expect(harness.erp.ledger.records).toMatchObject([{ reference: expect.stringMatching(/^A-\d+$/), fields: { price: '12.00' } }])
    expect(await read()).toMatchObject({ syncStatus: 'synced', erpId: 'ERP-1' })
  })

  test('is deleted here if the ERP wins, and created again if the system does', async () => {
    expect(await deletedThere('erp_wins')).toMatchObject({ status: 'success', recordsDeleted: 1 })
    await expect(read()).rejects.toMatchObject({ code: 'request.not-found' })
    connectionId = await harness.connect({ timeout: 1000, retryAttempts: 3 })
    expect(await deletedThere('system_wins')).toMatchObject({ status: 'success', recordsPushed: 1 })
    expect(harness.erp.ledger.records).toMatchObject([{ fields: { price: '12.00' } }])
  })
})

test('a record that goes back and forth stays a conflict until something else is written', async () => {
  await write(mug({ price: '10.00' }))
  await push()
  for (let count = 0; count < 3; count += 1) {
    await write(mug({ price: '12.00' }))
    await push()
    edit({ price: '10.00' })
    await pull()
  }
  expect(await write(mug({ price: '12.00' }))).toMatchObject({ syncStatus: 'conflict' })
  await pull()
  await push()
  expect(await read()).toMatchObject({ syncStatus: 'conflict' })
  expect([inErp()?.price, (await conflicts()).length]).toEqual(['10.00', 1])

  expect(await write(mug({ price: '13.00' }))).toMatchObject({ syncStatus: 'pending' })
  expect(await conflicts()).toEqual([])
  expect(await push()).toMatchObject({ recordsPushed: 1 })
  expect(inErp()).toMatchObject({ price: '13.00' })
})

test.each([
  ['the same again', {}],
  ['a decimal in another form', { price: '10.0' }],
  ['a number for a text', { price: 10 }],
])('a write that says nothing new stores and sends nothing: %s', async (_, more) => {
  await write(mug())
  await push()
  const before = await read()
  const { next } = await harness.core.records.changes(connectionId, 'products', 0, 10)
  expect(await write(mug(more))).toEqual(before)
  expect(await harness.core.records.changes(connectionId, 'products', next, 10)).toMatchObject({ changes: [] })
  expect(await push()).toMatchObject({ recordsPushed: 0 })
})

test.each([
  ['yesterday', 'must be an ISO 8601 time'],
  ['2099-01-01T00:00:00.000Z', 'lies in the future'],
])('a change time of "%s" is refused', async (updatedAt, message) => {
  const { id, ...data } = mug()
  await expect(write({ id, updatedAt, data })).rejects.toMatchObject({
    code: 'request.invalid',
    details: { issues: [{ path: '0.updatedAt', message }] },
  })
})

test('a forgotten record is gone here with a tombstone, and the ERP keeps it', async () => {
  await write(mug())
  await push()
  await harness.core.records.forget(caller, { connectionId, dataType: 'products', recordId: 'A' })
  await expect(read()).rejects.toMatchObject({ code: 'request.not-found' })
  expect((await harness.core.records.changes(connectionId, 'products', 0, 10)).changes).toMatchObject([{ id: 'A', deleted: true }])
  expect(harness.erp.ledger.records).toHaveLength(1)
  expect((await harness.core.audit.list({ limit: 5, action: 'erp_record_forgotten', target: connectionId })).items).toHaveLength(1)
  expect(await pull()).toMatchObject({ recordsCreated: 1 })
})

test('a conflict shows what the system has written since it was found', async () => {
  await resolveBy('manual')
  await write(mug())
  await push()
  edit({ price: '15.00' })
  await write(mug({ price: '12.00' }))
  await push()
  await write(mug({ price: '13.00' }))
  expect(await conflicts()).toMatchObject([{ kind: 'both_changed', fields: [{ path: 'price', erp: '15.00', system: '13.00' }] }])
})

test('a dry run in both directions says what the real run does', async () => {
  await harness.core.syncConfigs.create(caller, {
    erpConnectionId: connectionId,
    dataType: 'products',
    direction: 'bidirectional',
    enabled: false,
    settings: { conflictResolution: 'erp_wins' },
  } as Parameters<typeof harness.core.syncConfigs.create>[1])
  const both = (more: object = {}) => run({ direction: 'bidirectional', mode: 'full', ...more })
  await write(mug())
  await both()
  edit({ price: '15.00' })
  await write(mug({ price: '12.00' })) // the ERP wins, and nothing is left to push
  const [dry, real] = [await both({ dryRun: true }), await both()]
  const counts = ({ recordsUpdated, recordsUnchanged, recordsPushed }: ERPSyncLog) => ({ recordsUpdated, recordsUnchanged, recordsPushed })
  expect(counts(dry)).toEqual(counts(real))
  expect(dry.recordsPushed).toBe(0)
})

test('the open conflicts of all connections are listed oldest first, page by page and each once', async () => {
  const opened: (string | undefined)[] = []
  for (let count = 0; count < 3; count += 1) {
    harness.erp.ledger.records.length = 0
    connectionId = await harness.connect({ timeout: 1000, retryAttempts: 3 })
    await resolveBy('manual')
    await write(mug())
    await push()
    harness.erp.ledger.change(harness.erp.ledger.records[0]?.erpId ?? '', { price: '15.00' })
    await write(mug({ price: '12.00' }))
    await push()
    opened.push((await conflicts())[0]?.id)
  }
  const listed: string[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await harness.core.conflicts.listAll({ limit: 1, cursor })
    listed.push(...items.map(({ id }) => id))
    if (next === null) break
    cursor = next
  }
  expect(listed.slice(-3)).toEqual(opened)
  expect(new Set(listed).size).toBe(listed.length)
  expect((await harness.core.conflicts.listAll({ limit: 100 })).items.map(({ id }) => id)).toEqual(listed)
  await expect(harness.core.conflicts.listAll({ limit: 1, cursor: 'nonsense' })).rejects.toMatchObject({ code: 'request.malformed' })
})
