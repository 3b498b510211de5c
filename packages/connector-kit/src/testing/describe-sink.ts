import {
  type AcceptedRecord,
  AppError,
  type OpenContext,
  type OutgoingRecord,
  type RecordSink,
  type Session,
  type WriteOutcome,
} from '@linkspan/core/connector'
import { expect } from 'vitest'
import type { ConnectorFixture } from './connector-fixture.ts'
import { describePreviews } from './describe-previews.ts'
import { logCapture, unlimited } from './open-context.ts'
import { failureOf, openSession } from './pull-as-runs.ts'
import { needed, type Suite } from './suite.ts'
import { controlsOf, disturb, refusedForAll, retryUnanswered, undecided, withSink } from './with-sink.ts'

/** What became of a write: its outcome, or `not-sent` if it threw, as it does only if the ERP has surely not taken it. */
type Kind = WriteOutcome['kind'] | 'not-sent'

/** What every sink of records promises. */
export function describeSink(suite: Suite): void {
  const { harness, dataType, start, test } = suite

  const using = <Result>(fixture: ConnectorFixture, work: (sink: RecordSink) => Promise<Result>, overrides?: Partial<OpenContext>) =>
    withSink(suite, fixture, work, overrides)
  const write = (fixture: ConnectorFixture, record: OutgoingRecord, overrides?: Partial<OpenContext>) =>
    using(fixture, (sink) => sink.write(record), overrides)
  const find = (fixture: ConnectorFixture, record: OutgoingRecord) => using(fixture, (sink) => sink.find(record))
  const kindOf = (outcome: Promise<WriteOutcome>): Promise<Kind> =>
    outcome.then(
      ({ kind }) => kind,
      () => 'not-sent',
    )

  async function create(fixture: ConnectorFixture, reference: string): Promise<AcceptedRecord> {
    const outcome = await write(fixture, controlsOf(fixture).order(reference))
    if (outcome.kind !== 'accepted') throw new Error(`The order was not accepted: ${JSON.stringify(outcome)}`)
    return outcome.record
  }

  const sinkOf = (session: Session): RecordSink => needed(session.sink?.(dataType), 'sink')

  test('opening a session and asking it for a sink calls nobody', async () => {
    await using fixture = await start()
    await using session = await openSession(harness, fixture)
    session.sink?.(dataType)
    expect(fixture.callCount()).toBe(0)
  })

  test('a record is created once, and the ERP tells its id', async () => {
    await using fixture = await start()
    expect((await create(fixture, 'O-1')).erpId).not.toBe('')
    expect(await controlsOf(fixture).timesStored('O-1')).toBe(1)
  })

  test('a record that was created is found by its reference, with the same id', async () => {
    await using fixture = await start()
    const { erpId } = await create(fixture, 'O-1')
    await create(fixture, 'O-2')
    expect(await find(fixture, controlsOf(fixture).order('O-1'))).toMatchObject({ erpId })
  })

  test('a record that was never sent is surely absent', async () => {
    await using fixture = await start()
    await create(fixture, 'O-1')
    expect(await find(fixture, controlsOf(fixture).order('O-2'))).toBeNull()
  })

  test('a look-up that fails does not say that the record is absent', async () => {
    await using fixture = await start()
    await create(fixture, 'O-1')
    await disturb(fixture, 'look-up fails')
    expect((await failureOf(find(fixture, controlsOf(fixture).order('O-1')))).kind).toBe('transient')
  })

  test('a change of a record is accepted', async () => {
    await using fixture = await start()
    const known = await create(fixture, 'O-1')
    const outcome = await write(fixture, controlsOf(fixture).change('O-1', known))
    expect(outcome).toMatchObject({ kind: 'accepted', record: { erpId: known.erpId } })
  })

  test('a change of a record that somebody else has changed meanwhile is stale', async () => {
    await using fixture = await start()
    const controls = controlsOf(fixture)
    const edit = needed(controls.edit, 'edit')
    const known = await create(fixture, 'O-1')
    edit(known)
    expect(await write(fixture, controls.change('O-1', known))).toEqual({ kind: 'stale' })
  })

  describePreviews(suite)

  test("a refusal is told in the ERP's own words", async () => {
    await using fixture = await start()
    const { record, words } = needed(controlsOf(fixture).refusable, 'order that is refused')('O-1')
    expect(await write(fixture, record)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(words) })
    expect(await controlsOf(fixture).timesStored('O-1')).toBe(0)
  })

  for (const [disturbance, code] of refusedForAll) {
    test(`"${disturbance}" concerns all records: it is thrown, and nothing was taken`, async () => {
      await using fixture = await start()
      await disturb(fixture, disturbance)
      expect((await failureOf(write(fixture, controlsOf(fixture).order('O-1')))).code).toBe(code)
      expect(await controlsOf(fixture).timesStored('O-1')).toBe(0)
    })
  }

  test('an ERP that cannot be reached has taken nothing', async () => {
    await using fixture = await start()
    await fixture.stop()
    expect((await failureOf(write(fixture, controlsOf(fixture).order('O-1')))).code).toBe('remote.unreachable')
  })

  for (const disturbance of undecided) {
    test(`after "${disturbance}" nobody knows, and a look-up settles it`, async () => {
      await using fixture = await start()
      await disturb(fixture, disturbance)
      expect((await write(fixture, controlsOf(fixture).order('O-1'))).kind).toBe('unknown')
      await using session = await openSession(harness, fixture)
      await retryUnanswered(sinkOf(session), controlsOf(fixture), controlsOf(fixture).order('O-1'))
    })
  }

  test('an answer may be cut after any of its bytes: it is never a refusal, and the record is created once', async () => {
    await using fixture = await start()
    const controls = controlsOf(fixture)
    const { cutWithinLast = Number.POSITIVE_INFINITY, sessionOutlivesConnection } = controls
    const cutEvery = process.env.EVERY_BYTE === '1' ? 1 : controls.cutEvery
    const referenceOf = (number: number) => `C-${String(number).padStart(5, '0')}`
    const open = () => openSession(harness, fixture, { timeoutMs: 2000 })
    const kinds = new Set<Kind>()
    let session = await open()
    const writeIn = (record: OutgoingRecord) => kindOf(sinkOf(session).write(record))
    const reopen = async () => {
      await session[Symbol.asyncDispose]()
      session = await open()
    }
    if (sessionOutlivesConnection) expect(await writeIn(controls.order(referenceOf(0)))).toBe('accepted')
    const before = controls.received()
    expect(await writeIn(controls.order(referenceOf(1)))).toBe('accepted')
    const length = controls.received() - before
    for (let bytes = Math.max(0, length - cutWithinLast); bytes <= length; bytes += cutEvery) {
      if (!sessionOutlivesConnection) await reopen()
      const record = controls.order(referenceOf(bytes + 2))
      controls.cutAfter(bytes)
      const kind = await writeIn(record)
      controls.cutAfter(null)
      kinds.add(kind)
      const wanted = { 'not-sent': 0, accepted: 1 }[kind as string]
      if (wanted !== undefined) expect(await controls.timesStored(record.reference), `${kind}, cut after ${bytes} bytes`).toBe(wanted)
      if (!sessionOutlivesConnection) await reopen()
      await retryUnanswered(sinkOf(session), controls, record)
    }
    await session[Symbol.asyncDispose]()
    expect(kinds).toContain('unknown')
    for (const kind of ['refused', 'stale'] as const) expect(kinds).not.toContain(kind)
  })

  test('ten records are there once each, however many requests and answers are lost', async () => {
    await using fixture = await start()
    const references = Array.from({ length: 10 }, (_, number) => `O-${number}`)
    for (const [number, reference] of references.entries()) {
      if (number % 2 === 0) await disturb(fixture, 'answer lost')
      if (number % 3 === 0) await disturb(fixture, 'request lost')
      for (let isTaken = false; !isTaken; ) {
        const record = controlsOf(fixture).order(reference)
        const outcome = await write(fixture, record)
        expect(['accepted', 'unknown']).toContain(outcome.kind)
        isTaken = outcome.kind === 'accepted' || (await find(fixture, record)) !== null
      }
    }
    expect(await Promise.all(references.map((reference) => controlsOf(fixture).timesStored(reference)))).toEqual(references.map(() => 1))
  })

  test('each call of a write waits for its permit', async () => {
    await using fixture = await start()
    const callsBefore: number[] = []
    const acquireCall = async () => {
      callsBefore.push(fixture.callCount())
      return unlimited()
    }
    await write(fixture, controlsOf(fixture).order('O-1'), { acquireCall })
    expect(callsBefore.length).toBeGreaterThan(0)
    expect(callsBefore).toEqual(callsBefore.map((_, at) => at))
    expect(fixture.callCount()).toBe(callsBefore.length)
  })

  test('an abort ends a write within a second, and is no refusal', async () => {
    await using fixture = await start()
    const controller = new AbortController()
    const heard = needed(controlsOf(fixture).silence, 'silence')()
    const outcome = kindOf(write(fixture, controlsOf(fixture).order('O-1'), { signal: controller.signal, timeoutMs: 30_000 }))
    await heard
    const aborted = performance.now()
    controller.abort(new AppError('run.cancelled', 'Somebody pressed the button'))
    expect(['unknown', 'not-sent']).toContain(await outcome)
    expect(performance.now() - aborted).toBeLessThan(1000)
  })

  test('no credential is in a log line, an outcome, an error or a report of a call', async () => {
    const log = logCapture()
    const told: unknown[] = []
    const overrides = { logger: log.logger, onCall: (call: object) => void told.push(call) }
    const disturbances = [
      'permission missing',
      'server error after storing',
      'answer lost',
      'answer that cannot be read',
      'login refused',
    ] as const
    for (const disturbance of disturbances) {
      await using fixture = await start()
      const { refusable, order, disturb: available } = controlsOf(fixture)
      if (refusable) told.push(await write(fixture, refusable('O-1').record, overrides))
      await available[disturbance]?.()
      told.push(await write(fixture, order('O-2'), overrides).catch((thrown: Error) => [thrown, thrown.stack]))
      for (const secret of fixture.secrets) expect([JSON.stringify(told), ...log.lines].join('\n')).not.toContain(secret)
    }
    expect(told.length).toBeGreaterThanOrEqual(disturbances.length)
  })
}
