import { expect } from 'vitest'
import type { ConnectorFixture } from './connector-fixture.ts'
import type { HttpFixture } from './http-fixture.ts'
import { openFor, readPages } from './open-context.ts'
import { failureOf, openSession } from './pull-as-runs.ts'
import type { Suite } from './suite.ts'

const faults = [
  ['unauthorized', 'setup.credentials-rejected'],
  ['forbidden', 'setup.permission-missing'],
  ['not-found', 'setup.resource-missing'],
  ['conflict', 'setup.request-refused'],
  ['throttled', 'remote.throttled'],
  ['server-error', 'remote.unavailable'],
  ['unavailable', 'remote.unavailable'],
  ['cut', 'remote.cut-short'],
  ['garbage', 'remote.cut-short'],
  ['html', 'setup.answer-unexpected'],
  ['huge', 'setup.answer-too-large'],
] as const

/** What every source promises that is read over HTTP. */
export function describeHttp({ harness, dataType, start, test }: Suite): void {
  const { connector } = harness
  const erpOf = (fixture: ConnectorFixture) => (fixture as ConnectorFixture & HttpFixture).erp

  for (const [kind, code] of faults) {
    test(`calls "${kind}" ${code}`, async () => {
      await using fixture = await start()
      erpOf(fixture).faults.add({ kind, times: 'always' })
      const { settings, credentials } = fixture.connection
      await using session = await openFor(connector, { credentials, settings: { ...settings, maxResponseBytes: 100_000 } })
      expect((await failureOf(readPages(session, dataType))).code).toBe(code)
    })
  }

  test('a 503 that says how long to wait is throttling', async () => {
    await using fixture = await start()
    erpOf(fixture).faults.add({ kind: 'unavailable', retryAfterSeconds: 5 })
    await using session = await openSession(harness, fixture)
    expect(await failureOf(readPages(session, dataType))).toMatchObject({ code: 'remote.throttled', retryAfterMs: 5000 })
  })

  test('a server that has gone is unreachable', async () => {
    await using fixture = await start()
    await fixture.stop()
    await using session = await openSession(harness, fixture)
    expect((await failureOf(readPages(session, dataType))).code).toBe('remote.unreachable')
  })

  test('a redirect to another origin is never followed', async () => {
    await using fixture = await start()
    await using stranger = await start()
    erpOf(fixture).faults.add({ kind: 'redirect', location: `${erpOf(stranger).url}/products`, times: 'always' })
    await using session = await openSession(harness, fixture)
    expect((await failureOf(readPages(session, dataType))).code).toBe('setup.redirect-refused')
    expect(stranger.callCount()).toBe(0)
  })

  test('an answer that never comes, or comes in drops, meets the deadline', async () => {
    for (const kind of ['hang', 'slow-drip'] as const) {
      await using fixture = await start()
      erpOf(fixture).faults.add({ kind, times: 'always', intervalMs: 20, chunkBytes: 4 })
      await using session = await openSession(harness, fixture, { timeoutMs: 300 })
      expect((await failureOf(readPages(session, dataType))).code).toBe('remote.timeout')
    }
  })

  test('pages that go in circles are noticed', async () => {
    await using fixture = await start()
    erpOf(fixture).faults.add({ kind: 'repeat-cursor' })
    await using session = await openSession(harness, fixture)
    expect((await failureOf(readPages(session, dataType))).code).toBe('remote.cursor-repeated')
  })

  test("a page tells the ERP's own time", async () => {
    await using fixture = await start()
    await using session = await openSession(harness, fixture)
    const [first] = await readPages(session, dataType)
    expect(Math.abs(Date.parse(first?.serverTime ?? '') - Date.now())).toBeLessThan(60_000)
  })
}
