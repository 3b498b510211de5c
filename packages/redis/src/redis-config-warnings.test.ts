import { expect, test } from 'vitest'
import { configWarningsIn } from './redis-config-warnings.ts'

test('names what a failover can lose, where there are replicas', () => {
  const info = 'redis_version:7.0.15\r\naof_enabled:1\r\nconnected_slaves:1\r\n'
  expect(configWarningsIn(info)).toEqual([expect.stringContaining('min-replicas-to-write 1')])
  expect(configWarningsIn(`${info}min_slaves_good_slaves:1\r\n`)).toEqual([])
  expect(configWarningsIn(info.replace('slaves:1', 'slaves:0'))).toEqual([])
})

test.each([
  ['5.0.14', true],
  ['6.0.16', true],
  ['6.2.0', false],
  ['7.0.15', false],
  ['8.10.1', false],
])('Redis %s is too old: %s', (version, old) => {
  expect(configWarningsIn(`redis_version:${version}\r\naof_enabled:1\r\n`)).toEqual(old ? [expect.stringContaining('6.2')] : [])
})
