import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { storedConfigQuery } from './mapping.ts'
import { createStaleMarks, stillData } from './stale-marks.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const [one, other] = ['log_0123456789abcdef0abcdefghabcdef', 'log_0123456789abcdef0abcdefghabcdeg'] as const
const known = [
  ['overview'],
  ['runs', { status: 'error' }],
  ['runs', one],
  ['runs', one, 'entries'],
  ['runs', other],
  ['incidents'],
] as const

function createKnown() {
  const queries = new QueryClient()
  for (const queryKey of known) queries.setQueryData(queryKey, 'read')
  return {
    queries,
    marks: createStaleMarks(queries),
    stale: () => known.filter((queryKey) => queries.getQueryState(queryKey)?.isInvalidated),
  }
}

test('an update makes stale what is about its id, the lists of its topic, and the overview', () => {
  const { marks, stale } = createKnown()
  marks.mark({ topic: 'runs', id: one, version: 1 })
  vi.advanceTimersByTime(0)
  expect(stale()).toEqual([['overview'], ['runs', { status: 'error' }], ['runs', one], ['runs', one, 'entries']])
})

test('what is shown is marked at most once a second, and the last update is not lost', () => {
  const { queries, marks } = createKnown()
  const invalidate = vi.spyOn(queries, 'invalidateQueries')
  for (let at = 0; at < 20; at += 1) {
    marks.mark({ topic: 'runs', id: one, version: at })
    vi.advanceTimersByTime(100)
  }
  vi.advanceTimersByTime(5000)
  expect(invalidate).toHaveBeenCalledTimes(6) // twice each time: the lists that stay still are not read again
})

test('a list that stays still is read again when it is opened again, not while it is looked at', async () => {
  const { queries, marks } = createKnown()
  const read = vi.fn(async () => 'read')
  const list = { queryKey: ['runs', { status: 'success' }], queryFn: read, meta: stillData, staleTime: 60_000 }
  const close = new QueryObserver(queries, list).subscribe(() => {})
  await vi.advanceTimersByTimeAsync(0)
  marks.mark({ topic: 'runs', id: one, version: 1 })
  marks.markAll()
  await vi.advanceTimersByTimeAsync(5000)
  expect(read).toHaveBeenCalledTimes(1)
  close()
  new QueryObserver(queries, list).subscribe(() => {})
  await vi.advanceTimersByTimeAsync(0)
  expect(read).toHaveBeenCalledTimes(2)
})

test('a configuration that is edited is not read again under its editor, also after a gap', async () => {
  const { queries, marks } = createKnown()
  const read = vi.fn(async () => null)
  const edited = { ...storedConfigQuery({ id: one, dataType: 'products' }), queryFn: read }
  new QueryObserver(queries, edited).subscribe(() => {})
  await vi.advanceTimersByTimeAsync(0)
  marks.markAll()
  await vi.advanceTimersByTimeAsync(5000)
  expect(read).toHaveBeenCalledTimes(1)
})

test('after a gap everything is stale', () => {
  const { marks, stale } = createKnown()
  marks.markAll()
  vi.advanceTimersByTime(0)
  expect(stale()).toHaveLength(known.length)
})
