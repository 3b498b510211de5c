import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Harness } from './testing/harness.ts'
import { mug, startTwoWay, type TwoWay } from './testing/two-way-fixture.ts'

let fixture: TwoWay
let harness: Harness
beforeAll(async () => {
  fixture = await startTwoWay()
  harness = fixture.harness
})
afterAll(() => harness[Symbol.asyncDispose]())
beforeEach(() => fixture.reset())

/** The example of docs/two-way.md: both sides change the price, the ERP the brand, the system the name. */
async function bothEdit(strategy: string, erpChangedAt?: string) {
  await fixture.resolveBy(strategy)
  await fixture.write(mug())
  await fixture.push()
  await fixture.write(mug({ price: '12.00', name: 'Our mug' }))
  fixture.edit({ price: '15.00', brand: 'Theirs' }, erpChangedAt)
  const log = await fixture.run({ direction: 'bidirectional', mode: 'full' })
  const { syncStatus, data } = await fixture.read()
  return { log, syncStatus, here: data, there: fixture.inErp(), told: (await fixture.entriesOf(log)).map(({ message }) => message) }
}

const [earlier, later] = ['2020-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z']

test.each([
  ['erp_wins', undefined, '15.00', "erp_wins kept the ERP's value and dropped the system's"],
  ['system_wins', undefined, '12.00', "system_wins kept the system's value and dropped the ERP's"],
  ['newest_wins', later, '15.00', "newest_wins kept the ERP's value and dropped the system's"],
  ['newest_wins', earlier, '12.00', "newest_wins kept the system's value and dropped the ERP's"],
])('under %s, with an edit in the ERP at %s, both sides end with the price %s', async (strategy, erpChangedAt, price, told) => {
  const result = await bothEdit(strategy, erpChangedAt)
  const agreed = { price, brand: 'Theirs', name: 'Our mug' }
  expect(result).toMatchObject({ syncStatus: 'synced', here: agreed, there: agreed })
  expect(result.log).toMatchObject({ recordsPushed: 1, recordsMerged: 1, fieldsOverridden: 1, recordsConflicted: 0 })
  expect(result.told).toContain(`Both sides had changed price of A: ${told}`)
})

test('under manual each side keeps its price until a person decides, and nothing of the record is pushed', async () => {
  const result = await bothEdit('manual')
  expect(result).toMatchObject({
    syncStatus: 'conflict',
    here: { price: '12.00', brand: 'Theirs', name: 'Our mug' },
    there: { price: '15.00', brand: 'Theirs', name: 'Mug' },
  })
  expect(result.log).toMatchObject({ recordsPushed: 0, recordsConflicted: 1, fieldsOverridden: 0 })
  const [conflict] = await fixture.conflicts()
  expect(conflict).toMatchObject({ fields: [{ path: 'price', base: '10.00', erp: '15.00', system: '12.00' }] })
})
