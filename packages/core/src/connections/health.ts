import { z } from 'zod'
import { type Circuit, isInterrupted } from './circuit.ts'
import { type Connection, type RunFindings, TestSummary } from './connection.ts'

/** So many failed runs of one data type in a row make a connection degraded. */
export const failuresUntilDegraded = 3

export const healthStates = ['unknown', 'healthy', 'degraded', 'open', 'probing'] as const

/** How a connection fares, by its last test and by its runs. */
export const ConnectionHealth = TestSummary.partial().extend({
  state: z
    .enum(healthStates)
    .describe(
      `unknown: neither tested nor synced yet. degraded: the last test failed and nothing has succeeded since, or ${failuresUntilDegraded} runs of one data type in a row have failed. open: the ERP cannot be worked with, so syncs wait and Linkspan tests it from time to time. probing: such a test is under way, or has passed, and one sync shows whether the ERP is back.`,
    ),
  since: z.iso.datetime().describe('Since when it has been so.'),
  failuresInARow: z
    .int()
    .describe(
      'How many runs of one data type in a row have failed; the most of any data type. While it is open: of all data types together.',
    ),
  reason: z.string().optional().describe('Why it is degraded or open.'),
  nextProbeAt: z.iso.datetime().optional().describe('When Linkspan tests the ERP next, while it is open.'),
  lastSuccessAt: z.iso.datetime().optional().describe('When a run succeeded last, in any data type.'),
})
export type ConnectionHealth = z.infer<typeof ConnectionHealth>

type State = Pick<ConnectionHealth, 'state' | 'since' | 'reason' | 'nextProbeAt'>

/** Judges a connection. Failures of a data type that is no longer enabled do not count. */
export function healthOf({ createdAt, settings, health: test, runs, circuit }: Connection): ConnectionHealth {
  const enabled = runs?.failures.filter(({ dataType }) => settings.enabledDataTypes.includes(dataType)) ?? []
  const [worst] = enabled.toSorted((one, other) => other.count - one.count)
  const { state: _, ...tested } = test ?? {}
  const count = worst?.count ?? 0
  return {
    ...tested,
    ...(isInterrupted(circuit)
      ? { ...interrupted(circuit), failuresInARow: Math.max(count, circuit.failures) }
      : { ...stateOf(createdAt, test, worst, runs), failuresInARow: count }),
    ...(runs?.lastSuccessAt && { lastSuccessAt: runs.lastSuccessAt }),
  }
}

const interrupted = ({ phase, isProbing, openedAt, reason, nextProbeAt }: Circuit): State =>
  phase === 'half-open' || isProbing
    ? { state: 'probing', since: openedAt, reason }
    : { state: 'open', since: openedAt, reason, nextProbeAt }

function stateOf(
  createdAt: string,
  test: TestSummary | undefined,
  worst: RunFindings['failures'][number] | undefined,
  runs: RunFindings | undefined,
): State {
  if (worst && worst.count >= failuresUntilDegraded)
    return {
      state: 'degraded',
      since: worst.since,
      reason: `${worst.count} runs of ${worst.dataType} in a row have failed: ${worst.reason}`,
    }
  const lastSuccessAt = runs?.lastSuccessAt ?? null
  if (test?.state === 'failing' && (lastSuccessAt === null || test.checkedAt > lastSuccessAt))
    return { state: 'degraded', since: test.checkedAt, reason: test.message }
  const since = runs?.healthySince ?? (test?.state === 'ok' ? test.checkedAt : null)
  return since === null ? { state: 'unknown', since: createdAt } : { state: 'healthy', since }
}
