import { expect, test } from 'vitest'
import { toStoreError } from './store-errors.ts'

test.each([
  'Too many Cluster redirections. Last error: Error: MOVED 866 127.0.0.1:7001',
  "OOM command not allowed when used memory > 'maxmemory'.",
  'MISCONF Errors writing to the AOF file: No space left on device',
  "READONLY You can't write against a read only replica.",
  'NOREPLICAS Not enough good replicas to write.',
])('%s means that Redis is not available', (message) => {
  expect(toStoreError(new Error(message))).toMatchObject({ code: 'store.unavailable' })
})

test('any other error stays as it is', () => {
  const error = new Error('WRONGTYPE Operation against a key holding the wrong kind of value')
  expect(toStoreError(error)).toBe(error)
})
