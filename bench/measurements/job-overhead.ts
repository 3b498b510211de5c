import { startRedis } from '@linkspan/simulators'
import { startChild } from '../child.ts'
import type { Measurement } from '../measurement.ts'
import type { NoopRequest, NoopResponse } from '../noop-jobs.ts'
import { alternate } from '../rounds.ts'
import { median } from '../statistics.ts'

const concurrency = 10

/** The overhead of our consumer compared with BullMQ's own worker, with jobs that do nothing. */
export const jobOverhead: Measurement = {
  title: 'Jobs that do nothing',
  async run({ rounds, size }) {
    const jobs = size(20_000, 2000)
    await using redis = await startRedis()
    const module = new URL('../noop-jobs.ts', import.meta.url)
    await using ours = startChild<NoopRequest, NoopResponse>(module)
    await using bare = startChild<NoopRequest, NoopResponse>(module)
    const latencies: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
    const ask = async (side: 'ours' | 'bare') => {
      const answer = await (side === 'ours' ? ours : bare).ask({ redisUrl: redis.url, side, jobs, concurrency })
      latencies[side].push(median(answer.latenciesMs))
      return answer.jobsPerSecond
    }
    const rates = await alternate(rounds, { baseline: () => ask('bare'), product: () => ask('ours') })
    const sides = (of: { readonly product: readonly number[]; readonly baseline: readonly number[] }) => ({
      product: { label: 'our consumer', rounds: of.product },
      baseline: { label: 'bare BullMQ', rounds: of.baseline },
    })
    return {
      sizes: { jobs, concurrency },
      findings: [
        { what: 'jobs drained', unit: 'jobs/s', ...sides(rates), target: { atLeast: 0.7 } },
        {
          what: 'from adding to handling, idle',
          unit: 'ms',
          ...sides({ product: latencies.ours.slice(1), baseline: latencies.bare.slice(1) }),
          target: null,
        },
      ],
    }
  },
}
