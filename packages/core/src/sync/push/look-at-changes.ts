import type { PushAccount } from '../../outbox/outbox-store.ts'
import type { Page } from '../../records/record.ts'
import { nothingMerged } from '../../runs/run-store.ts'
import { noteErpClock } from '../erp-clock.ts'
import { createFingerprints } from '../fingerprints.ts'
import type { OpenRun } from '../open-run.ts'
import { buildPageWrite, toFetched } from '../page-write.ts'
import { withSharedRecords } from '../shared-records.ts'
import { sinceWatermark } from '../watermark.ts'

const unknown =
  'This ERP does not show a single record, nor what has changed: an update may overwrite what somebody has changed there since the last pull. A sync in both directions pulls before it pushes'

/**
 * Looks once at what the ERP has changed since the last pull, and reconciles the records that the system has written too; nothing else of it
 * is stored. For ERPs that cannot be asked for a single record. A run in both directions has just pulled, so it does not look again.
 */
export function createLookAtChanges(open: OpenRun): () => Promise<void> {
  let looked: Promise<void> | null = null
  return () => {
    looked ??= lookAtChanges(open)
    return looked
  }
}

async function lookAtChanges(open: OpenRun): Promise<void> {
  const { execution, ports, connection, source, mapping } = open
  const { run } = execution
  if (run.direction === 'bidirectional') return
  const canPull = ports.connectors.find(connection)?.capabilities[run.dataType]?.pull !== undefined
  if (!canPull || !source.incremental) {
    await ports.runs.log(run.id, { level: 'warn', message: unknown })
    return
  }
  const since = sinceWatermark(execution.watermark, connection.settings.watermarkOverlap)
  const message = `Looking at what the ERP has changed${since === null ? '' : ` since ${since}`} before records are updated`
  await ports.runs.log(run.id, { level: 'info', message })
  for await (const page of source.pages({ after: null, since, dryRun: true, hasMapping: mapping !== null })) {
    noteErpClock(page.serverTime, open.shared)
    await reconcilePage(page, since, open)
    open.held.signal.throwIfAborted()
  }
}

async function reconcilePage(batch: Page, since: string | null, open: OpenRun): Promise<void> {
  const { execution, connection, mappingSettings, mapping, shared, source } = open
  const { run, claim } = execution
  const page = toFetched({ run, batch, number: 0, since, source }, createFingerprints(connection, mappingSettings))
  const { write } = buildPageWrite(page, mapping && (await mapping.mapperFor(batch.records)))
  for (;;) {
    const { merged } = await withSharedRecords({ ...write, merged: nothingMerged }, shared)
    const { changes, updated: _updated, unchanged: _unchanged, ...counts } = merged
    const account: PushAccount = { counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)) }
    const stale = changes.length === 0 ? [] : await shared.outbox.changeByRun(claim, changes, account)
    if (stale.length === 0) return
  }
}
