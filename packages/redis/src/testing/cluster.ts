import { findFreePort, type RedisServer, startRedis } from '@linkspan/simulators'
import { Redis } from 'ioredis'

const slotCount = 16_384
const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

export interface ClusterPair {
  readonly master: RedisServer
  readonly replica: RedisServer
}

/** A real Redis Cluster of two masters, each with half of the slots and one replica. Resolves when all replicas are in sync. */
export async function startCluster() {
  const servers: RedisServer[] = []
  const clients: Redis[] = []
  const start = async () => {
    const own = ['--cluster-enabled', 'yes', '--cluster-port', String(await findFreePort()), '--cluster-node-timeout', '2000']
    const server = await startRedis({ extraArgs: [...own, '--repl-diskless-sync-delay', '0'] })
    servers.push(server)
    const client = new Redis(server.url)
    clients.push(client)
    return { server, client, bus: own[3] as string, id: String(await client.call('CLUSTER', 'MYID')) }
  }
  const nodes = [await start(), await start(), await start(), await start()] as const
  const [first, second, third, fourth] = nodes
  for (const { server, bus } of nodes.slice(1)) await first.client.call('CLUSTER', 'MEET', '127.0.0.1', String(server.port), bus)
  await first.client.call('CLUSTER', 'ADDSLOTSRANGE', '0', String(slotCount / 2 - 1))
  await second.client.call('CLUSTER', 'ADDSLOTSRANGE', String(slotCount / 2), String(slotCount - 1))
  const pairs = [
    [first, third],
    [second, fourth],
  ] as const
  for (const [master, replica] of pairs) {
    while (!String(await replica.client.call('CLUSTER', 'NODES')).includes(master.id)) await pause()
    await replica.client.call('CLUSTER', 'REPLICATE', master.id)
  }
  for (const [{ client }] of pairs) while (!/slave0:.*state=online/.test(await client.info('replication'))) await pause()
  for (const { client } of nodes) while (!String(await client.call('CLUSTER', 'INFO')).includes('cluster_state:ok')) await pause()

  return {
    nodes: servers.map(({ port }) => `127.0.0.1:${port}`).join(),
    /** The node that holds the slot of a key, its replica, and the other pair. */
    async pairsFor(key: string): Promise<{ readonly own: ClusterPair; readonly other: ClusterPair }> {
      const slot = Number(await first.client.call('CLUSTER', 'KEYSLOT', key))
      const [low, high] = pairs.map(([{ server: master }, { server: replica }]) => ({ master, replica })) as [ClusterPair, ClusterPair]
      return slot < slotCount / 2 ? { own: low, other: high } : { own: high, other: low }
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) client.disconnect()
      for (const server of servers) await server[Symbol.asyncDispose]()
    },
  }
}
