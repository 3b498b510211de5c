import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAllowedAge } from './allowed-age.ts'
import { judgeFreshness, lastSuccessOf, type Watch } from './judge-freshness.ts'

const allowedAge = createAllowedAge()
const time = (minute: number) => new Date(Date.parse('2026-03-02T00:00:00Z') + minute * 60_000)
const rule = { minutes: 60 }
const hourly: Watch = { rule: JSON.stringify(rule), since: time(0).toISOString(), late: false }
const judge = (now: number, lastSuccess: number | null, watch: Watch | null = hourly, asked: { minutes: number } | null = rule) =>
  judgeFreshness(
    { rule: asked, watch, lastSuccessAt: lastSuccess === null ? null : time(lastSuccess).toISOString(), now: time(now) },
    allowedAge,
  )

test('the age of a stream is the time since its last success, and past what is allowed it is late', () => {
  expect(judge(160, 100).freshness).toEqual({ ageSeconds: 3600, allowedSeconds: 3600, late: false })
  expect(judge(161, 100).freshness).toEqual({
    ageSeconds: 3660,
    allowedSeconds: 3600,
    late: true,
    lateSince: time(160).toISOString(),
  })
})

test('a stream that has never succeeded counts from when its data were asked for', () => {
  expect(judge(10, null, null)).toMatchObject({ freshness: { ageSeconds: 0, late: false }, watch: { since: time(10).toISOString() } })
  expect(judge(61, null).freshness).toMatchObject({ ageSeconds: 3660, late: true })
})

test('if nobody asks for the data, they are never late and nothing is remembered', () => {
  expect(judge(5000, 100, { ...hourly, late: true }, null)).toEqual({
    freshness: { ageSeconds: 294_000, late: false },
    watch: null,
    deadline: null,
  })
  expect(judge(5000, null, null, null).freshness).toEqual({ late: false })
})

test('a stricter rule counts from when it was made', () => {
  const stricter = { minutes: 10 }
  expect(judge(150, 100, hourly, stricter)).toMatchObject({ freshness: { late: false }, watch: { since: time(150).toISOString() } })
})

test('what is late stays late under a new rule that does not allow its age either, and is met by one that does', () => {
  const late = { ...hourly, late: true }
  expect(judge(300, 100, late, { minutes: 30 }).freshness.late).toBe(true)
  expect(judge(300, 100, late, { minutes: 500 }).freshness.late).toBe(false)
})

test('a success in both directions proves each, and one each way proves both', () => {
  const [one, two, three] = [time(1), time(2), time(3)].map((date) => date.toISOString()) as [string, string, string]
  expect(lastSuccessOf({ successes: {} }, 'pull')).toBeNull()
  expect(lastSuccessOf({ successes: { pull: one, bidirectional: two } }, 'pull')).toBe(two)
  expect(lastSuccessOf({ successes: { pull: three, bidirectional: two } }, 'pull')).toBe(three)
  expect(lastSuccessOf({ successes: { pull: three } }, 'push')).toBeNull()
  expect(lastSuccessOf({ successes: { pull: three } }, 'bidirectional')).toBeNull()
  expect(lastSuccessOf({ successes: { pull: three, push: one } }, 'bidirectional')).toBe(one)
  expect(lastSuccessOf({ successes: { pull: three, push: one, bidirectional: two } }, 'bidirectional')).toBe(two)
})

test('whatever succeeds and however often it is looked at, a stream is late exactly while its last success is too long ago', () => {
  const steps = fc.array(fc.record({ minutes: fc.integer({ min: 1, max: 50 }), succeeds: fc.boolean() }), { maxLength: 60 })
  fc.assert(
    fc.property(steps, (given) => {
      let [now, lastSuccess, watch]: [number, number | null, Watch | null] = [0, null, null]
      for (const { minutes, succeeds } of given) {
        now += minutes
        if (succeeds) lastSuccess = now
        const judgement = judge(now, lastSuccess, watch)
        watch = judgement.watch
        const since = Math.max(lastSuccess ?? 0, given[0]?.minutes ?? 0)
        expect(judgement.freshness.late).toBe(now - since > 60)
      }
    }),
  )
})
