import { expect, test } from 'vitest'
import { linesIn, listOfLines } from './lines-in.ts'

const line = { sku: 'A', qty: 1 }

test.each([
  [[line], [line]],
  [{ results: [line] }, [line]],
  [{ line }, [line]],
  [line, [line]],
  ['text', 'text'],
  [
    { a: [line], b: [line] },
    { a: [line], b: [line] },
  ],
])('the lines in %j are found', (value, lines) => {
  expect(linesIn(value)).toEqual(lines)
})

test('a list of lines is found under any name, if it is the only one', () => {
  expect(listOfLines({ zeilen: [line], tags: [{ name: 'x' }], notes: [] })).toEqual([line])
  expect(listOfLines({ one: [line], other: [line] })).toBeUndefined()
  expect(listOfLines({ returns: [line] })).toBeUndefined()
  expect(listOfLines({ prices: [{ amount: 1 }] })).toBeUndefined()
})
