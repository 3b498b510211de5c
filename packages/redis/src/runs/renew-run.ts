import type { Claim } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { fence, throwIfRejected, throwIfStopped } from './fence.ts'
import { leaseMs, redisClock } from './redis-clock.ts'

const script = defineScript({
  name: 'linkspanRenewRun',
  keys: ['run', 'leases'],
  args: { id: 'text', epoch: 'text', leaseMs: 'number' },
  include: [fence, redisClock],
  lua: `
local rejection, stop = fence(run, epoch, 'stop')
if rejection then return {rejection} end
redis.call('ZADD', leases, clockMs() + leaseMs, id)
return {'OK', stop}
`,
})

/** Extends the lease of a claim. Throws if the claim is void, or if its holder was asked to stop. */
export function renewRunScript(client: RedisClient, keys: Keys) {
  const call = script.on(client)
  return async ({ runId, connectionId, epoch }: Claim): Promise<void> => {
    const [answer, stop] = (await call({
      keys: { run: keys.run(runId), leases: keys.leases(connectionId) },
      args: { id: runId, epoch, leaseMs },
    })) as [string, (string | null)?]
    throwIfRejected(answer, runId)
    throwIfStopped(stop)
  }
}
