import type { ErrorCode, OpenContext, OutgoingRecord, RecordSink } from '@linkspan/core/connector'
import { expect } from 'vitest'
import type { ConnectorFixture, SinkControls, WriteDisturbance } from './connector-fixture.ts'
import { openSession } from './pull-as-runs.ts'
import { needed, type Suite } from './suite.ts'

/** What a connection that cannot be worked with says to a write, and the code of it: it concerns all records. */
export const refusedForAll = [
  ['throttled', 'remote.throttled'],
  ['login refused', 'setup.credentials-rejected'],
  ['permission missing', 'setup.permission-missing'],
] as const satisfies readonly (readonly [WriteDisturbance, ErrorCode])[]

/** After these nobody knows what became of a write. */
export const undecided = [
  'server error before storing',
  'server error after storing',
  'answer lost',
  'request lost',
  'answer that cannot be read',
] as const satisfies readonly WriteDisturbance[]

export const disturb = async (fixture: ConnectorFixture, disturbance: WriteDisturbance): Promise<void> =>
  needed(controlsOf(fixture).disturb[disturbance], `disturbance "${disturbance}"`)()

/** Goes on as a push does after a write of which nobody knows: looks the record up, and sends it again only if it is not there. */
export async function retryUnanswered(sink: RecordSink, { timesStored }: SinkControls, record: OutgoingRecord): Promise<void> {
  if ((await sink.find(record)) === null) expect((await sink.write(record)).kind).toBe('accepted')
  expect(await timesStored(record.reference), record.reference).toBe(1)
}

export const controlsOf = (fixture: ConnectorFixture): SinkControls => needed(fixture.sink, 'controls of its sink')

/** Does something with the sink of a suite's data type, in a session of its own. */
export async function withSink<Result>(
  { harness, dataType }: Pick<Suite, 'harness' | 'dataType'>,
  fixture: ConnectorFixture,
  work: (sink: RecordSink) => Promise<Result>,
  overrides: Partial<OpenContext> = {},
): Promise<Result> {
  await using session = await openSession(harness, fixture, { timeoutMs: 2000, ...overrides })
  return await work(needed(session.sink?.(dataType), 'sink'))
}
