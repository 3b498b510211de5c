import { type RedisServer, startRedis, startSentinel } from '@linkspan/simulators'
import { Redis } from 'ioredis'

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

/** A replica for a Redis, and a Sentinel on `port` that monitors both by the name "main". Resolves when a failover is possible. */
export async function startSentinelPair(first: RedisServer, port: number) {
  const noDelay = ['--repl-diskless-sync-delay', '0']
  const second = await startRedis({ extraArgs: ['--replicaof', `127.0.0.1 ${first.port}`, ...noDelay] })
  const clients = new Map([first, second].map((server) => [server, new Redis(server.url, { maxRetriesPerRequest: 0 })]))
  for (const client of clients.values()) client.on('error', () => {}) // it is killed at times
  const tell = (server: RedisServer) => clients.get(server) as Redis
  await tell(first).config('SET', 'repl-diskless-sync-delay', '0')

  const replicasOf = async (server: RedisServer) =>
    Number(
      /slave0:.*state=online/.test(
        await tell(server)
          .info('replication')
          .catch(() => ''),
      ),
    )
  while (!(await replicasOf(first))) await pause()
  const sentinel = await startSentinel({ port, name: 'main', masterPort: first.port })
  const asker = new Redis(port)

  const master = async (): Promise<RedisServer> => {
    const [, masterPort] = (await asker.call('SENTINEL', 'GET-MASTER-ADDR-BY-NAME', 'main')) as [string, string]
    return Number(masterPort) === first.port ? first : second
  }
  const other = (server: RedisServer) => (server === first ? second : first)
  /** Resolves when the master has a replica that is in sync, and the sentinel knows of it. */
  async function whole(): Promise<void> {
    for (;;) {
      const replicas = (await asker.call('SENTINEL', 'REPLICAS', 'main')) as string[][]
      const isKnown = replicas.some((fields) => fields[fields.indexOf('flags') + 1] === 'slave')
      if (isKnown && (await replicasOf(await master()))) return
      await pause()
    }
  }
  const whenMaster = async (server: RedisServer) => {
    while ((await master()) !== server) await pause()
  }

  return {
    whole,
    /** Makes the replica the master, with both running. Resolves when it is. */
    async failOver(): Promise<void> {
      const next = other(await master())
      while ((await asker.call('SENTINEL', 'FAILOVER', 'main').catch(() => null)) === null) await pause() // the one before is not over yet
      await whenMaster(next)
    },
    /** Kills the master. Resolves when the replica has taken its place, and it is back as the replica. */
    async killMaster(): Promise<void> {
      const victim = await master()
      await victim.kill()
      await whenMaster(other(victim))
      await victim.restart()
    },
    async [Symbol.asyncDispose]() {
      for (const client of [asker, ...clients.values()]) client.disconnect()
      await sentinel[Symbol.asyncDispose]()
      await second[Symbol.asyncDispose]()
    },
  }
}
