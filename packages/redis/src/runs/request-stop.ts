import type { RunError } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { fence } from './fence.ts'
import { redisClock } from './redis-clock.ts'

/** The request is stored in any case: a worker that claims the run in the same moment finds it. */
const script = defineScript({
  name: 'linkspanRequestStop',
  keys: ['run', 'leases'],
  args: { id: 'text', error: 'text', channel: 'text' },
  include: [fence, redisClock],
  lua: `
local status = redis.call('HGET', run, 'status')
if hasEnded(status) then return 'ended' end
redis.call('HSET', run, 'stop', error)
redis.call('PUBLISH', channel, 'stop')
local lease = redis.call('ZSCORE', leases, id)
return status == 'syncing' and lease and tonumber(lease) > clockMs() and 'requested' or 'unheld'
`,
})

/** Asks the worker that holds a run to stop. `unheld`: no live worker holds it. */
export function requestStopScript(client: RedisClient, keys: Keys) {
  const call = script.on(client)
  return async (run: { readonly id: string; readonly connectionId: string }, error: RunError) =>
    (await call({
      keys: { run: keys.run(run.id), leases: keys.leases(run.connectionId) },
      args: { id: run.id, error: JSON.stringify(error), channel: keys.channel(run.id) },
    })) as 'requested' | 'unheld' | 'ended'
}
