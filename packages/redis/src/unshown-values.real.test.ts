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
const inErp = () => fixture.inErp()
const edit = (fields: Record<string, unknown>) => fixture.edit(fields)
const conflicts = () => fixture.conflicts()
const resolveBy = (strategy: string) => fixture.resolveBy(strategy)
const answersWithIdOnly = () => fixture.answersWithIdOnly()
const entriesOf = async (log: Parameters<TwoWay['entriesOf']>[0]) => (await fixture.entriesOf(log)).map(({ message }) => message)

describe('an ERP that does not show single records', () => {
  const bothEdit = async () => {
    harness.erp.ledger.showsSingleRecords = false
    answersWithIdOnly()
    await resolveBy('manual')
    await write(mug())
    await push()
    await pull()
    edit({ price: '15.00', brand: 'Theirs' })
    await write(mug({ price: '12.00' }))
    const { records } = harness.erp.ledger
    records.forEach((record) => {
      record.version = 1 // it does not guard its records by version
    })
    return push()
  }

  test('is looked at for changes before a run that only pushes updates anything', async () => {
    expect(await bothEdit()).toMatchObject({ status: 'success', recordsPushed: 0, recordsConflicted: 1, recordsRead: 0 })
    expect(inErp()).toMatchObject({ price: '15.00', brand: 'Theirs' })
    expect(await conflicts()).toMatchObject([{ fields: [{ path: 'price', erp: '15.00', system: '12.00' }] }])
  })

  test('and that names no changes either is told about once, and updated all the same', async () => {
    harness.erp.isIncremental = false
    const log = await bothEdit()
    expect(log).toMatchObject({ status: 'success', recordsPushed: 1 })
    expect((await entriesOf(log)).filter((message) => message.startsWith('This ERP does not show a single record'))).toHaveLength(1)
  })
})

describe('a value that the ERP does not show, and for which the schema has a default,', () => {
  /** An ERP that stores and shows names and prices, and nothing else. */
  const showsLittle = () => {
    harness.erp.ledger.normalise = ({ sku, name, price }) => ({ sku, name, price })
  }

  test.each(['erp_wins', 'manual'])('stays as the system wrote it, under %s', async (strategy) => {
    await resolveBy(strategy)
    showsLittle()
    await write(mug({ uom: 'KG', active: false }))
    await push()
    expect(await pull()).toMatchObject({ status: 'success', recordsConflicted: 0, recordsUpdated: 0 })
    await write(mug({ uom: 'KG', active: false, price: '11.00' }))
    expect(await push()).toMatchObject({ recordsPushed: 1, recordsConflicted: 0, fieldsOverridden: 0 })
    await pull()
    expect(await read()).toMatchObject({ syncStatus: 'synced', data: { uom: 'KG', active: false, price: '11.00' } })
  })

  test('survives as a change of a record that came from the ERP', async () => {
    await resolveBy('erp_wins')
    showsLittle()
    harness.erp.ledger.records.push({
      erpId: 'A',
      reference: '',
      fields: { sku: 'A', name: 'Theirs' },
      version: 1,
      changedAt: '2026-01-01T00:00:00.000Z',
    })
    await pull()
    expect(await read()).toMatchObject({ data: { uom: 'EA', active: true } })
    await write({ id: 'A', uom: 'KG' })
    expect(await pull()).toMatchObject({ recordsConflicted: 0, fieldsOverridden: 0 })
    expect(await push()).toMatchObject({ recordsPushed: 1 })
    await pull()
    expect(await read()).toMatchObject({ syncStatus: 'synced', data: { uom: 'KG', active: true } })
  })
})

describe('a value that nobody said', () => {
  const said = { sku: 'A', name: 'Mug', price: '10.00', brand: 'None' }

  test.each(['erp_wins', 'system_wins', 'newest_wins', 'manual'])(
    'is neither stored, nor sent, nor an edit when read back, under %s',
    async (strategy) => {
      await resolveBy(strategy)
      expect((await write(mug()))?.data).toEqual(said)
      await push()
      expect(inErp()).toEqual(said)
      expect(await pull()).toMatchObject({ status: 'success', recordsUpdated: 0, recordsConflicted: 0 })
      expect(await pull()).toMatchObject({ status: 'success', recordsUpdated: 0, recordsUnchanged: 1 })
      await write(mug())
      expect(await push()).toMatchObject({ recordsPushed: 0 })
      const { data } = (await read()) ?? { data: {} }
      expect(Object.keys(data)).not.toEqual(expect.arrayContaining(['uom']))
      expect(data).toMatchObject(said)
      expect(data).not.toHaveProperty('active')
    },
  )

  test('is taken over as soon as the ERP says it', async () => {
    await write(mug())
    await push()
    await pull()
    edit({ uom: 'KG', active: false })
    expect(await pull()).toMatchObject({ recordsUpdated: 1 })
    expect(await read()).toMatchObject({ syncStatus: 'synced', data: { uom: 'KG', active: false } })
  })

  test('stays away when a conflict is resolved', async () => {
    await resolveBy('manual')
    await write(mug())
    await push()
    await pull()
    edit({ price: '15.00' })
    await write(mug({ price: '12.00' }))
    await pull()
    const [conflict] = await conflicts()
    await harness.core.conflicts.resolve(caller, { id: conflict?.id ?? '', winner: 'system' })
    const { data } = (await read()) ?? { data: {} }
    expect(data).toMatchObject({ price: '12.00' })
    expect(data).not.toHaveProperty('uom')
  })
})
