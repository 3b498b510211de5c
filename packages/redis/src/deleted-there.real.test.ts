import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caller, type Harness } from './testing/harness.ts'
import { mug, startTwoWay, type TwoWay } from './testing/two-way-fixture.ts'

let fixture: TwoWay
let harness: Harness
beforeAll(async () => {
  fixture = await startTwoWay()
  harness = fixture.harness
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(() => fixture.reset())
const write = (record: Record<string, unknown>) => fixture.write(record)
const read = () => fixture.read()
const push = () => fixture.push()
const pull = () => fixture.pull()
const run = (request: Record<string, unknown>) => fixture.run(request)
const inErp = () => fixture.inErp()
const edit = (fields: Record<string, unknown>) => fixture.edit(fields)
const conflicts = () => fixture.conflicts()
const resolveBy = (strategy: string) => fixture.resolveBy(strategy)

describe('a record with a change here that a pull of everything no longer shows', () => {
  const goneThere = async (strategy: string) => {
    await resolveBy(strategy)
    await write(mug())
    await push()
    await write(mug({ price: '12.00' }))
    harness.erp.ledger.records.length = 0
    return pull()
  }

  test('is a conflict at once, which a person ends either way', async () => {
    expect(await goneThere('manual')).toMatchObject({ status: 'success', recordsConflicted: 1, recordsDeleted: 0 })
    const [first] = await conflicts()
    expect(first).toMatchObject({ kind: 'deleted_in_erp', recordId: 'A', system: { data: { price: '12.00' } } })
    expect(await pull()).toMatchObject({ status: 'success', recordsConflicted: 0 })
    expect(await push()).toMatchObject({ recordsPushed: 0 })
    await harness.core.conflicts.resolve(caller, { id: first?.id ?? '', winner: 'system' })
    expect(await push()).toMatchObject({ recordsPushed: 1 })
    expect(inErp()).toMatchObject({ price: '12.00' })

    await write(mug({ price: '13.00' }))
    harness.erp.ledger.records.length = 0
    await pull()
    const [second] = await conflicts()
    await harness.core.conflicts.resolve(caller, { id: second?.id ?? '', winner: 'erp' })
    await expect(read()).rejects.toMatchObject({ code: 'request.not-found' })
    expect(await conflicts()).toEqual([])
  })

  test('is deleted here if the ERP wins, and waits to be created there again if the system does', async () => {
    expect(await goneThere('erp_wins')).toMatchObject({ status: 'success', recordsDeleted: 1, recordsConflicted: 0 })
    await expect(read()).rejects.toMatchObject({ code: 'request.not-found' })
    await fixture.reset()
    expect(await goneThere('system_wins')).toMatchObject({ status: 'success', recordsDeleted: 0 })
    expect(await read()).toMatchObject({ syncStatus: 'pending', erpId: null })
    expect(await push()).toMatchObject({ recordsPushed: 1 })
  })

  test('was perhaps only left out: what the ERP still shows by itself is no deletion', async () => {
    await resolveBy('manual')
    await write(mug())
    await push()
    await write(mug({ price: '12.00' }))
    harness.erp.pages = (request) => pagesOf([], request, 10)
    expect(await pull()).toMatchObject({ status: 'success', recordsConflicted: 0, recordsDeleted: 0 })
    expect(await read()).toMatchObject({ syncStatus: 'pending' })
  })

  test('turns its open conflict into one about the deletion', async () => {
    await resolveBy('manual')
    await write(mug())
    await push()
    edit({ price: '15.00' })
    await write(mug({ price: '12.00' }))
    await pull()
    const [before] = await conflicts()
    harness.erp.ledger.records.length = 0
    expect(await pull()).toMatchObject({ status: 'success', recordsConflicted: 0 })
    expect(await conflicts()).toMatchObject([
      { id: before?.id, kind: 'deleted_in_erp', explanation: expect.stringContaining('Before it was deleted, both sides had changed it') },
    ])
    await harness.core.conflicts.resolve(caller, { id: before?.id ?? '', winner: 'erp' })
    await expect(read()).rejects.toMatchObject({ code: 'request.not-found' })
  })

  test('is counted by a dry run as the real run does', async () => {
    await resolveBy('manual')
    await write(mug())
    await push()
    await write(mug({ price: '12.00' }))
    expect(await run({ direction: 'pull', mode: 'full', dryRun: true })).toMatchObject({ recordsConflicted: 0 })
    harness.erp.ledger.records.length = 0
    expect(await run({ direction: 'pull', mode: 'full', dryRun: true })).toMatchObject({ status: 'success', recordsConflicted: 1 })
    expect(await conflicts()).toEqual([])
  })

  test('counts for the share that may be deleted at once', async () => {
    await fixture.reset({ maxDeleteShare: 0.3 })
    expect(await goneThere('erp_wins')).toMatchObject({ status: 'error', errorDetails: { code: 'run.too-many-deletions' } })
    expect(await read()).toMatchObject({ syncStatus: 'pending' })
  })
})
