import type { Mapper } from '../mapping/mapping.ts'
import { dataTypes } from '../records/data-types.ts'
import type { Page } from '../records/record.ts'
import type { Reject } from '../records/reject.ts'
import type { Run } from '../runs/run.ts'
import { type KnownRow, nothingMerged, type PageWrite, type RecordChange } from '../runs/run-store.ts'
import { transform } from './transform.ts'

/** A page as the ERP gave it, and what is needed to work it out. */
export interface GivenPage {
  readonly run: Run
  readonly batch: Page
  /** From 1. */
  readonly number: number
  /** The rows' names, in their order. */
  readonly rows: readonly string[]
  /** From when on the ERP was asked for changes; null: for everything. */
  readonly since: string | null
}

/** What is to be stored of a page. The rows at the places that `isKnown` says are not worked out, but said to be known. */
export function toWrite(
  { run, batch, number, rows, since }: GivenPage,
  mapper: Mapper | null,
  isKnown: (at: number) => boolean = () => false,
): PageWrite {
  const dataType = dataTypes[run.dataType]
  const records: RecordChange[] = []
  const known: KnownRow[] = []
  const rejects: Reject[] = []
  let filtered = 0
  let highWater: string | null = null
  for (const [at, record] of batch.records.entries()) {
    if (record.changedAt !== null && (highWater === null || record.changedAt > highWater)) highWater = record.changedAt
    const row = rows[at] ?? ''
    if (isKnown(at)) {
      known.push({ id: record.id, row })
      continue
    }
    const result = transform(dataType, record, number, mapper, row)
    if (result.kind === 'accepted') records.push(result.change)
    else if (result.kind === 'filtered') filtered += 1
    else rejects.push(result.reject)
  }
  return {
    page: number,
    records,
    known,
    merged: nothingMerged,
    rejects,
    read: batch.records.length,
    filtered,
    marks: since === null,
    since,
    cursor: batch.next,
    complete: batch.next === null,
    partial: batch.partial === true,
    total: batch.total ?? null,
    highWater,
    asOf: batch.asOf ?? null,
  }
}

/** Whether all rows of a page may be known: each has a name, and none comes twice. */
export const mayBeKnown = ({ batch, rows }: GivenPage): boolean =>
  rows.every((row) => row !== '') && new Set(batch.records.map(({ id }) => id)).size === rows.length
