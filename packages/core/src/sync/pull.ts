import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PullFilter, RecordSource } from '../connector/connector.ts'
import type { Mapping } from '../mapping/open-mapping.ts'
import { asCursor, type Page } from '../records/record.ts'
import type { Reject } from '../records/reject.ts'
import type { Counts, Run } from '../runs/run.ts'
import type { Claim, PageResult, PageWrite, RunStore } from '../runs/run-store.ts'
import type { Fingerprints } from './fingerprints.ts'
import { buildPageWrite, type FetchedPage, mayBeKnown, toFetched, unchangedPageWrite } from './page-write.ts'
import { createSemaphore, readAhead } from './read-ahead.ts'
import { type SharedRecordPorts, withSharedRecords } from './shared-records.ts'
import { splitPages } from './split-pages.ts'

export interface Pull {
  readonly run: Run
  readonly claim: Claim
  readonly source: RecordSource
  readonly since: string | null
  readonly mapping: Mapping | null
  readonly fingerprints: Fingerprints
  readonly filters: readonly PullFilter[]
  readonly runs: Pick<RunStore, 'applyPage'>
  readonly shared: SharedRecordPorts
  readonly signal: AbortSignal
}

/** Pages at once, from the moment at which the ERP is asked for one until it is stored. */
const maxHeld = 2

/** A page on its way into the store, and what is believed of it: that it is the one that was kept, that all its rows are known, or nothing. */
interface Prepared {
  readonly given: FetchedPage
  readonly belief: 'kept' | 'known' | null
  readonly write: PageWrite
}

/**
 * Reads from the run's checkpoint to the last page and stores page by page; yields what is stored after each. While one page is worked out
 * or stored, the next is fetched, and no more: two are held at most. Where most rows are found to be those that were stored,
 * the next page's are not worked out before the store has said which of them are new; nor named, where a whole page was found to be so.
 */
export async function* pull(options: Pull): AsyncGenerator<PageResult> {
  const { run, claim, source, since, filters, mapping, runs, shared, signal } = options
  const { cursor } = run.checkpoint
  let isShared = await shared.outbox.isUsed(shared.stream)
  let before: Pick<Counts, 'read' | 'unchanged'> = run.counts
  let [isMostlyKnown, isKept] = [true, true]

  const workOut = async (given: FetchedPage, unknown?: ReadonlySet<number>): Promise<PageWrite> => {
    const { records } = given.batch
    const mapper = mapping && (await mapping.mapperFor(unknown ? records.filter((_, at) => unknown.has(at)) : records))
    return buildPageWrite(given, mapper, unknown && ((at) => !unknown.has(at)))
  }

  async function toPrepared(given: FetchedPage): Promise<Prepared> {
    if (isKept && isMostlyKnown && given.name !== null) return { given, belief: 'kept', write: unchangedPageWrite(given, given.name) }
    if (isMostlyKnown && mayBeKnown(given)) return { given, belief: 'known', write: buildPageWrite(given, null, () => true) }
    return { given, belief: null, write: await workOut(given) }
  }

  async function apply(prepared: Prepared): Promise<{ readonly result: PageResult; readonly rejects: readonly Reject[] }> {
    const { given, belief, write } = prepared
    const outcome = await runs.applyPage(claim, isShared ? await withSharedRecords(write, shared) : write)
    if (outcome.kind === 'stored') {
      const { read, unchanged } = outcome.counts
      isMostlyKnown = (unchanged - before.unchanged) * 2 > read - before.read
      isKept = outcome.isKept
      before = outcome.counts
      return { result: outcome, rejects: write.rejects }
    }
    if (outcome.kind === 'merge') {
      isShared = true
      return apply(belief === null ? prepared : { given, belief: null, write: await workOut(given) })
    }
    if (outcome.at !== null) return apply({ given, belief: null, write: await workOut(given, new Set(outcome.at)) })
    isKept = false
    return apply(await toPrepared(given))
  }

  async function* prepare(batches: AsyncIterable<Page>): AsyncGenerator<Prepared> {
    let number = run.checkpoint.pages
    for await (const batch of batches) {
      number += 1
      await nextTurn() // the page before is sent off first
      yield await toPrepared(toFetched({ run, batch, number, since }, options.fingerprints))
    }
  }

  const batches = splitPages(cursor === null ? null : asCursor(cursor), (after) =>
    source.pages({ after, since, filters, dryRun: run.dryRun }),
  )
  const room = createSemaphore(maxHeld)
  for await (const prepared of readAhead(prepare(readAhead(batches, room.acquire)))) {
    const { result, rejects } = await apply(prepared)
    if (!run.dryRun) await prepared.given.batch.onCommitted?.(rejects)
    room.release()
    yield result
    signal.throwIfAborted() // only here: a written page is always a recorded page
  }
}
