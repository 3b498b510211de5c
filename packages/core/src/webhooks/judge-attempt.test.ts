import { expect, test } from 'vitest'
import type { DeliveryAttempt } from './delivery.ts'
import { downAfterFailures, givenUpAfterMs, judgeAttempt, type Trouble } from './judge-attempt.ts'

const now = new Date('2026-03-01T12:00:00Z')
const answered = (status: number | null): DeliveryAttempt => ({ at: now.toISOString(), ms: 5, status, answer: '', trigger: 'event' })
const trouble = (change: Partial<Trouble> = {}): Trouble => ({ tries: 1, since: now, failuresInARow: 1, ...change })
const judge = (status: number | null, change: Partial<Trouble> = {}, retryAfterMs?: number, random = 1) =>
  judgeAttempt(answered(status), trouble(change), { now, random: () => random, retryAfterMs })
const inMs = (ms: number) => new Date(now.getTime() + ms)

test.each([200, 201, 204, 299])('%i is accepted', (status) => {
  expect(judge(status)).toEqual({ kind: 'accepted' })
})

test.each([null, 302, 400, 401, 404, 408, 429, 500, 503])('%s is tried again', (status) => {
  expect(judge(status)).toEqual({ kind: 'retry', at: inMs(5000) })
})

test('the gaps double up to an hour, with up to half of each left out', () => {
  expect([1, 2, 5, 10, 11, 40].map((tries) => judge(500, { tries }))).toEqual(
    [5000, 10_000, 80_000, 2_560_000, 3_600_000, 3_600_000].map((ms) => ({ kind: 'retry', at: inMs(ms) })),
  )
  expect(judge(500, { tries: 2 }, undefined, 0)).toEqual({ kind: 'retry', at: inMs(5000) })
})

test('a receiver that asks to wait is left alone as a whole', () => {
  expect(judge(429, {}, 60_000)).toEqual({ kind: 'retry', at: inMs(60_000), allWaitUntil: inMs(60_000) })
})

test('a receiver that seems to be down is left alone as a whole, five minutes at most', () => {
  expect(judge(null, { failuresInARow: downAfterFailures })).toEqual({ kind: 'retry', at: inMs(5000), allWaitUntil: inMs(5000) })
  expect(judge(null, { failuresInARow: 500 })).toMatchObject({ allWaitUntil: inMs(300_000) })
})

test('the last attempt is made when a day is over, and then the webhook is paused', () => {
  const since = inMs(1000 - givenUpAfterMs)
  expect(judge(500, { tries: 30, since })).toEqual({ kind: 'retry', at: inMs(1000) })
  expect(judge(500, { tries: 31, since: inMs(-givenUpAfterMs) })).toMatchObject({ kind: 'pause', pause: { code: 'failing' } })
})

test('410 pauses at once', () => {
  expect(judge(410)).toMatchObject({ kind: 'pause', pause: { code: 'gone', at: now.toISOString() } })
})
