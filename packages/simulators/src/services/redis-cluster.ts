import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findFreePort } from './ports.ts'
import { type RedisServer, startRedis } from './redis-server.ts'

const slotCount = 16_384
/** So many masters can outvote one that is gone, and let its replica take over. */
const masterCount = 3
const run = promisify(execFile)
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

/** The answer of the node on this port to a command. */
const ask = async (port: number, ...command: readonly (string | number)[]): Promise<string> =>
  (await run('redis-cli', ['-p', String(port), ...command.map(String)])).stdout.trim()

const firstSlot = (pair: number): number => Math.ceil((pair * slotCount) / masterCount)

/**
 * A real Redis Cluster on 127.0.0.1: three masters with a third of the slots and one replica each. A replica takes over about three seconds
 * after its master is gone. Resolves when all replicas are in sync.
 */
export async function startRedisCluster(): Promise<RedisCluster> {
  const servers: RedisServer[] = []
  const start = async () => {
    const bus = String(await findFreePort())
    const own = ['--cluster-enabled', 'yes', '--cluster-port', bus, '--cluster-node-timeout', '2000']
    const server = await startRedis({ extraArgs: [...own, '--repl-diskless-sync-delay', '0'] })
    servers.push(server)
    return { server, bus, port: server.port, id: await ask(server.port, 'cluster', 'myid') }
  }
  const pairs = await Promise.all(Array.from({ length: masterCount }, async () => [await start(), await start()] as const))
  const nodes = pairs.flat()
  const [first] = pairs[0] as NonNullable<(typeof pairs)[number]>
  for (const { port, bus } of nodes) if (port !== first.port) await ask(first.port, 'cluster', 'meet', '127.0.0.1', port, bus)
  for (const [at, [{ port }]] of pairs.entries()) await ask(port, 'cluster', 'addslotsrange', firstSlot(at), firstSlot(at + 1) - 1)
  for (const [master, { port }] of pairs) {
    while (!(await ask(port, 'cluster', 'nodes')).includes(master.id)) await pause()
    await ask(port, 'cluster', 'replicate', master.id)
  }
  for (const [{ port }] of pairs) while (!/slave0:.*state=online/.test(await ask(port, 'info', 'replication'))) await pause()
  for (const { port } of nodes) while (!(await ask(port, 'cluster', 'info')).includes('cluster_state:ok')) await pause()

  return {
    nodes: servers.map(({ port }) => `127.0.0.1:${port}`).join(),
    async pairsFor(key) {
      const slot = Number(await ask(servers[0]?.port ?? 0, 'cluster', 'keyslot', key))
      const at = pairs.findIndex((_, pair) => slot < firstSlot(pair + 1))
      const [own, other] = [at, (at + 1) % masterCount].map((pair) => {
        const [master, replica] = pairs[pair] as (typeof pairs)[number]
        return { master: master.server, replica: replica.server }
      }) as [ClusterPair, ClusterPair]
      return { own, other }
    },
    async [Symbol.asyncDispose]() {
      for (const server of servers) await server[Symbol.asyncDispose]()
    },
  }
}
