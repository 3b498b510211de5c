import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PullFilter, RecordSource } from '../connector/connector.ts'
import { createSemaphore } from '../kernel/semaphore.ts'
import { filtersForErp } from '../mapping/filters-for-erp.ts'
import { asCursor, type Page } from '../records/record.ts'
import type { PageResult } from '../runs/run-store.ts'
import { noteErpClock } from './erp-clock.ts'
import type { Execution } from './execution.ts'
import { createFingerprints, type Fingerprints } from './fingerprints.ts'
import { isNews, watchProgress } from './judge-progress.ts'
import type { RunNotes } from './notes/run-notes.ts'
import { isPulling, type OpenRun, type PhaseResult } from './open-run.ts'
import { toFetched } from './page-write.ts'
import { createPageWriter, type PageWriter, type PreparedPage } from './page-writer.ts'
import { readAhead } from './read-ahead.ts'
import { pullingFrom } from './run-summary.ts'
import { type TimeKeeper, timedItems } from './spent-time.ts'
import { splitPages } from './split-pages.ts'

interface PullOptions extends Pick<OpenRun, 'shared'>, Pick<Execution, 'run'> {
  readonly source: RecordSource
  readonly time: TimeKeeper
  /** From when the ERP is asked for changes; null: for everything. */
  readonly since: string | null
  readonly fingerprints: Fingerprints
  readonly filters: readonly PullFilter[]
  readonly hasMapping: boolean
  readonly signal: AbortSignal
  readonly notes: RunNotes
  readonly warn: (message: string) => Promise<void>
}

/** The most pages in memory, from the request to the ERP until they are stored. */
const maxHeld = 2

/** The phase that pulls all pages that are not stored yet. */
export async function pullPages(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, held, connection, source, mapping, mappingSettings, shared, since, timeSlice, notes } = open
  const { run, claim } = execution
  if (!isPulling(open) || execution.checkpoint.complete) return 'done'
  const isBeginning = execution.checkpoint.cursor === null && !run.dryRun
  const [writer] = await Promise.all([
    createPageWriter({ run, claim, mapping, runs: ports.runs, shared }),
    ports.runs.log(run.id, { level: 'info', message: pullingFrom(execution.checkpoint, since) }),
    isBeginning && ports.erpEvents.unmark(run.connectionId, run.dataType), // what changes from now on is read, or marked again
  ])
  const pages = pull(writer, {
    run,
    source,
    time: execution.time,
    since,
    hasMapping: mapping !== null,
    filters: filtersForErp(mappingSettings),
    fingerprints: createFingerprints(connection, mappingSettings),
    shared,
    signal: held.signal,
    notes,
    warn: (message) => ports.runs.log(run.id, { level: 'warn', message }),
  })
  const progress = watchProgress()
  try {
    for await (const stored of pages) {
      const { counts, checkpoint } = stored
      progress.assertNews(stored)
      const progressed = execution.progressed || isNews(execution, stored)
      Object.assign(execution, { counts, checkpoint, progressed })
      await shared.notes.flush()
      if (!checkpoint.complete && (await timeSlice.shouldYield())) return 'yield'
      if (checkpoint.total) held.report(Math.min(100, Math.floor((counts.read / checkpoint.total) * 100)))
    }
    return 'done'
  } finally {
    await notes.save().catch(() => {}) // without them the run tells less; its own failure counts
  }
}

/**
 * Pulls from the run's checkpoint to the last page, and yields what is stored after each page. While one page is prepared or stored, the
 * next one is fetched.
 */
async function* pull(writer: PageWriter, options: PullOptions): AsyncGenerator<PageResult> {
  const { run, signal } = options
  const held = createSemaphore(maxHeld)
  const pages = readAhead(fetchPages(options), held.acquire)
  for await (const prepared of readAhead(preparePages(pages, writer, options))) {
    const { result, rejects, notes } = await writer.store(prepared)
    const { number, batch } = prepared.page
    for (const message of options.notes.addPage(number, notes, batch.warnings ?? [])) await options.warn(message)
    if (!run.dryRun) await batch.onCommitted?.(rejects)
    held.release()
    yield result
    signal.throwIfAborted() // only here: a stored page is always a reported page
  }
}

/** The ERP's pages after the run's checkpoint, split into parts that can be stored in one step. */
function fetchPages({ run, source, since, filters, hasMapping }: PullOptions): AsyncIterable<Page> {
  const { cursor } = run.checkpoint
  return splitPages(cursor === null ? null : asCursor(cursor), (after) =>
    source.pages({ after, since, filters, dryRun: run.dryRun, hasMapping }),
  )
}

async function* preparePages(pages: AsyncIterable<Page>, writer: PageWriter, options: PullOptions): AsyncGenerator<PreparedPage> {
  const { run, source, since, time, fingerprints } = options
  let number = run.checkpoint.pages
  for await (const batch of timedItems(pages, time)) {
    number += 1
    noteErpClock(batch.serverTime, options.shared)
    await nextTurn() // lets the write of the page before leave first
    yield await writer.prepare(toFetched({ run, batch, number, since, source }, fingerprints))
  }
}
