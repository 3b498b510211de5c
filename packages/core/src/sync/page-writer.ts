import type { Mapping } from '../mapping/open-mapping.ts'
import type { Reject } from '../records/reject.ts'
import type { Claim } from '../runs/claim.ts'
import type { Run } from '../runs/run.ts'
import type { PageOutcome, PageResult, PageWrite, RunStore } from '../runs/run-store.ts'
import { type Assumption, assumptionAbout, firstAssumption, limitAfterOtherPage, limitAfterStored } from './assumption.ts'
import { noteRepeated } from './notes/note-repeated.ts'
import type { PageNotes } from './notes/page-notes.ts'
import { buildPageWrite, type FetchedPage, unchangedPageWrite } from './page-write.ts'
import { type SharedRecordPorts, withSharedRecords } from './shared-records.ts'

/** A page with the write that stores it, and the assumption that the write rests on. */
export interface PreparedPage {
  readonly page: FetchedPage
  readonly assumption: Assumption
  readonly write: PageWrite
  readonly notes: PageNotes
}

export interface StoredPage {
  readonly result: PageResult
  readonly rejects: readonly Reject[]
  readonly notes: PageNotes
}

export interface PageWriter {
  /** Works a page out, as far as that is necessary. May run while the page before is being stored. */
  prepare(page: FetchedPage): Promise<PreparedPage>
  /** Stores a page. If the store rejects the write, the page is prepared with a weaker assumption and stored again. */
  store(prepared: PreparedPage): Promise<StoredPage>
}

export interface PageWriterPorts {
  readonly run: Run
  readonly claim: Claim
  readonly mapping: Mapping | null
  readonly runs: Pick<RunStore, 'applyPage'>
  readonly shared: SharedRecordPorts
}

/** Turns pages into writes and stores them, with as little work as the pages before suggest to be enough. */
export async function createPageWriter({ run, claim, mapping, runs, shared }: PageWriterPorts): Promise<PageWriter> {
  let isShared = await shared.outbox.isUsed(shared.stream)
  let limit = firstAssumption
  let { counts } = run

  /** The write with these rows transformed, or all of them, and no assumption about them. */
  async function transformRows(page: FetchedPage, rows?: ReadonlySet<number>): Promise<PreparedPage> {
    const { records } = page.batch
    const mapper = mapping && (await mapping.mapperFor(rows ? records.filter((_, at) => rows.has(at)) : records))
    return { page, assumption: 'none', ...buildPageWrite(page, mapper, rows && ((at) => !rows.has(at))) }
  }

  async function prepare(page: FetchedPage): Promise<PreparedPage> {
    const assumption = assumptionAbout(page, limit)
    if (assumption === 'page-unchanged' && page.name !== null) return { page, assumption, ...unchangedPageWrite(page, page.name) }
    if (assumption === 'rows-unchanged') return { page, assumption, ...buildPageWrite(page, null, () => true) }
    return transformRows(page)
  }

  /** The page as it has to be stored after the store has rejected it. */
  async function revise(prepared: PreparedPage, outcome: Exclude<PageOutcome, { kind: 'stored' }>): Promise<PreparedPage> {
    const { page, assumption } = prepared
    if (outcome.kind === 'merge') {
      isShared = true
      return assumption === 'none' ? prepared : transformRows(page)
    }
    if (outcome.at !== null) return transformRows(page, assumption === 'none' ? undefined : new Set(outcome.at))
    limit = limitAfterOtherPage(limit)
    return prepare(page)
  }

  return {
    prepare,
    async store(first) {
      for (let prepared = first; ; ) {
        const { write, notes } = prepared
        const outcome = await runs.applyPage(claim, isShared ? await withSharedRecords(write, shared) : write)
        if (outcome.kind === 'stored') {
          noteRepeated(notes, outcome.repeated ?? [])
          limit = limitAfterStored(counts, outcome.counts, outcome.isKept)
          counts = outcome.counts
          return { result: outcome, rejects: write.rejects, notes }
        }
        prepared = await revise(prepared, outcome)
      }
    },
  }
}
