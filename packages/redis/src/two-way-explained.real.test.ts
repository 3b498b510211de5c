import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caller } from './testing/harness.ts'
import { mug, startTwoWay, type TwoWay } from './testing/two-way-fixture.ts'

let two: TwoWay
beforeAll(async () => {
  two = await startTwoWay()
})
afterAll(() => two.harness[Symbol.asyncDispose]())
beforeEach(() => two.reset())

describe('what an ERP does to a field', () => {
  const rounded = async () => {
    two.answersWithIdOnly()
    two.ledger.normalise = (fields) => ({ ...fields, price: Number(fields.price).toFixed(2), name: String(fields.name).toUpperCase() })
    await two.write(mug({ price: '1.556' }))
    await two.push()
    await two.pull()
  }
  const forms = () => two.harness.core.conflicts.forms(two.connectionId)

  test('is kept beyond the run, with the latest example', async () => {
    expect(await forms()).toEqual([])
    await rounded()
    expect(await forms()).toMatchObject([
      { dataType: 'products', field: 'name', kind: 'case', explanation: 'The ERP keeps name in upper case', sent: 'Mug', shown: 'MUG' },
      { field: 'price', kind: 'rounded', explanation: 'The ERP keeps price with 2 decimals', sent: '1.556', shown: '1.56' },
    ])
    await two.harness.core.connections.remove(caller, { id: two.connectionId })
    expect(await two.harness.store.outbox.forms(two.connectionId)).toEqual([])
  })

  test('is not learnt from a dry run', async () => {
    two.answersWithIdOnly()
    two.ledger.normalise = (fields) => ({ ...fields, price: Number(fields.price).toFixed(2) })
    await two.write(mug({ price: '1.556' }))
    await two.push()
    await two.run({ direction: 'pull', mode: 'full', dryRun: true })
    expect(await forms()).toEqual([])
  })

  test('stands in the explanation of a later conflict about it', async () => {
    await two.resolveBy('manual')
    await rounded()
    two.edit({ price: '15.00' })
    await two.write(mug({ price: '12.00' }))
    expect(await two.pull()).toMatchObject({ recordsConflicted: 1 })
    const [conflict] = await two.conflicts()
    expect(conflict?.explanation).toContain('The ERP keeps price with 2 decimals.')
    expect(conflict?.fields).toMatchObject([{ path: 'price', erpForm: 'The ERP keeps price with 2 decimals' }])
    expect(await two.harness.core.conflicts.get(conflict?.id ?? '')).toEqual(conflict)
  })

  test('may explain a conflict by itself: a job has rounded the value later, and nobody has edited it', async () => {
    await two.resolveBy('manual')
    await two.write(mug({ price: '1.556' }))
    await two.push()
    two.edit({ price: '1.56' })
    await two.write(mug({ price: '12.00' }))
    await two.pull()
    expect(await two.conflicts()).toMatchObject([
      {
        explanation: expect.stringContaining(
          'Perhaps nobody edited price in the ERP: with 2 decimals it is the value that both sides had.',
        ),
      },
    ])
  })
})

describe('a changed strategy', () => {
  const contested = async () => {
    await two.resolveBy('manual')
    await two.write(mug())
    await two.push()
    two.edit({ price: '15.00' })
    await two.write(mug({ price: '12.00' }))
    await two.push()
    expect(await two.conflicts()).toHaveLength(1)
    const [config] = await two.harness.core.syncConfigs.list(two.connectionId)
    return config?.id ?? ''
  }
  const change = (id: string, conflictResolution: 'erp_wins' | 'system_wins' | 'newest_wins' | 'manual') =>
    two.harness.core.syncConfigs.update(caller, { id, change: { settings: { conflictResolution } } })
  const settle = (syncConfigId: string) => two.harness.core.syncConfigs.settleConflicts(caller, { syncConfigId })

  test.each([
    ['erp_wins', 'synced', '15.00'],
    ['system_wins', 'pending', '12.00'],
    ['newest_wins', 'pending', '12.00'],
  ] as const)('offers to settle the open conflicts, and settles them when it is asked to: %s', async (strategy, syncStatus, price) => {
    const id = await contested()
    expect(await change(id, strategy)).toMatchObject({ settleableConflicts: 1 })
    expect(await two.conflicts()).toHaveLength(1)
    expect(await settle(id)).toEqual({ settled: 1, left: 0 })
    expect(await two.read()).toMatchObject({ syncStatus, data: { price } })
    expect(await two.conflicts()).toEqual([])
    const { items } = await two.harness.core.audit.list({ limit: 5, action: 'erp_conflict_resolved', target: id })
    expect(items).toMatchObject([{ changes: { strategy, settled: 1, left: 0 } }])
  })

  test('leaves to a person what only a person can decide', async () => {
    const id = await contested()
    two.ledger.records.length = 0
    await two.pull()
    expect(await change(id, 'manual')).toMatchObject({ settleableConflicts: 0 })
    expect(await change(id, 'newest_wins')).toMatchObject({ settleableConflicts: 0 })
    expect(await settle(id)).toEqual({ settled: 0, left: 1 })
    expect(await change(id, 'erp_wins')).toMatchObject({ settleableConflicts: 1 })
    expect(await settle(id)).toEqual({ settled: 1, left: 0 })
    await expect(two.read()).rejects.toMatchObject({ code: 'request.not-found' })
  })

  test('says nothing of conflicts if something else is changed', async () => {
    const id = await contested()
    expect(await two.harness.core.syncConfigs.update(caller, { id, change: { enabled: false } })).not.toHaveProperty('settleableConflicts')
  })
})

