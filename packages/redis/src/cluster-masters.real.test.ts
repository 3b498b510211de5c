import { pagesOf } from '@linkspan/core/testing'
import { startRedisCluster } from '@linkspan/simulators'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { startHarness } from './testing/harness.ts'

test('a cluster accepts writes only if each of its masters does', { timeout: 60_000 }, async () => {
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
