import { expect, test } from 'vitest'
import { redisStateIn } from './redis-state.ts'

test('reads memory, version and what is at risk', () => {
  const info = 'redis_version:7.2.4\r\nused_memory:1048576\r\nmaxmemory:4194304\r\nmaxmemory_policy:noeviction\r\naof_enabled:0\r\n'
  expect(redisStateIn(info)).toEqual({
    version: '7.2.4',
    usedBytes: 1_048_576,
    maxBytes: 4_194_304,
    warnings: [expect.stringContaining('appendonly')],
  })
})

test('without a limit, and on a server that shows nothing, nothing is made up', () => {
  expect(redisStateIn('maxmemory:0\r\n')).toEqual({ version: null, usedBytes: null, maxBytes: null, warnings: [] })
})
