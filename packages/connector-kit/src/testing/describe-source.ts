import { AppError, type Page } from '@linkspan/core/connector'
import { expect } from 'vitest'
import type { ConnectorFixture, Disturbance, SourceControls } from './connector-fixture.ts'
import { atMost, everything, idsOf, logCapture, openFor } from './open-context.ts'
import { openSession, type PullAsRuns, type Pulled, pullAsRuns } from './pull-as-runs.ts'
import { needed, type Suite } from './suite.ts'

/** What every source of records promises. */
export function describeSource({ harness, dataType, start, test }: Suite): void {
  const { connector } = harness
  const controlsOf = (fixture: ConnectorFixture): SourceControls => needed(fixture.source, 'controls of its source')
  const pull = (fixture: ConnectorFixture, options?: PullAsRuns): Promise<Pulled> =>
    pullAsRuns(() => openSession(harness, fixture), dataType, options)

  const expectAllOnce = (pages: readonly Page[], fixture: ConnectorFixture) =>
    expect(idsOf(pages).sort()).toEqual([...controlsOf(fixture).ids()].sort())

  /** Pulls everything while something goes wrong with the next call after the first page, or with the first call. */
  async function pullDisturbed(fixture: ConnectorFixture, disturbance: Disturbance): Promise<Pulled> {
    const { disturb, pagesBeforeNextCall } = controlsOf(fixture)
    const act = needed(disturb[disturbance], `disturbance "${disturbance}"`)
    return pull(fixture, { interrupt: { afterPages: pagesBeforeNextCall, act } })
  }

  test('opening a session and asking it for a source calls nobody', async () => {
    await using fixture = await start()
    await using session = await openSession(harness, fixture)
    session.source(dataType)
    expect(fixture.callCount()).toBe(0)
  })

  test('every record comes once, page by page', async () => {
    await using fixture = await start()
    const { pages, failures } = await pull(fixture)
    expect(failures).toEqual([])
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.map(({ next }) => next === null)).toEqual([...pages.slice(1).map(() => false), true])
    expectAllOnce(pages, fixture)
  })

  for (const diesWhen of ['stored', 'told'] as const) {
    const moment = diesWhen === 'stored' ? 'before the source is told that it is stored' : 'after that'
    test(`reading goes on after any page in a new session, without loss or double, ${moment}`, async () => {
      await using fixture = await start()
      const { pages, failures } = await pull(fixture, { diesWhen })
      expect(failures).toEqual([])
      expect(pages.length).toBeGreaterThan(3)
      expectAllOnce(pages, fixture)
    })
  }

  test('an ERP without records gives one empty page', async () => {
    await using fixture = await start({ records: 0 })
    expect((await pull(fixture)).pages).toMatchObject([{ records: [], next: null }])
  })

  for (const [name, options] of [
    ['a last page that is full ends the pull', { records: 14, announcesEmptyPage: false }],
    ['a last page that is short ends the pull', { records: 16, announcesEmptyPage: false }],
    ['a last page that is empty ends the pull', { records: 14, announcesEmptyPage: true }],
  ] as const) {
    test(name, async () => {
      await using fixture = await start(options)
      const { pages, failures } = await pull(fixture)
      expect(failures).toEqual([])
      expectAllOnce(pages, fixture)
      if (options.announcesEmptyPage) expect(pages.at(-1)?.records).toEqual([])
    })
  }

  if (connector.capabilities[dataType]?.pull === 'incremental') {
    test('an incremental pull brings what has changed since, the very time included', async () => {
      await using fixture = await start()
      const { middle, changedSince } = controlsOf(fixture)
      const { pages } = await pull(fixture, { since: middle })
      expect([...new Set(idsOf(pages))].sort()).toEqual([...changedSince(middle)].sort())
    })

    test('records of one change time that lie on both sides of the edge of a page are not lost', async () => {
      const first = '2000-01-01T00:00:00.000Z'
      for (const [tieSize, options] of [
        [5, {}],
        [6, { diesWhen: 'stored' }],
      ] as const) {
        await using fixture = await start({ tieSize })
        const { pages, failures } = await pull(fixture, { since: first, ...options })
        expect(failures).toEqual([])
        expect([...new Set(idsOf(pages))].sort()).toEqual([...controlsOf(fixture).ids()].sort())
      }
    })
  }

  test('the total that the ERP tells is met by its rows', async () => {
    await using fixture = await start()
    const totals = (await pull(fixture)).pages.map(({ total }) => total)
    expect(totals).toEqual(totals.map(() => controlsOf(fixture).ids().length))
  })

  test('a total that the rows do not meet is passed on, or fails, or marks the pull as partial', async () => {
    await using fixture = await start()
    const { pages, failures } = await pullDisturbed(fixture, 'total too high by 5')
    const isTold = pages.slice(1).every(({ total }) => total === controlsOf(fixture).ids().length + 5)
    expect(failures.length > 0 || isTold || pages.some(({ partial }) => partial)).toBe(true)
  })

  test('a total that falls while pages are read fails, or marks the pull as partial', async () => {
    for (const diesWhen of [undefined, 'stored'] as const) {
      await using fixture = await start()
      const { disturb, pagesBeforeNextCall } = controlsOf(fixture)
      const act = needed(disturb['total falling'], 'disturbance "total falling"')
      const interrupt = { afterPages: pagesBeforeNextCall, act }
      const { pages, failures } = await pull(fixture, { interrupt, ...(diesWhen && { diesWhen }) })
      expect(failures.length > 0 || pages.some(({ partial }) => partial)).toBe(true)
    }
  })

  for (const [disturbance, code] of [
    ['throttled for 30 seconds', 'remote.throttled'],
    ['throttled until a date 30 seconds away', 'remote.throttled'],
    ['server error', 'remote.unavailable'],
    ['connection reset', null],
    ['answer cut', 'remote.cut-short'],
  ] as const) {
    test(`after "${disturbance}" reading goes on without loss or double`, async () => {
      await using fixture = await start()
      const { pages, failures } = await pullDisturbed(fixture, disturbance)
      expect(failures).toHaveLength(1)
      const [{ kind, code: given, retryAfterMs = 0 }] = failures as [AppError]
      if (code === null) expect(kind).toBe('transient')
      else expect(given).toBe(code)
      if (code === 'remote.throttled') {
        expect(retryAfterMs).toBeGreaterThan(28_000) // a date is told in whole seconds
        expect(retryAfterMs).toBeLessThanOrEqual(31_000)
      }
      expectAllOnce(pages, fixture)
    })
  }

  test('a login that is lost in mid-run is renewed', async () => {
    await using fixture = await start()
    const { pages, failures } = await pullDisturbed(fixture, 'login lost once')
    expect(failures).toEqual([])
    expectAllOnce(pages, fixture)
  })

  test('a login that is refused in mid-run is named', async () => {
    await using fixture = await start()
    const { failures } = await pullDisturbed(fixture, 'login refused for good')
    expect(failures.at(-1)?.code).toBe('setup.credentials-rejected')
  })

  test('an ill-formed record holds nobody up', async () => {
    await using fixture = await start()
    const act = needed(controlsOf(fixture).disturb['ill-formed records'], 'disturbance "ill-formed records"')
    const { pages, failures } = await pull(fixture, { interrupt: { afterPages: 0, act } })
    expect(failures).toEqual([])
    const ids = controlsOf(fixture).ids()
    const wellFormed = idsOf(pages).filter((id) => ids.includes(id))
    expect(new Set(wellFormed).size).toBe(wellFormed.length)
    expect(wellFormed.length).toBeGreaterThanOrEqual(ids.length - 2)
    expect(idsOf(pages).length).toBeGreaterThanOrEqual(ids.length)
  })

  test('each call waits for its permit', async () => {
    await using fixture = await start()
    const callsBefore: number[] = []
    const onePermit = atMost(1)
    const acquireCall = async () => {
      const permit = await onePermit()
      callsBefore.push(fixture.callCount())
      return permit
    }
    await pullAsRuns(() => openSession(harness, fixture, { acquireCall }), dataType)
    expect(callsBefore.length).toBeGreaterThan(0)
    expect(callsBefore).toEqual(callsBefore.map((_, at) => at))
    expect(fixture.callCount()).toBe(callsBefore.length)
  })

  test('an abort ends reading within a second, with its own reason', async () => {
    await using fixture = await start()
    const controller = new AbortController()
    const reason = new AppError('run.cancelled', 'Somebody pressed the button')
    await using session = await openSession(harness, fixture, { signal: controller.signal })
    const pages = session.source(dataType).pages(everything)[Symbol.asyncIterator]()
    if (controlsOf(fixture).pagesBeforeNextCall > 0) await (await pages.next()).value?.onCommitted?.([])
    const heard = needed(controlsOf(fixture).silence, 'silence')()
    const outcome = (async () => {
      while (!(await pages.next()).done);
    })().then(
      () => null,
      (thrown: unknown) => thrown,
    )
    await heard
    const aborted = performance.now()
    controller.abort(reason)
    expect(await outcome).toBe(reason)
    expect(performance.now() - aborted).toBeLessThan(1000)
  })

  test('leaving the loop and closing the session leaves nothing open', async () => {
    await using fixture = await start()
    const session = await openSession(harness, fixture)
    for await (const page of session.source(dataType).pages(everything)) {
      expect(page.records.length).toBeGreaterThan(0)
      break
    }
    const calls = fixture.callCount()
    await session[Symbol.asyncDispose]()
    await expect.poll(() => fixture.openConnections(), { timeout: 5000 }).toBe(0)
    expect(fixture.callCount()).toBe(calls)
  })

  test('a dry run leaves no traces', async () => {
    await using fixture = await start()
    const before = [await controlsOf(fixture).traces(), new Map(fixture.state.values), fixture.inbox.waiting()]
    await using session = await openSession(harness, fixture)
    const pages: Page[] = []
    for await (const page of session.source(dataType).pages({ ...everything, dryRun: true })) pages.push(page)
    expectAllOnce(pages, fixture)
    expect([await controlsOf(fixture).traces(), new Map(fixture.state.values), fixture.inbox.waiting()]).toEqual(before)
    expectAllOnce((await pull(fixture)).pages, fixture)
  })

  test('no credential is in a log line, an error or a report of a call', async () => {
    const told: string[] = []
    const note = ({ failures }: Pulled) => told.push(...failures.map((error) => `${error.stack} ${JSON.stringify(error.toJSON())}`))
    for (const disturbance of [null, 'server error', 'answer cut', 'connection reset', 'login refused for good'] as const) {
      await using fixture = await start()
      const log = logCapture()
      const overrides = { logger: log.logger, onCall: (call: object) => void told.push(JSON.stringify(call)) }
      const { disturb, pagesBeforeNextCall } = controlsOf(fixture)
      const act = disturbance === null ? undefined : disturb[disturbance]
      const interrupt = act && { interrupt: { afterPages: pagesBeforeNextCall, act } }
      if (disturbance === null || act) note(await pullAsRuns(() => openSession(harness, fixture, overrides), dataType, interrupt))
      if (disturbance === null) note(await pullAsRuns(() => openFor(connector, fixture.rejected, overrides), dataType))
      told.push(...log.lines)
      for (const secret of fixture.secrets) expect(told.join('\n')).not.toContain(secret)
    }
  })
}
