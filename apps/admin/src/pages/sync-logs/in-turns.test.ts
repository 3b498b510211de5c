import { expect, test } from 'vitest'
import { inTurns } from './in-turns.ts'

test('acts on each item once, on at most six at a time', async () => {
  const done: number[] = []
  let [open, most] = [0, 0]
  await inTurns(
    Array.from({ length: 20 }, (_, at) => at),
    async (item) => {
      open += 1
      most = Math.max(most, open)
      await new Promise(setImmediate)
      done.push(item)
      open -= 1
    },
  )
  expect(done.sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, at) => at))
  expect(most).toBe(6)
})
