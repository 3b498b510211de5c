import { Redis } from 'ioredis'
import { findFreePort } from './ports.ts'
import { type RedisServer, startRedis } from './redis-server.ts'

const slotCount = 16_384
/** So many masters can outvote one that is gone, and let its replica take over. */
const masterCount = 3
const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

export interface ClusterPair {
  readonly master: RedisServer
  readonly replica: RedisServer
}

export interface RedisCluster extends AsyncDisposable {
  /** `host:port` of every node, with commas between. */
  readonly nodes: string
  /** The node that holds the slot of a key, its replica, and another pair. */
  pairsFor(key: string): Promise<{ readonly own: ClusterPair; readonly other: ClusterPair }>
}

const firstSlot = (pair: number): number => Math.ceil((pair * slotCount) / masterCount)

/**
 * A real Redis Cluster on 127.0.0.1: three masters with a third of the slots and one replica each. A replica takes over about three seconds
 * after its master is gone. Resolves when all replicas are in sync.
 */
export async function startRedisCluster(): Promise<RedisCluster> {
  const servers: RedisServer[] = []
  const clients: Redis[] = []
  const start = async () => {
    const bus = String(await findFreePort())
    const own = ['--cluster-enabled', 'yes', '--cluster-port', bus, '--cluster-node-timeout', '2000']
    const server = await startRedis({ extraArgs: [...own, '--repl-diskless-sync-delay', '0'] })
    servers.push(server)
    const client = new Redis(server.url)
    client.on('error', () => {}) // a test may have killed it
    clients.push(client)
    return { server, client, bus, id: String(await client.call('CLUSTER', 'MYID')) }
  }
  const pairs = await Promise.all(Array.from({ length: masterCount }, async () => [await start(), await start()] as const))
  const nodes = pairs.flat()
  const [first] = pairs[0] as NonNullable<(typeof pairs)[number]>
  for (const { server, bus } of nodes)
    if (server !== first.server) await first.client.call('CLUSTER', 'MEET', '127.0.0.1', server.port, bus)
  for (const [at, [master]] of pairs.entries()) await master.client.call('CLUSTER', 'ADDSLOTSRANGE', firstSlot(at), firstSlot(at + 1) - 1)
  for (const [master, replica] of pairs) {
    while (!String(await replica.client.call('CLUSTER', 'NODES')).includes(master.id)) await pause()
    await replica.client.call('CLUSTER', 'REPLICATE', master.id)
  }
  for (const [{ client }] of pairs) while (!/slave0:.*state=online/.test(await client.info('replication'))) await pause()
  for (const { client } of nodes) while (!String(await client.call('CLUSTER', 'INFO')).includes('cluster_state:ok')) await pause()

  return {
    nodes: servers.map(({ port }) => `127.0.0.1:${port}`).join(),
    async pairsFor(key) {
      const slot = Number(await first.client.call('CLUSTER', 'KEYSLOT', key))
      const at = pairs.findIndex((_, pair) => slot < firstSlot(pair + 1))
      const [own, other] = [at, (at + 1) % masterCount].map((pair) => {
        const [master, replica] = pairs[pair] as (typeof pairs)[number]
        return { master: master.server, replica: replica.server }
      }) as [ClusterPair, ClusterPair]
      return { own, other }
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.disconnect()
      for (const server of servers) await server[Symbol.asyncDispose]()
    },
  }
}
