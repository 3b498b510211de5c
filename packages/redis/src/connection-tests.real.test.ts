import { products } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness(async function* () {
    yield { records: products(1), next: null }
  })
})
afterAll(() => harness[Symbol.asyncDispose]())

const startTest = async (id: string) => (await harness.core.connections.test(caller, { id })).testId

test('a test joins one of the same connection that has no result yet', async () => {
  const id = await harness.connect()
  const first = await startTest(id)
  expect(await startTest(id)).toBe(first)
})

test('a test whose job has its result and only has to end is not joined, because what it says may be mended since', async () => {
  const id = await harness.connect()
  const first = await startTest(id)
  await harness.store.tests.save(first, { success: false, message: 'HTTP 503', responseTime: 1, details: { checks: [] } })
  const second = await startTest(id)
  expect(second).not.toBe(first)
  expect(await startTest(id)).toBe(second)
})
