import type { Mapper } from '../mapping/mapping.ts'
import { dataTypes } from '../records/data-types.ts'
import type { Page } from '../records/record.ts'
import type { Reject } from '../records/reject.ts'
import type { Run } from '../runs/run.ts'
import { type KnownRow, nothingMerged, type PageWrite, type RecordChange } from '../runs/run-store.ts'
import type { Fingerprints } from './fingerprints.ts'
import { transform } from './transform.ts'

/** A page as the ERP gave it, and what is needed to work it out. */
export interface FetchedPage {
  readonly run: Run
  readonly batch: Page
  /** From 1. */
  readonly number: number
  /** Names all that its records were made of; null where it has no such name, or shows changes only. */
  readonly name: string | null
  /** The rows' names, in their order: worked out when they are first asked for. */
  readonly rows: () => readonly string[]
  /** From when on the ERP was asked for changes; null: for everything. */
  readonly since: string | null
}

export function toFetched(page: Pick<FetchedPage, 'run' | 'batch' | 'number' | 'since'>, names: Fingerprints): FetchedPage {
  const { records, digest } = page.batch
  let rows: readonly string[] | undefined
  return {
    ...page,
    name: digest === undefined || page.since !== null ? null : names.page(digest),
    rows: () => {
      rows ??= records.map(names.row)
      return rows
    },
  }
}

/** What is to be stored of a page. The rows at the places that `isKnown` says are not worked out, but said to be known. */
export function buildPageWrite(given: FetchedPage, mapper: Mapper | null, isKnown: (at: number) => boolean = () => false): PageWrite {
  const dataType = dataTypes[given.run.dataType]
  const names = given.rows()
  const rows = given.batch.records.map(({ id }, at): KnownRow => ({ id, row: names[at] ?? '' }))
  const records: RecordChange[] = []
  const known: KnownRow[] = []
  const rejects: Reject[] = []
  let filtered = 0
  for (const [at, record] of given.batch.records.entries()) {
    const one = rows[at] as KnownRow
    if (isKnown(at)) {
      known.push(one)
      continue
    }
    const result = transform(dataType, record, given.number, mapper, one.row)
    if (result.kind === 'accepted') records.push(result.change)
    else if (result.kind === 'filtered') filtered += 1
    else rejects.push(result.reject)
  }
  const isWhole = filtered === 0 && rejects.length === 0 && given.name !== null && mayBeKnown(given)
  return { ...pageMetadata(given), records, known, rejects, filtered, named: isWhole ? { name: given.name, rows } : null }
}

/** What is to be stored of a page that is believed to be the one that was kept under its name: no row of it is looked at. */
export const unchangedPageWrite = (given: FetchedPage, name: string): PageWrite => ({
  ...pageMetadata(given),
  records: [],
  known: [],
  rejects: [],
  filtered: 0,
  named: { name, rows: null },
})

/** Whether all rows of a page may be known: each has a name, and none comes twice. */
export const mayBeKnown = ({ batch, rows }: FetchedPage): boolean =>
  rows().every((row) => row !== '') && new Set(batch.records.map(({ id }) => id)).size === batch.records.length

/** What does not depend on what becomes of the rows. */
function pageMetadata({ batch, number, since }: FetchedPage): Omit<PageWrite, 'records' | 'known' | 'rejects' | 'filtered' | 'named'> {
  let highWater: string | null = null
  for (const { changedAt } of batch.records) if (changedAt !== null && (highWater === null || changedAt > highWater)) highWater = changedAt
  return {
    page: number,
    merged: nothingMerged,
    read: batch.records.length,
    marks: since === null,
    since,
    cursor: batch.next,
    complete: batch.next === null,
    partial: batch.partial === true,
    total: batch.total ?? null,
    highWater,
    serverTime: batch.serverTime ?? null,
  }
}
