import { expect, test } from 'vitest'
import { dangersOf, readInfo } from './safety.ts'

const safe = { version: '7.0.15', appendOnly: true, save: '', evictionPolicy: 'noeviction' }

test('says nothing of a Redis that is set up well, or does not tell whether it takes snapshots', () => {
  expect(dangersOf(safe)).toEqual([])
  expect(dangersOf({ ...safe, appendOnly: false, save: '3600 1' })).toEqual([])
  expect(dangersOf({ ...safe, appendOnly: false, save: null })).toEqual([])
})

test.each([
  [{ version: '6.0.16' }, /6\.0\.16 is older than 6\.2/],
  [{ version: '5.0.7' }, /older/],
  [{ appendOnly: false }, /appendonly yes/],
  [{ evictionPolicy: 'allkeys-lru' }, /allkeys-lru.*noeviction/],
])('warns of %j', (change, words) => {
  expect(dangersOf({ ...safe, ...change })).toEqual([expect.stringMatching(words)])
})

test('reads what INFO tells', () => {
  const info = '# Server\r\nredis_version:7.2.4\r\n# Memory\r\nmaxmemory_policy:volatile-lru\r\n# Persistence\r\naof_enabled:0\r\n'
  expect(readInfo(info)).toEqual({ version: '7.2.4', appendOnly: false, evictionPolicy: 'volatile-lru' })
})
