import { findFreePort, type RedisServer, startRedis } from '@linkspan/simulators'
import { startSentinelPair } from '../packages/redis/src/testing/sentinel-pair.ts'

export interface ChaosRedis extends AsyncDisposable {
  /** The one that is the master at first. */
  readonly server: RedisServer
  /** What the processes need to find it. */
  readonly settings: Readonly<Record<string, string>>
  /** Both resolve with what happened, when there is a Redis with its data again. */
  kill(): Promise<string>
  /** Restarts it gracefully, or makes the replica the master. */
  stop(): Promise<string>
}

/** A Redis that writes its file on each change; with a replica and a Sentinel if it has to fail over. */
export async function startChaosRedis(hasReplica: boolean): Promise<ChaosRedis> {
  const server = await startRedis({ aof: true })
  if (!hasReplica)
    return {
      server,
      settings: {},
      async kill() {
        await server.kill()
        await server.restart()
        return 'Redis killed'
      },
      async stop() {
        await server.restart()
        return 'Redis restarted'
      },
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    }
  const port = await findFreePort()
  const pair = await startSentinelPair(server, port)
  return {
    server,
    settings: { REDIS_SENTINELS: `127.0.0.1:${port}`, REDIS_SENTINEL_MASTER: 'main' },
    async kill() {
      await pair.whole()
      await pair.killMaster()
      return 'The master of Redis killed'
    },
    async stop() {
      await pair.whole()
      await pair.failOver()
      return 'Redis failed over'
    },
    async [Symbol.asyncDispose]() {
      await pair[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}
