import { expect, test } from 'vitest'
import { scopedId, timedSuffix } from './scoped-id.ts'

const connectionId = 'erp_0123456789abcdef'
const ids = scopedId('log')
const idAt = (ms: number): string => ids.create(connectionId, timedSuffix(new Date(ms), 'zzzzzz'))

test('an id leads back to its connection and sorts by time', () => {
  expect(idAt(1.7e12)).toBe('log_0123456789abcdef0loyw3v28zzzzzz')
  expect(ids.connectionOf(idAt(1.7e12))).toBe(connectionId)
  expect(idAt(1.7e12) < idAt(1.7e12 + 1)).toBe(true)
})

test.each(['', 'log_', 'log_{x}', 'erp_0123456789abcdef', `${idAt(0)}:entries`, idAt(0).replace('log', 'test'), idAt(0).slice(1)])(
  '"%s" is no id of the scheme',
  (text) => {
    expect(ids.connectionOf(text)).toBeNull()
  },
)

test('a scheme may have a suffix of another length', () => {
  const short = scopedId('sync', 8)
  expect(short.connectionOf(short.create(connectionId, 'abcdefgh'))).toBe(connectionId)
  expect(short.connectionOf(short.create(connectionId, 'abcdefghi'))).toBeNull()
})
