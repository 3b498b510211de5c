import type { DataTypeId } from '@linkspan/core'
import { expect } from 'vitest'
import type { Harness } from './harness.ts'

/** The `data` of a `records.changed`. */
interface Changed {
  readonly dataType: DataTypeId
  readonly from: number
  readonly to: number
  readonly counts: { readonly created: number; readonly updated: number; readonly deleted: number }
}

/** Fails unless the events of a connection tell each position of a change feed once and in order. Returns what they count together. */
export async function expectFeedTold(harness: Harness, connectionId: string, dataType: DataTypeId): Promise<Changed['counts']> {
  const events = await harness.store.events.read(connectionId, null, 100_000)
  const told = events.flatMap(({ type, data }) =>
    type === 'records.changed' && data.dataType === dataType ? [data as unknown as Changed] : [],
  )
  let position = 0
  const sum = { created: 0, updated: 0, deleted: 0 }
  for (const { from, to, counts } of told) {
    expect(from).toBe(position)
    expect(counts.created + counts.updated + counts.deleted).toBe(to - from)
    expect(to).toBeGreaterThan(from)
    for (const kind of ['created', 'updated', 'deleted'] as const) sum[kind] += counts[kind]
    position = to
  }
  const { next } = await harness.store.records.changes(connectionId, dataType, 0, 100_000)
  expect(position).toBe(next)
  return sum
}
