import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordSource } from '../connector/connector.ts'
import type { Mapper } from '../mapping/mapping.ts'
import type { Mapping } from '../mapping/open-mapping.ts'
import { dataTypes } from '../records/data-types.ts'
import { asCursor, type Page } from '../records/record.ts'
import type { Reject } from '../records/reject.ts'
import type { Run } from '../runs/run.ts'
import { type Claim, nothingMerged, type PageResult, type PageWrite, type RecordChange, type RunStore } from '../runs/run-store.ts'
import { inParts } from './in-parts.ts'
import { readAhead } from './read-ahead.ts'
import { type SharedRecordPorts, withSharedRecords } from './shared-records.ts'
import { transform } from './transform.ts'

export interface Pull {
  readonly run: Run
  readonly claim: Claim
  readonly source: RecordSource
  readonly since: string | null
  readonly mapping: Mapping | null
  readonly runs: Pick<RunStore, 'applyPage'>
  readonly shared: SharedRecordPorts
  readonly signal: AbortSignal
}

/**
 * Reads from the run's checkpoint to the last page and stores page by page; yields what is stored after each. While Redis stores one
 * page, the next is fetched and worked out, and no more: two are held at most.
 */
export async function* pull({ run, claim, source, since, mapping, runs, shared, signal }: Pull): AsyncGenerator<PageResult> {
  const { cursor } = run.checkpoint
  let isShared = await shared.outbox.isUsed(shared.stream)
  const apply = async (write: PageWrite): Promise<PageResult> => {
    const result = await runs.applyPage(claim, isShared ? await withSharedRecords(write, shared) : write)
    isShared ||= result === null
    return result ?? apply(write)
  }
  const batches = inParts(cursor === null ? null : asCursor(cursor), (after) => source.pages({ after, since, isRehearsal: run.dryRun }))
  for await (const { write, whenStored } of readAhead(toWrites(run, batches, mapping, since === null))) {
    const result = await apply(write)
    if (!run.dryRun) await whenStored?.(write.rejects)
    yield result
    signal.throwIfAborted() // only here: a written page is always a recorded page
  }
}

interface Worked {
  readonly write: PageWrite
  readonly whenStored: Page['stored']
}

async function* toWrites(run: Run, batches: AsyncIterable<Page>, mapping: Mapping | null, marks: boolean): AsyncGenerator<Worked> {
  let page = run.checkpoint.pages
  for await (const batch of batches) {
    page += 1
    await nextTurn() // the page before is sent off first
    const mapper = mapping && (await mapping.mapperFor(batch.records))
    yield { write: { ...toWrite(run, batch, page, mapper), marks }, whenStored: batch.stored }
  }
}

function toWrite(run: Run, batch: Page, page: number, mapper: Mapper | null): Omit<PageWrite, 'marks'> {
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
    merged: nothingMerged,
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
