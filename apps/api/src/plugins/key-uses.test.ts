import { expect, test } from 'vitest'
import { createNoteKeyUse } from './key-uses.ts'

test('writes the use of a key at most once a minute, and again if that failed', async () => {
  let now = 1_000_000
  const written: string[] = []
  let isAway = false
  const note = createNoteKeyUse(
    {
      async note(name) {
        if (isAway) throw new Error('away')
        written.push(name)
      },
    },
    { now: () => new Date(now) },
  )
  note('ops')
  note('ops')
  note('shop')
  now += 59_999
  note('ops')
  expect(written).toEqual(['ops', 'shop'])
  now += 1
  isAway = true
  note('ops')
  await Promise.resolve()
  isAway = false
  note('ops')
  expect(written).toEqual(['ops', 'shop', 'ops'])
})
