import { expect, test } from 'vitest'
import { redisStateOf } from './redis-state.ts'

test('reads memory, version and what is at risk', () => {
  const info = 'redis_version:7.2.4\r\nused_memory:1048576\r\nmaxmemory:4194304\r\nmaxmemory_policy:noeviction\r\naof_enabled:0\r\n'
  expect(redisStateOf([{ node: null, info }])).toEqual({
    version: '7.2.4',
    usedBytes: 1_048_576,
    maxBytes: 4_194_304,
    warnings: [expect.stringContaining('appendonly')],
  })
})

test('without a limit, and on a server that shows nothing, nothing is made up', () => {
  expect(redisStateOf([{ node: null, info: 'maxmemory:0\r\n' }])).toEqual({ version: null, usedBytes: null, maxBytes: null, warnings: [] })
})

test('of a cluster: the oldest version, the memory of the fullest master, and each warning with its masters', () => {
  const infoOf = (version: string, used: number, limit: number, policy = 'noeviction') =>
    `redis_version:${version}\r\nused_memory:${used}\r\nmaxmemory:${limit}\r\nmaxmemory_policy:${policy}\r\naof_enabled:0\r\n`
  const state = redisStateOf([
    { node: 'a:1', info: infoOf('7.10.0', 900, 0) },
    { node: 'b:2', info: infoOf('7.2.4', 80, 100, 'allkeys-lru') },
    { node: 'c:3', info: infoOf('7.10.0', 90, 1000) },
  ])
  expect(state).toEqual({
    version: '7.2.4',
    usedBytes: 80,
    maxBytes: 100,
    warnings: [expect.stringMatching(/^a:1, b:2, c:3: .*appendonly/), expect.stringMatching(/^b:2: .*noeviction/)],
  })
})
