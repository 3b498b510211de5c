import { expect, test } from 'vitest'
import { layOut } from './timeline-scale.ts'

const at = (seconds: number): string => new Date(seconds * 1000).toISOString()
const now = new Date(200_000)

test('bars are as wide as their part of the whole', () => {
  const bars = layOut(
    [
      { kind: 'queued', from: at(0), to: at(10) },
      { kind: 'working', from: at(10), to: at(100) },
    ],
    now,
  )
  expect(bars.map(({ start, width, folded }) => ({ start, width, folded }))).toEqual([
    { start: 0, width: 10, folded: false },
    { start: 10, width: 90, folded: false },
  ])
})

test('a wait of more than a third of the whole is folded, work never is', () => {
  const bars = layOut(
    [
      { kind: 'working', from: at(0), to: at(10) },
      { kind: 'throttled', from: at(10), to: at(110) },
      { kind: 'working', from: at(110), to: at(120) },
    ],
    now,
  )
  expect(bars.map(({ folded }) => folded)).toEqual([false, true, false])
  expect(bars[1]?.ms).toBe(100_000)
  expect(bars[1]?.width).toBeLessThan(10)
  expect(layOut([{ kind: 'queued', from: at(0) }], now)[0]?.folded).toBe(false)
})

test('a segment that has not ended goes on until now', () => {
  expect(layOut([{ kind: 'working', from: at(190) }], now)[0]?.ms).toBe(10_000)
})
