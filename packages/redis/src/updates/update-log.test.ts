import type { UpdateNews } from '@linkspan/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createUpdateLog } from './update-log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const run = (id: string) => ({ topic: 'runs', id }) as const
const idsOf = (news: readonly UpdateNews[]) => news.map((one) => (typeof one.news === 'object' ? (one.news?.id ?? null) : one.news))

function createListenedLog() {
  const log = createUpdateLog('here')
  const heard: UpdateNews[] = []
  log.listen((news) => heard.push(news))
  return { log, heard }
}

test('the same update is told at once, and once more a second later if it came again', () => {
  const { log, heard } = createListenedLog()
  for (let times = 0; times < 5; times += 1) log.tell([run('a')])
  log.tell([run('b')])
  expect(idsOf(heard)).toEqual(['a', 'b'])
  vi.advanceTimersByTime(1000)
  expect(idsOf(heard)).toEqual(['a', 'b', 'a'])
  vi.advanceTimersByTime(10_000)
  expect(idsOf(heard)).toEqual(['a', 'b', 'a'])
})

test('a follower that comes back gets what it has missed, and no more', () => {
  const { log, heard } = createListenedLog()
  log.tell([run('a'), run('b'), run('c')])
  expect(idsOf(log.since(heard[0]?.position ?? null))).toEqual([null, 'b', 'c'])
  expect(idsOf(log.since(heard[2]?.position ?? null))).toEqual([null])
  expect(idsOf(log.since(null))).toEqual([null])
})

test('a follower is told of a gap if nobody can say what it has missed', () => {
  const { log, heard } = createListenedLog()
  log.tell([run('first')])
  const before = heard[0]?.position ?? null
  expect(idsOf(log.since('elsewhere-1'))).toEqual(['gap'])
  expect(idsOf(log.since('here-99'))).toEqual(['gap'])
  expect(idsOf(log.since('no position'))).toEqual(['gap'])
  log.tellGap()
  expect(heard.at(-1)?.news).toBe('gap')
  expect(idsOf(log.since(before))).toEqual(['gap'])
  expect(idsOf(log.since(heard.at(-1)?.position ?? null))).toEqual([null])
})

test('only the latest updates are kept', () => {
  const { log, heard } = createListenedLog()
  for (let at = 0; at < 2001; at += 1) log.tell([run(`run ${at}`)])
  expect(idsOf(log.since(heard[0]?.position ?? null))).toHaveLength(2001)
  log.tell([run('one more')])
  expect(idsOf(log.since(heard[0]?.position ?? null))).toEqual(['gap'])
})
