import type { OpenContext, RecordSink } from '@linkspan/core/connector'
import type { ConnectorFixture, SinkControls } from './connector-fixture.ts'
import { openSession } from './pull-as-runs.ts'
import { needed, type Suite } from './suite.ts'

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
