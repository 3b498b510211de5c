import fc from 'fast-check'
import { expect, test } from 'vitest'
import { extendTrail, type Trail } from './trail.ts'

/** How many links are followed before the circle is noticed; Infinity if it is not. */
function stepsUntilNoticed(before: number, length: number): number {
  let trail: Trail | undefined
  for (let step = 0; step < 4 * (before + length) + 4; step++) {
    const at = step < before ? step : before + ((step - before) % length)
    const next = extendTrail(trail, `/A?$skiptoken=${at}`)
    if (next === null) return step
    trail = next
  }
  return Number.POSITIVE_INFINITY
}

test('every circle is noticed within a few rounds, wherever it begins', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 300 }), (before, length) => {
      const steps = stepsUntilNoticed(before, length)
      expect(steps).toBeGreaterThanOrEqual(before + length)
      expect(steps).toBeLessThan(4 * (before + length) + 4)
    }),
  )
})

test('links that never come again are never a circle', () => {
  let trail: Trail | undefined
  for (let step = 0; step < 5000; step++) {
    const next = extendTrail(trail, `/A?$skiptoken=${step}`)
    expect(next?.steps).toBe(step + 1)
    trail = next ?? undefined
  }
})
