import type { Claim, Clock, ExecutionTime, Run, RunWait } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { type Keys, memberOfRun } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { fence, throwIfRejected, throwIfStopped } from './fence.ts'
import { phaseSteps, printSpent } from './phases.ts'
import { timeBucketSteps } from './time-buckets.ts'

const script = defineScript({
  name: 'linkspanReleaseRun',
  keys: ['run', 'phases', 'leases', 'indexSyncing', 'indexScheduled'],
  args: {
    id: 'text',
    member: 'text',
    epoch: 'text',
    attempts: 'text',
    failures: 'text',
    throttledSince: 'text',
    error: 'text',
    channel: 'text',
    now: 'number',
    wait: 'text',
    spent: 'text',
    calls: 'text',
  },
  include: [fence, phaseSteps, timeBucketSteps],
  lua: `
local rejection, stop = fence(run, epoch, 'stop')
if rejection then return {rejection} end
if stop then return {'STOPPED', stop} end
redis.call('HSET', run, 'status', 'scheduled', 'holder', '', 'losses', 0,
  'attempts', attempts, 'failures', failures, 'throttledSince', throttledSince, 'error', error)
beginPhase(run, phases, now, cjson.decode(wait))
addSpent(run, spent)
addCalls(run, calls)
redis.call('ZREM', leases, id)
redis.call('ZREM', indexSyncing, member)
redis.call('ZADD', indexScheduled, 0, member)
redis.call('PUBLISH', channel, 'released')
return {'OK'}
`,
})

/** Puts a run back to wait, with the state it goes on from. Throws if the claim is void, or if its holder was asked to stop. */
export function releaseRunScript(client: RedisClient, keys: Keys, clock: Clock) {
  const call = script.on(client)
  return async (
    { runId, connectionId, epoch }: Claim,
    { attempts, failures, throttledSince, error }: Pick<Run, 'attempts' | 'failures' | 'throttledSince' | 'error'>,
    wait: RunWait = { kind: 'queued', reason: 'unknown', until: null },
    spent?: ExecutionTime,
  ): Promise<void> => {
    const [answer, stop] = (await call({
      keys: {
        run: keys.run(runId),
        phases: keys.phases(runId),
        leases: keys.leases(connectionId),
        indexSyncing: keys.runIndex(connectionId, 'status:syncing'),
        indexScheduled: keys.runIndex(connectionId, 'status:scheduled'),
      },
      args: {
        id: runId,
        member: memberOfRun(runId),
        epoch,
        attempts,
        failures,
        throttledSince: throttledSince === null ? null : Date.parse(throttledSince),
        error: error === null ? null : JSON.stringify(error),
        channel: keys.channel(runId),
        now: clock.now().getTime(),
        wait: JSON.stringify({ kind: wait.kind, reason: wait.reason, ...(wait.until && { until: wait.until.getTime() }) }),
        spent: printSpent(spent),
        calls: JSON.stringify(spent?.calls ?? {}),
      },
    })) as [string, string?]
    throwIfStopped(stop)
    throwIfRejected(answer, runId)
  }
}
