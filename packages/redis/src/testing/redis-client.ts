import { silentLogger } from '@linkspan/core'
import { startRedis } from '@linkspan/simulators'
import { connect } from '../client.ts'

/** A Redis of its own, and a client of it. */
export async function startRedisClient() {
  const redis = await startRedis()
  const client = connect({ kind: 'single', url: redis.url }, 'wait', silentLogger)
  return {
    client,
    async [Symbol.asyncDispose]() {
      client.disconnect()
      await redis[Symbol.asyncDispose]()
    },
  }
}

export type RedisClientFixture = Awaited<ReturnType<typeof startRedisClient>>
