import { expect, test } from 'vitest'
import { once } from './once.ts'

test('the work is done once for all who ask, and again after it has failed', async () => {
  let calls = 0
  const work = once(async () => {
    if (++calls === 1) throw new Error('not today')
    return calls
  })
  await expect(Promise.all([work(), work()])).rejects.toThrow('not today')
  expect(await Promise.all([work(), work()])).toEqual([2, 2])
  expect(calls).toBe(2)
})
