import { expect, test } from 'vitest'
import { threeWay, withPath } from './three-way.ts'

const before = { name: 'Shop', credentials: { apiUrl: 'https://a', apiKey: '********' }, settings: { timeout: 1, batchSize: 2 } }

test('what only one side has changed is kept, and clashes are named', () => {
  const theirs = { ...before, name: 'Their shop', settings: { timeout: 5, batchSize: 2 } }
  const mine = { ...before, name: 'My shop', settings: { timeout: 1, batchSize: 9 } }
  expect(threeWay(before, theirs, mine)).toEqual({
    merged: { ...before, name: 'My shop', settings: { timeout: 5, batchSize: 9 } },
    clashes: [{ path: 'name', before: 'Shop', theirs: 'Their shop', mine: 'My shop' }],
  })
})

test('the same change on both sides is no clash, and a removal stays one', () => {
  const theirs = { ...before, settings: { timeout: 5, batchSize: 2 } }
  const mine = { ...before, settings: { timeout: 5 } }
  expect(threeWay(before, theirs, mine)).toEqual({ merged: { ...before, settings: { timeout: 5 } }, clashes: [] })
})

test('a value is set and removed at its path', () => {
  expect(withPath(before, 'settings.timeout', 7)).toMatchObject({ settings: { timeout: 7, batchSize: 2 } })
  expect(withPath(before, 'credentials.apiKey', undefined)).toMatchObject({ credentials: { apiUrl: 'https://a' } })
})