describe('the change feed', () => {
  test('has a record once more when its id in the ERP becomes known, and not when only its status changes', async () => {
    const { next: before } = await two.changesAfter(0)
    await two.write(mug())
    const { next: written } = await two.changesAfter(before)
    await two.push()
    const created = await two.changesAfter(written)
    expect(created.changes).toMatchObject([{ id: 'A', erpId: 'ERP-1', record: { syncStatus: 'synced' } }])

    await two.write(mug({ price: '11.00' }))
    const { next: changed } = await two.changesAfter(created.next)
    expect(await two.push()).toMatchObject({ recordsPushed: 1 })
    expect(await two.changesAfter(changed)).toEqual({ changes: [], next: changed, epoch: expect.any(String) })
  })

  test('also if the ERP takes our own id', async () => {
    await two.write({ ...mug(), id: 'ERP-1', sku: 'A' })
    const { next } = await two.changesAfter(0)
    await two.push()
    expect((await two.changesAfter(next)).changes).toMatchObject([{ id: 'ERP-1', record: { erpId: 'ERP-1' } }])
  })

  test('tells of a refusal, and of its end', async () => {
    await two.write(mug())
    const { next } = await two.changesAfter(0)
    two.ledger.faults.push('refused')
    await two.push()
    const refused = await two.changesAfter(next)
    expect(refused.changes).toMatchObject([{ record: { syncStatus: 'error', error: { code: 'record.refused' } } }])
    await two.write(mug())
    await two.push()
    expect((await two.changesAfter(refused.next)).changes).toMatchObject([{ record: { syncStatus: 'synced' } }])
  })
})

describe('newest_wins', () => {
  const minutes = 60_000
  const at = (offsetMs: number) => new Date(Date.now() + offsetMs).toISOString()
  const writtenAt = (updatedAt: string) => {
    const { id, ...data } = mug({ price: '12.00' })
    return two.write({ id, updatedAt, data })
  }
  const contested = async (editedAt: string, updatedAt: string) => {
    await two.resolveBy('newest_wins')
    await two.write(mug())
    await two.push()
    two.edit({ price: '15.00' }, editedAt)
    await writtenAt(updatedAt)
    return two.pull()
  }

  test("takes the difference of the clocks into account: the ERP's is ahead, and the system was later", async () => {
    two.setErpClock(4 * minutes)
    const log = await contested(at(4 * minutes - 60_000), at(-10_000))
    expect(log).toMatchObject({ fieldsOverridden: 1 })
    expect(await two.read()).toMatchObject({ syncStatus: 'pending', data: { price: '12.00' } })
  })

  test("… the ERP's is behind, and the ERP was later", async () => {
    two.setErpClock(-10 * minutes)
    await contested(at(-10 * minutes - 10_000), at(-60_000))
    expect(await two.read()).toMatchObject({ syncStatus: 'synced', data: { price: '15.00' } })
  })

  test('says so if the two times are closer than the clocks can be compared', async () => {
    const now = at(-5000)
    const told = (await two.entriesOf(await contested(now, at(-4500)))).map(({ message }) => message)
    expect(told).toContainEqual(expect.stringContaining('The two times are closer than the clocks of both sides can be compared'))
    await two.reset()
    const clear = (await two.entriesOf(await contested(at(-60_000), at(-5000)))).map(({ message }) => message)
    expect(clear).toContain("Both sides had changed price of A: newest_wins kept the system's value and dropped the ERP's")
  })
})

test('the entries of a run name the field, both values and the winner, and the log counts them', async () => {
  await two.resolveBy('system_wins')
  await two.write(mug())
  await two.push()
  two.edit({ price: '15.00', brand: 'Theirs' })
  await two.write(mug({ price: '12.00' }))
  const log = await two.pull()
  expect(log).toMatchObject({ recordsMerged: 1, fieldsOverridden: 1 })
  expect(await two.entriesOf(log)).toContainEqual(
    expect.objectContaining({ level: 'warn', details: { recordId: 'A', path: 'price', erp: '15.00', system: '12.00', winner: 'system' } }),
  )
  expect(await two.pull()).toMatchObject({ recordsMerged: 0, fieldsOverridden: 0 })
})
