import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { redisClock } from './redis-clock.ts'

const script = defineScript({
  name: 'linkspanNextParked',
  keys: ['leases', 'parked'],
  args: { concurrency: 'number' },
  include: [redisClock],
  lua: `
redis.call('ZREMRANGEBYSCORE', leases, '-inf', clockMs())
if redis.call('ZCARD', leases) >= concurrency then return false end
return redis.call('ZPOPMIN', parked)[1]
`,
})

/** Takes the run that has been parked longest, if its connection has a free place. Null if there is none, or no place. */
export function nextParkedScript(client: RedisClient, keys: Keys, concurrency: number) {
  const call = script.on(client)
  return async (connectionId: string): Promise<string | null> => {
    const answer = await call({
      keys: { leases: keys.leases(connectionId), parked: keys.parked(connectionId) },
      args: { concurrency },
    })
    return answer as string | null
  }
}
