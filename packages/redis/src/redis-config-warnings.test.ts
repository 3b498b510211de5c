import { expect, test } from 'vitest'
import { configWarningsIn } from './redis-config-warnings.ts'

test.each([
  ['5.0.14', true],
  ['6.0.16', true],
  ['6.2.0', false],
  ['7.0.15', false],
  ['8.10.1', false],
])('Redis %s is too old: %s', (version, old) => {
  expect(configWarningsIn(`redis_version:${version}\r\naof_enabled:1\r\n`)).toEqual(old ? [expect.stringContaining('6.2')] : [])
})
