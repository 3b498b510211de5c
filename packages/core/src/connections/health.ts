import { z } from 'zod'
import { type Connection, type RunFindings, TestSummary } from './connection.ts'

/** So many failed runs of one data type in a row make a connection degraded. */
export const failuresUntilDegraded = 3

export const healthStates = ['unknown', 'healthy', 'degraded'] as const

/** How a connection fares, by its last test and by its runs. */
export const ConnectionHealth = TestSummary.partial().extend({
  state: z
    .enum(healthStates)
    .describe(
      `unknown: neither tested nor synced yet. degraded: the last test failed and nothing has succeeded since, or ${failuresUntilDegraded} runs of one data type in a row have failed.`,
    ),
  since: z.iso.datetime().describe('Since when it has been so.'),
  failuresInARow: z.int().describe('How many runs of one data type in a row have failed; the most of any data type.'),
  reason: z.string().optional().describe('Why it is degraded.'),
  lastSuccessAt: z.iso.datetime().optional().describe('When a run succeeded last, in any data type.'),
})
export type ConnectionHealth = z.infer<typeof ConnectionHealth>

type State = Pick<ConnectionHealth, 'state' | 'since' | 'reason'>

/** Judges a connection. Failures of a data type that is no longer enabled do not count. */
export function healthOf({ createdAt, settings, health: test, runs }: Connection): ConnectionHealth {
  const enabled = runs?.failures.filter(({ dataType }) => settings.enabledDataTypes.includes(dataType)) ?? []
  const [worst] = enabled.toSorted((one, other) => other.count - one.count)
  const { state: _, ...tested } = test ?? {}
  return {
    ...tested,
    ...stateOf(createdAt, test, worst, runs),
    failuresInARow: worst?.count ?? 0,
    ...(runs?.lastSuccessAt && { lastSuccessAt: runs.lastSuccessAt }),
  }
}

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
