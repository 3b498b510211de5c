import { expect, test } from 'vitest'
import type { Activity } from '../../api/names.ts'
import { slotsOf } from './slots.ts'

const nothing = {
  outcomes: { success: 0, error: 0, cancelled: 0 },
  fates: { read: 0, created: 0, updated: 0, unchanged: 0, filtered: 0, rejected: 0, deleted: 0, pushed: 0, refused: 0, conflicts: 0 },
}
const activity: Activity = {
  bucket: 'hour',
  since: '2026-03-01T10:00:00.000Z',
  until: '2026-03-01T12:30:00.000Z',
  totals: nothing,
  byDataType: {},
  buckets: [{ ...nothing, at: '2026-03-01T11:00:00.000Z', outcomes: { success: 2, error: 1, cancelled: 0 } }],
}

test('hours without runs are gaps, and each slot knows its own time', () => {
  const slots = slotsOf(activity, 'en-GB', ({ outcomes }) => outcomes)
  expect(slots.map(({ values }) => values)).toEqual([null, { success: 2, error: 1, cancelled: 0 }, null])
  expect(slots[1]).toMatchObject({ title: '1 Mar, 11:00', since: '2026-03-01T11:00:00.000Z', until: '2026-03-01T11:59:59.999Z' })
})

test('a month by day has few enough marks', () => {
  const month = { ...activity, bucket: 'day', since: '2026-02-01T00:00:00.000Z' } as const
  expect(slotsOf(month, 'en-GB', () => ({}))).toHaveLength(29)
})
