import { expect } from 'vitest'
import type { Outcome, Previewed } from './observe.ts'

/** An ERP that wants a pause or is away: a run waits and tries again, a preview does not. */
const isPassing = /answered 50[34]:/

/**
 * Fails unless a preview showed of its rows what the first run made of them: stored records are those that it showed as accepted, and rejects
 * those that it showed as rejected, for the same reasons. If it could not be made, the run must have failed.
 */
export function assertPreviewAgrees(previewed: Previewed, { log, records, rejects }: Outcome): void {
  if ('failure' in previewed) {
    if (isPassing.test(previewed.failure)) return
    expect(log.status, `the preview failed (${previewed.failure}), and the run did not`).toBe('error')
    return
  }
  const { preview } = previewed
  const isRefusedWhole = log.status === 'error' && Object.keys(records).length === 0 && rejects.length === 0
  if (isRefusedWhole) return
  for (const { id, status, record, errors, shortened } of preview.records) {
    if (status === 'accepted' && !shortened)
      expect(withoutTimes(records[id]), `record ${id}, shown as accepted`).toEqual(withoutTimes(record))
    if (status !== 'rejected') continue
    const same = rejects.filter(({ recordId }) => recordId === id)
    expect(
      same.map((reject) => reject.errors),
      `record ${id}, shown as rejected`,
    ).toContainEqual(errors)
  }
  if (preview.records.length >= 50) return
  const shown = (kind: string) => preview.records.filter(({ status }) => status === kind).length
  expect(shown('rejected'), 'rejects').toBe(log.recordsFailed)
  expect(shown('filtered'), 'filtered').toBe(log.recordsFiltered)
}

const withoutTimes = (record: unknown): unknown => (typeof record === 'object' && record !== null ? { ...record, asOf: undefined } : record)
