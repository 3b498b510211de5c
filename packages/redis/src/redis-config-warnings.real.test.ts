import { silentLogger } from '@linkspan/core'
import { startRedis } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { connect } from './client.ts'
import { findConfigWarnings } from './redis-config-warnings.ts'

const hazardsOf = async (options: Parameters<typeof startRedis>[0]) => {
  await using redis = await startRedis(options)
  const client = connect({ kind: 'single', url: redis.url }, 'wait', silentLogger)
  const configWarnings = await findConfigWarnings(client)
  client.disconnect()
  return configWarnings
}

test('a Redis that may lose data gets warnings, and one that keeps it gets none', async () => {
  expect(await hazardsOf({ aof: true })).toEqual([])
  expect(await hazardsOf({ aof: false })).toEqual([expect.stringContaining('appendonly yes')])
  expect(await hazardsOf({ aof: true, extraArgs: ['--maxmemory-policy', 'allkeys-lru'] })).toEqual([expect.stringContaining('noeviction')])
})
