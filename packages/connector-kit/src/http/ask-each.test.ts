import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { askEach, maxAtOnce } from './ask-each.ts'

test('answers are in the order of the items, and no more are asked for at once than may be', async () => {
  const items = Array.from({ length: 30 }, (_, at) => at)
  let [open, most] = [0, 0]
  const answers = await askEach(items, async (item) => {
    most = Math.max(most, ++open)
    await delay((items.length - item) / 3)
    open -= 1
    return item * 2
  })
  expect(answers).toEqual(items.map((item) => item * 2))
  expect(most).toBe(maxAtOnce)
})

test('the first item that fails tells the failure, though a later one fails sooner, and no item is asked for afterwards', async () => {
  const asked: number[] = []
  const asking = askEach(
    Array.from({ length: 30 }, (_, at) => at),
    async (item) => {
      asked.push(item)
      if (item === 6) throw new Error('the sooner one')
      await delay(5)
      if (item === 2) throw new Error('the first one')
      return item
    },
  )
  await expect(asking).rejects.toThrow('the first one')
  expect(Math.max(...asked)).toBeLessThan(maxAtOnce)
})

test('undefined is an answer like any other', async () => {
  expect(await askEach([1, 2], async () => undefined)).toEqual([undefined, undefined])
  expect(await askEach([], async () => 1)).toEqual([])
})
