import { expect, test } from 'vitest'
import { createSemaphore } from '../kernel/semaphore.ts'
import { readAhead } from './read-ahead.ts'

test('fetches one item ahead, and no further', async () => {
  let asked = 0
  async function* source() {
    for (let item = 1; item <= 5; item += 1) {
      asked = item
      yield item
    }
  }
  const seen: [number, number][] = []
  for await (const item of readAhead(source())) {
    await new Promise((resolve) => setImmediate(resolve))
    seen.push([item, asked])
  }
  expect(seen).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 5],
  ])
})

test('a failure comes after the items before it', async () => {
  async function* source() {
    yield 1
    throw new Error('cut')
  }
  const seen: number[] = []
  await expect(
    (async () => {
      for await (const item of readAhead(source())) seen.push(item)
    })(),
  ).rejects.toThrow('cut')
  expect(seen).toEqual([1])
})

test('asks for no more items than there are permits', async () => {
  let asked = 0
  async function* source() {
    for (;;) {
      asked += 1
      yield asked
    }
  }
  const semaphore = createSemaphore(2)
  for await (const item of readAhead(readAhead(source(), semaphore.acquire))) {
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toBe(item + 1)
    if (item === 5) break
    semaphore.release()
  }
})
