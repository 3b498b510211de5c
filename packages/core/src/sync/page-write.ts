import type { RecordSource } from '../connector/connector.ts'
import type { Mapper } from '../mapping/mapping.ts'
import { dataTypes } from '../records/data-types.ts'
import type { Page } from '../records/record.ts'
import { keptRowOf, type Reject } from '../records/reject.ts'
import type { Run } from '../runs/run.ts'
import { type KnownRow, nothingMerged, type PageWrite } from '../runs/run-store.ts'
import type { Fingerprints } from './fingerprints.ts'
import { type MappedChange, settleMappedIds } from './mapped-ids.ts'
import { createPageNoter, noPageNotes, type PageNotes } from './notes/page-notes.ts'
import { transform } from './transform.ts'

/** A page from the ERP on its way into the store. */
export interface FetchedPage {
  readonly run: Run
  readonly batch: Page
  /** From 1. */
  readonly number: number
  /** The page's fingerprint; null if it has none, or if the pull reads only changes. */
  readonly name: string | null
  /** The fingerprints of its rows, in order; computed on first use. */
  readonly rows: () => readonly string[]
  /** From when the ERP was asked for changes; null: for everything. */
  readonly since: string | null
  /** Where it was read. */
  readonly source: Pick<RecordSource, 'read'>
}

export function toFetched(page: Omit<FetchedPage, 'name' | 'rows'>, fingerprints: Fingerprints): FetchedPage {
  const { records, digest } = page.batch
  let rows: readonly string[] | undefined
  return {
    ...page,
    name: digest === undefined || page.since !== null ? null : fingerprints.page(digest),
    rows: () => {
      rows ??= records.map(fingerprints.row)
      return rows
    },
  }
}

/** What a page is stored by, and what was noticed in its records. */
export interface BuiltPage {
  readonly write: PageWrite
  readonly notes: PageNotes
}

/** The write of a page. Rows for which `isKnown` holds are not transformed: the write assumes that the store has their records. */
export function buildPageWrite(page: FetchedPage, mapper: Mapper | null, isKnown: (at: number) => boolean = () => false): BuiltPage {
  const dataType = dataTypes[page.run.dataType]
  const fingerprints = page.rows()
  const rows = page.batch.records.map(({ id }, at): KnownRow => ({ id, row: fingerprints[at] ?? '' }))
  const accepted: MappedChange[] = []
  const known: KnownRow[] = []
  const rejects: Reject[] = []
  let filtered = 0
  let unidentified = 0
  const noter = createPageNoter()
  for (const [at, record] of page.batch.records.entries()) {
    const one = rows[at] as KnownRow
    if (isKnown(at)) {
      known.push(one)
      continue
    }
    const result = transform(dataType, record, page.number, mapper, one.row)
    if (result.kind === 'accepted') {
      accepted.push({ change: result.change, sourceId: record.id, changedAt: record.changedAt })
      noter.add({ id: record.id, fields: result.fields, data: result.data, remarks: record.remarks })
    } else if (result.kind === 'filtered') filtered += 1
    else {
      rejects.push({ ...result.reject, ...keptRowOf(record, result.reject.recordId, page.source.read !== undefined), row: at + 1 })
      if (!result.isIdentified) unidentified += 1
    }
  }
  const { changes: records, rejects: mixedUp } = settleMappedIds(accepted, page.number)
  rejects.push(...mixedUp)
  const isWhole = filtered === 0 && rejects.length === 0 && page.name !== null && mayBeKnown(page)
  const write = {
    ...pageMetadata(page),
    records,
    known,
    rejects,
    unidentified,
    filtered,
    named: isWhole ? { name: page.name, rows } : null,
  }
  return { write, notes: noter.notes(rows.length, known.length) }
}

/** The write of a page that is assumed to be the stored one with the same fingerprint: none of its rows is looked at. */
export function unchangedPageWrite(page: FetchedPage, name: string): BuiltPage {
  const count = page.batch.records.length
  return {
    write: { ...pageMetadata(page), records: [], known: [], rejects: [], unidentified: 0, filtered: 0, named: { name, rows: null } },
    notes: { ...noPageNotes(), rows: count, known: count },
  }
}

/** Whether all rows of a page can be assumed to be known: each has a fingerprint, and no id occurs twice. */
export const mayBeKnown = ({ batch, rows }: FetchedPage): boolean =>
  rows().every((row) => row !== '') && new Set(batch.records.map(({ id }) => id)).size === batch.records.length

/** The parts of a write that do not depend on its rows. */
function pageMetadata({
  batch,
  number,
  since,
}: FetchedPage): Omit<PageWrite, 'records' | 'known' | 'rejects' | 'unidentified' | 'filtered' | 'named'> {
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
    unique: batch.unique === true,
    total: batch.total ?? null,
    highWater,
    serverTime: batch.serverTime ?? null,
  }
}
