import fc from 'fast-check'
import { expect, test } from 'vitest'
import { probeGapMs } from './circuit-gap.ts'

const minuteMs = 60_000
const rules = { maxFailures: 5, minGapMs: minuteMs, maxGapMs: 60 * minuteMs }
const openedAt = '2026-03-01T10:00:00.000Z'

/** When the first `count` probes of an outage begin, in ms after the circuit opened. */
function probeTimes(connectionId: string, code: string, count: number): number[] {
  const times: number[] = []
  for (let failedProbes = 0, at = 0; failedProbes < count; failedProbes += 1) {
    at += probeGapMs(connectionId, { openedAt, failedProbes, code }, new Date(Date.parse(openedAt) + at), rules)
    times.push(at)
  }
  return times
}

const ids = fc.stringMatching(/^erp_[a-z0-9]{16}$/)

test('the gaps grow from a minute to an hour, and are never much longer than a tenth of the outage', () => {
  fc.assert(
    fc.property(ids, (id) => {
      const times = [0, ...probeTimes(id, 'remote.unreachable', 100)]
      const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0.9 * minuteMs)
      expect(Math.max(...gaps)).toBeLessThanOrEqual(60 * minuteMs)
      expect(gaps.at(-1)).toBeGreaterThan(50 * minuteMs)
      for (const [at, gap] of gaps.entries()) expect(gap).toBeLessThanOrEqual(Math.max(minuteMs, (times[at] ?? 0) / 10))
    }),
  )
})

test('ten minutes hold at most ten probes, and one comes within the minute after them', () => {
  fc.assert(
    fc.property(ids, (id) => {
      const times = probeTimes(id, 'remote.unreachable', 20)
      expect(times.filter((at) => at <= 10 * minuteMs).length).toBeLessThanOrEqual(10)
      expect(times.find((at) => at > 10 * minuteMs)).toBeLessThan(11 * minuteMs)
    }),
  )
})

test('rejected credentials are tried more and more rarely', () => {
  fc.assert(
    fc.property(ids, (id) => {
      expect(probeTimes(id, 'setup.credentials-rejected', 50).filter((at) => at <= 60 * minuteMs).length).toBeLessThanOrEqual(6)
    }),
  )
})

test('connections whose circuits opened together do not probe at the same moment', () => {
  const first = Array.from({ length: 50 }, (_, at) => probeTimes(`erp_${String(at).padStart(16, '0')}`, 'remote.timeout', 1)[0])
  expect(new Set(first).size).toBeGreaterThan(45)
})
