import type { AppError, Connector, DataTypeId, Session } from '@linkspan/core/connector'
import type { Simulator } from '@linkspan/simulators'
import { describe, expect, test } from 'vitest'
import { everything, idsOf, logCapture, openFor, readPages, readResuming, type TestConnection } from './open-context.ts'

/** A connector and a simulated ERP for it. */
export interface ConnectorHarness {
  readonly connector: Connector
  readonly dataType: DataTypeId
  /** Starts an ERP with more than three pages of seven records of the data type. */
  start(): Promise<ConnectorFixture>
}

export interface ConnectorFixture extends AsyncDisposable {
  readonly erp: Simulator
  readonly connection: TestConnection
  /** The same with credentials that the ERP refuses. */
  readonly refused: TestConnection
  /** No text that leaves a session may have one of these in it. */
  readonly secrets: readonly string[]
  /** The ids of all records there are. */
  ids(): readonly string[]
}

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

/** What every connector promises, against a simulated ERP of its kind. */
export function describeConnector(name: string, { connector, dataType, start }: ConnectorHarness): void {
  const failureOf = async (session: Session): Promise<AppError> =>
    readPages(session, dataType).then(
      () => expect.unreachable('the pages came'),
      (thrown: AppError) => thrown,
    )

  describe(name, () => {
    test('accepts credentials, and says step by step what it found', async () => {
      await using fixture = await start()
      await using session = await openFor(connector, fixture.connection)
      const found: string[] = []
      for (const step of session.checks()) found.push(`${step.name}: ${await step.run()}`)
      expect(found.map((line) => line.split(':')[0])).toEqual(['DNS', 'TCP/TLS', 'Authentication', 'Clock'])
      expect(found[1]).toContain('not encrypted')
    })

    test('names rejected credentials', async () => {
      await using fixture = await start()
      await using session = await openFor(connector, fixture.refused)
      const step = session.checks().find((each) => each.name === 'Authentication')
      await expect(step?.run()).rejects.toMatchObject({ code: 'setup.credentials-rejected' })
      expect((await failureOf(session)).code).toBe('setup.credentials-rejected')
    })

    test('opening a session calls nobody', async () => {
      await using fixture = await start()
      await using session = await openFor(connector, fixture.connection)
      session.checks()
      session.source(dataType)
      expect(fixture.erp.requestCount).toBe(0)
    })

    test('delivers every record once, page by page', async () => {
      await using fixture = await start()
      await using session = await openFor(connector, fixture.connection)
      const pages = await readPages(session, dataType)
      expect(pages.length).toBeGreaterThan(3)
      expect(pages.map(({ next }) => next === null)).toEqual([...pages.slice(1).map(() => false), true])
      expect(idsOf(pages).sort()).toEqual([...fixture.ids()].sort())
      expect(pages[0]?.serverTime).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
    })

    test('resumes after any page without loss', async () => {
      await using fixture = await start()
      const ids = idsOf(await readResuming(() => openFor(connector, fixture.connection), dataType))
      expect(ids.sort()).toEqual([...fixture.ids()].sort())
    })

    test('asks for a permit before every call', async () => {
      await using fixture = await start()
      let acquired = 0
      await using session = await openFor(connector, fixture.connection, {
        acquireCall: async () => {
          acquired++
          return { [Symbol.dispose]() {} }
        },
      })
      await readPages(session, dataType)
      expect(acquired).toBe(fixture.erp.requestCount)
    })

    test.each(faults)('calls "%s" %s, without a secret in error or log', async (kind, code) => {
      await using fixture = await start()
      fixture.erp.faults.add({ kind, times: 'always' })
      const heard = logCapture()
      const { settings, credentials } = fixture.connection
      const limited = { credentials, settings: { ...settings, maxResponseBytes: 100_000 } }
      await using session = await openFor(connector, limited, { logger: heard.logger })
      const error = await failureOf(session)
      expect(error.code).toBe(code)
      const told = [JSON.stringify(error.toJSON()), ...heard.lines].join('\n')
      for (const secret of fixture.secrets) expect(told).not.toContain(secret)
    })

    test('says how long to wait when throttled, in seconds or by a date', async () => {
      for (const retryAfterAsDate of [false, true]) {
        await using fixture = await start()
        fixture.erp.faults.add({ kind: 'throttled', retryAfterSeconds: 30, retryAfterAsDate })
        await using session = await openFor(connector, fixture.connection)
        const { retryAfterMs = 0 } = await failureOf(session)
        expect(retryAfterMs).toBeGreaterThan(28_000)
        expect(retryAfterMs).toBeLessThanOrEqual(31_000) // dates in headers are whole seconds
      }
    })

    test('takes a 503 with Retry-After for throttling', async () => {
      await using fixture = await start()
      fixture.erp.faults.add({ kind: 'unavailable', retryAfterSeconds: 5 })
      await using session = await openFor(connector, fixture.connection)
      expect(await failureOf(session)).toMatchObject({ code: 'remote.throttled', retryAfterMs: 5000 })
    })

    test('a server that has gone is unreachable', async () => {
      const fixture = await start()
      await fixture[Symbol.asyncDispose]()
      await using session = await openFor(connector, fixture.connection)
      expect((await failureOf(session)).code).toBe('remote.unreachable')
    })

    test('never follows a redirect to another origin', async () => {
      await using fixture = await start()
      await using stranger = await start()
      fixture.erp.faults.add({ kind: 'redirect', location: `${stranger.erp.url}/products`, times: 'always' })
      await using session = await openFor(connector, fixture.connection)
      expect((await failureOf(session)).code).toBe('setup.redirect-refused')
      expect(stranger.erp.requestCount).toBe(0)
    })

    test('an answer that never comes, or drips, meets the deadline', async () => {
      for (const kind of ['hang', 'slow-drip'] as const) {
        await using fixture = await start()
        fixture.erp.faults.add({ kind, times: 'always', intervalMs: 20, chunkBytes: 4 })
        await using session = await openFor(connector, fixture.connection, { timeoutMs: 300 })
        expect((await failureOf(session)).code).toBe('remote.timeout')
      }
    })

    test('an abort ends a call at once, with its own reason', async () => {
      await using fixture = await start()
      fixture.erp.hold()
      const controller = new AbortController()
      await using session = await openFor(connector, fixture.connection, { signal: controller.signal })
      const failure = failureOf(session)
      await fixture.erp.whenRequested(1)
      const { AppError } = await import('@linkspan/core')
      const reason = new AppError('run.cancelled', 'Somebody pressed the button')
      const aborted = performance.now()
      controller.abort(reason)
      expect(await failure).toBe(reason)
      expect(performance.now() - aborted).toBeLessThan(1000)
    })

    test('private addresses are closed where the policy says so', async () => {
      await using fixture = await start()
      await using session = await openFor(connector, fixture.connection, { outbound: { allowPrivate: false } })
      expect((await failureOf(session)).code).toBe('setup.address-forbidden')
      await expect(session.checks()[0]?.run()).rejects.toMatchObject({ code: 'setup.address-forbidden' })
      expect(fixture.erp.requestCount).toBe(0)
    })

    test('paging that goes in circles is noticed', async () => {
      await using fixture = await start()
      fixture.erp.faults.add({ kind: 'repeat-cursor' })
      await using session = await openFor(connector, fixture.connection)
      expect((await failureOf(session)).code).toBe('remote.cursor-repeated')
    })

    test('bad rows are records too, for the engine to reject', async () => {
      await using fixture = await start()
      fixture.erp.faults.add({ kind: 'invalid-records', records: 2 })
      await using session = await openFor(connector, fixture.connection)
      expect(idsOf(await readPages(session, dataType))).toHaveLength(fixture.ids().length)
    })

    test('leaving the loop and closing the session leaves nothing open', async () => {
      await using fixture = await start()
      await using session = await openFor(connector, fixture.connection)
      for await (const page of session.source(dataType).pages(everything)) {
        expect(page.records.length).toBeGreaterThan(0)
        break
      }
      const pages = fixture.erp.requests.filter(({ path }) => !path.endsWith('/token'))
      expect(pages).toHaveLength(1)
    })
  })
}
