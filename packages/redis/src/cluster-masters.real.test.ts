import { pagesOf } from '@linkspan/core/testing'
import { startRedisCluster } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { startHarness } from './testing/harness.ts'

test('a cluster accepts writes only if each of its masters does', async () => {
  await using cluster = await startRedisCluster()
  await using harness = await startHarness((request) => pagesOf([], request, 10), { REDIS_CLUSTER_NODES: cluster.nodes })
  const { store } = harness
  await store.assertWritable()
  for (const port of await mastersOf(cluster.nodes)) {
    await configure(port, { maxmemory: '1' })
    await expect(store.assertWritable(), `${port} is full`).rejects.toMatchObject({ code: 'store.unavailable' })
    await configure(port, { maxmemory: '0' })
    await store.assertWritable()
  }
})

test('what puts data at risk on one master of a cluster is told with its name, and memory is that of the fullest', async () => {
  await using cluster = await startRedisCluster()
  await using harness = await startHarness((request) => pagesOf([], request, 10), { REDIS_CLUSTER_NODES: cluster.nodes })
  const { store } = harness
  const maxBytes = 1_000_000_000
  for (const port of await mastersOf(cluster.nodes)) {
    await configure(port, { maxmemory: String(maxBytes), 'maxmemory-policy': 'allkeys-lru' })
    const evicting = expect.stringMatching(new RegExp(`^127\\.0\\.0\\.1:${port}: .*noeviction`))
    expect((await store.configWarnings()).filter((warning) => warning.includes('noeviction'))).toEqual([evicting])
    expect(await store.redisState()).toMatchObject({ maxBytes, warnings: expect.arrayContaining([evicting]) })
    await configure(port, { maxmemory: '0', 'maxmemory-policy': 'noeviction' })
  }
})

async function mastersOf(nodes: string): Promise<readonly number[]> {
  const ports = nodes.split(',').map((node) => Number(node.split(':')[1]))
  const roles = await Promise.all(ports.map((port) => onNode(port, (redis) => redis.role())))
  return ports.filter((_, at) => roles[at]?.[0] === 'master')
}

const configure = (port: number, settings: Readonly<Record<string, string>>) =>
  onNode(port, async (redis) => {
    for (const [name, value] of Object.entries(settings)) await redis.config('SET', name, value)
  })

async function onNode<Result>(port: number, work: (redis: Redis) => Promise<Result>): Promise<Result> {
  const redis = new Redis(port)
  try {
    return await work(redis)
  } finally {
    redis.disconnect()
  }
}
