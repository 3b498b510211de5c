import type { RecordSource } from '../connector/connector.ts'
import type { Mapper } from '../mapping/mapping.ts'
import { dataTypes } from '../records/data-types.ts'
import { asCursor, type Cursor, type Page } from '../records/record.ts'
import type { Run } from '../runs/run.ts'
import type { Claim, PageResult, PageWrite, RecordChange, RunStore } from '../runs/run-store.ts'
import type { Reject } from '../runs/sync-log.ts'
import { inParts } from './in-parts.ts'
import { readAhead } from './read-ahead.ts'
import { transform } from './transform.ts'

export interface Pull {
  readonly run: Run
  readonly claim: Claim
  readonly source: RecordSource
  readonly since: string | null
  readonly mapper: Mapper | null
  readonly runs: Pick<RunStore, 'applyPage'>
  readonly signal: AbortSignal
}

/** Reads from the run's checkpoint to the last page and stores page by page; yields what is stored after each. */
export async function* pull({ run, claim, source, since, mapper, runs, signal }: Pull): AsyncGenerator<PageResult> {
  const { cursor, pages } = run.checkpoint
  let page = pages
  const answers = (after: Cursor | null) => readAhead(source.pages({ after, since }))
  for await (const batch of inParts(cursor === null ? null : asCursor(cursor), answers)) {
    page += 1
    yield await runs.applyPage(claim, toWrite(run, batch, page, mapper))
    signal.throwIfAborted() // only here: a written page is always a recorded page
  }
}

function toWrite(run: Run, batch: Page, page: number, mapper: Mapper | null): PageWrite {
  const dataType = dataTypes[run.dataType]
  const accepted: RecordChange[] = []
  const rejects: Reject[] = []
  let filtered = 0
  let highWater: string | null = null
  for (const record of batch.records) {
    if (record.changedAt !== null && (highWater === null || record.changedAt > highWater)) highWater = record.changedAt
    const result = transform(dataType, record, page, mapper)
    if (result.kind === 'accepted') accepted.push(result.change)
    else if (result.kind === 'filtered') filtered += 1
    else rejects.push(result.reject)
  }
  return {
    page,
    records: accepted,
    rejects,
    read: batch.records.length,
    filtered,
    cursor: batch.next,
    complete: batch.next === null,
    total: batch.total ?? null,
    highWater,
    asOf: batch.asOf ?? null,
  }
}
