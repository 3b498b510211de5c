import type { BatchedOutcome, BatchWriter, OutgoingRecord, RecordSink } from '@linkspan/core/connector'
import { expect } from 'vitest'
import type { ConnectorFixture } from './connector-fixture.ts'
import { failureOf } from './pull-as-runs.ts'
import { needed, type Suite } from './suite.ts'
import { controlsOf, disturb, refusedForAll, retryUnanswered, undecided, withSink } from './with-sink.ts'

/** What every sink promises that writes new records in batches. */
export function describeBatches(suite: Suite): void {
  const { harness, start, test } = suite
  const references = ['O-1', 'O-2', 'O-3'] as const

  const using = async <Result>(fixture: ConnectorFixture, work: (sink: RecordSink, batches: BatchWriter) => Promise<Result>) => {
    const { connection } = fixture
    const settings = { ...connection.settings, ...harness.batchSettings }
    return withSink(suite, { ...fixture, connection: { ...connection, settings } }, (sink) => work(sink, needed(sink.batches, 'batches')))
  }
  const orders = (fixture: ConnectorFixture): readonly OutgoingRecord[] => references.map(controlsOf(fixture).order)
  const write = (fixture: ConnectorFixture, records = orders(fixture)) => using(fixture, (_, batches) => batches.write(records))
  const stored = (fixture: ConnectorFixture) => Promise.all(references.map((reference) => controlsOf(fixture).timesStored(reference)))

  /** Goes on as a push does: looks up what nobody knows of, and sends what is not there. */
  async function settle(fixture: ConnectorFixture, records: readonly OutgoingRecord[], outcomes: readonly BatchedOutcome[]): Promise<void> {
    const open = records.filter((_, at) => outcomes[at]?.kind !== 'accepted')
    await using(fixture, async (sink) => {
      for (const record of open) await retryUnanswered(sink, controlsOf(fixture), record)
    })
    for (const { reference } of records) expect(await controlsOf(fixture).timesStored(reference), reference).toBe(1)
  }

  test('several new records go in one call, and each has its own id', async () => {
    await using fixture = await start()
    const outcomes = await write(fixture)
    expect(outcomes.map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted'])
    const sent = (await controlsOf(fixture).lastSent()).body
    for (const reference of references) expect(sent).toContain(reference)
    const found = await using(fixture, (sink) => Promise.all(orders(fixture).map((record) => sink.find(record))))
    expect(outcomes.map((outcome) => outcome.kind === 'accepted' && outcome.record.erpId)).toEqual(found.map((one) => one?.erpId))
    expect(new Set(found.map((one) => one?.erpId)).size).toBe(3)
    expect(await stored(fixture)).toEqual([1, 1, 1])
  })

  test('one that is refused keeps none of the others back', async () => {
    await using fixture = await start()
    const { record, words } = needed(controlsOf(fixture).refusable, 'order that is refused')('O-2')
    const [first, , third] = orders(fixture) as [OutgoingRecord, OutgoingRecord, OutgoingRecord]
    const outcomes = await write(fixture, [first, record, third])
    expect(outcomes).toMatchObject([{ kind: 'accepted' }, { kind: 'refused', reason: expect.stringMatching(words) }, { kind: 'accepted' }])
    expect(await stored(fixture)).toEqual([1, 0, 1])
  })

  for (const [disturbance, code] of refusedForAll) {
    test(`"${disturbance}" concerns all records of the batch: it is thrown, and nothing was taken`, async () => {
      await using fixture = await start()
      await disturb(fixture, disturbance)
      expect((await failureOf(write(fixture))).code).toBe(code)
      expect(await stored(fixture)).toEqual([0, 0, 0])
    })
  }

  for (const disturbance of undecided) {
    test(`after "${disturbance}" nobody knows of any record of the batch, and look-ups settle each`, async () => {
      await using fixture = await start()
      await disturb(fixture, disturbance)
      const outcomes = await write(fixture)
      expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'unknown'])
      await settle(fixture, orders(fixture), outcomes)
    })
  }

  test('an answer may be cut anywhere: no record of the batch is refused, and each is created once', async () => {
    await using fixture = await start()
    const controls = controlsOf(fixture)
    const before = controls.received()
    await write(fixture)
    const length = controls.received() - before
    const step = Math.max(1, Math.floor(length / 25))
    const kinds = new Set<string>()
    for (let bytes = 0; bytes <= length; bytes += step) {
      const records = references.map((reference) => controls.order(`${reference}-${bytes}`))
      controls.cutAfter(bytes)
      const outcomes = await write(fixture, records).catch(() => [])
      controls.cutAfter(null)
      for (const { kind } of outcomes) kinds.add(kind)
      await settle(fixture, records, outcomes)
    }
    expect(kinds).toContain('unknown')
    expect([...kinds].filter((kind) => !['accepted', 'unknown'].includes(kind))).toEqual([])
  })
}
