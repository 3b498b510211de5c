import { type CheckStep, watchCertificates } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caller, type Harness, startHarness } from './testing/harness.ts'

const dayMs = 86_400_000
let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
})
afterAll(() => harness[Symbol.asyncDispose]())

/** An ERP whose certificate is good for so many days from now. */
const showCertificate = (days: number): string => {
  const certificateExpiresAt = new Date(Date.now() + days * dayMs).toISOString()
  const login: CheckStep = { name: 'Authentication', essential: true, run: () => Promise.reject(new Error('A certificate needs no login')) }
  harness.erp.checks = [{ name: 'TCP/TLS', essential: true, run: async () => 'Connected', facts: () => ({ certificateExpiresAt }) }, login]
  return certificateExpiresAt
}
const watch = (passedDays = 0) => {
  const clock = { now: () => new Date(Date.now() + passedDays * dayMs) }
  return watchCertificates({ ...harness.workerPorts(), clock }, new AbortController().signal)
}
const told = async (id: string) =>
  (await harness.store.events.read(id, null, 100)).map(({ type, data }) => [type, data.code, data.certificateExpiresAt])

test('a certificate that ends soon is told 30, 7 and 1 days before, once each, and so is that it was renewed', async () => {
  const id = await harness.connect()
  const expiresAt = showCertificate(40)
  for (const days of [0, 9, 11, 11, 20, 34, 35, 39.5, 39.9]) await watch(days)
  const ends = ['connection.degraded', 'setup.certificate-ends', expiresAt]
  expect(await told(id)).toEqual([ends, ends, ends])
  showCertificate(400)
  await watch(39.9)
  await watch(39.9)
  expect(await told(id)).toEqual([ends, ends, ends, ['connection.recovered', 'setup.certificate-ends', undefined]])
  await harness.core.connections.remove(caller, { id })
})

test('the health of a tested connection shows the certificate that was seen last', async () => {
  const id = await harness.connect()
  harness.erp.checks = []
  harness.startWorker()
  const { testId } = await harness.core.connections.test(caller, { id })
  await harness.core.connections.waitForTest(testId, AbortSignal.timeout(10_000))
  const expiresAt = showCertificate(100)
  await watch()
  const shown = async () => (await harness.core.connections.get(id)).connection.health.certificateExpiresAt
  expect(await shown()).toBe(expiresAt)
  harness.erp.checks = [{ name: 'TCP/TLS', essential: true, run: () => Promise.reject(new Error('away')) }]
  await watch()
  expect(await shown()).toBe(expiresAt)
})
