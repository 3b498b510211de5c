import type { Clock, Ids } from '../kernel/ports.ts'
import { asKnown } from '../outbox/as-known.ts'
import { bothChangedConflict } from '../outbox/conflict.ts'
import type { HeldRecord, RecordStream } from '../outbox/held-record.ts'
import type { EntryChange, OutboxStore } from '../outbox/outbox-store.ts'
import { type ConflictResolution, type RemoteRecord, reconcile } from '../outbox/reconcile.ts'
import { onlyVolatile, toContent, withoutVolatile } from '../records/content.ts'
import { dataTypes } from '../records/data-types.ts'
import { withoutAssumed } from '../records/filled-in.ts'
import type { MergedRecords, PageWrite, RecordChange } from '../runs/run-store.ts'
import type { MergeNotes } from './merge-notes.ts'
import type { PushForecast } from './push-forecast.ts'

type Data = Readonly<Record<string, unknown>>

/** What is needed to reconcile records that the system has written too. */
export interface SharedRecordPorts {
  readonly stream: RecordStream
  readonly runId: string
  readonly resolution: ConflictResolution
  readonly outbox: OutboxStore
  readonly clock: Clock
  readonly ids: Ids
  /** What people should read in the run's log about merged records. */
  readonly notes: MergeNotes
  /** Null unless it is a dry run. */
  readonly forecast: PushForecast | null
  /** How far the ERP's clock is ahead of ours, in milliseconds; 0 as long as it is not known. */
  readonly erpClock: { offsetMs: number }
}

/** The most records of unknown outcome that are looked at in one go. */
export const maxUncertain = 1000

/**
 * Splits the records of a page: those that the system has written too move to `merged`, reconciled with their outbox entries. A record of
 * ours that was sent and never answered is recognised by its reference.
 */
export async function withSharedRecords(write: PageWrite, ports: SharedRecordPorts): Promise<PageWrite> {
  const { stream, outbox } = ports
  const erpIds = write.records.map(({ id }) => id)
  const [aliases, uncertain] = await Promise.all([outbox.aliases(stream, erpIds), uncertainByReference(ports)])
  const idOf = (record: RecordChange, at: number) =>
    aliases[at] ?? (uncertain.size > 0 ? uncertain.get(referenceIn(record, uncertain)) : undefined) ?? record.id
  const ids = write.records.map(idOf)
  const held = await outbox.readShared(stream, ids)
  const records: RecordChange[] = []
  const reconciled: ReconciledRecord[] = []
  for (const [at, record] of write.records.entries()) {
    const ours = held.get(ids[at] ?? '')
    if (ours) reconciled.push(reconcileChange(record, ours, ports))
    else records.push(record)
  }
  return { ...write, records, merged: sumOf(reconciled) }
}

/** The ids of new records that were sent and never answered, by their external reference. */
async function uncertainByReference({ stream, outbox }: SharedRecordPorts): Promise<ReadonlyMap<string, string>> {
  const held = await outbox.readShared(stream, await outbox.unsettled(stream, maxUncertain))
  return new Map([...held.values()].flatMap(({ id, entry }) => (entry && entry.erpId === null ? [[entry.reference, id] as const] : [])))
}

function referenceIn({ json }: RecordChange, uncertain: ReadonlyMap<string, string>): string {
  const { ourReference, customerReference } = JSON.parse(json) as Data
  return [ourReference, customerReference].find((text): text is string => typeof text === 'string' && uncertain.has(text)) ?? ''
}

interface ReconciledRecord {
  readonly change: EntryChange
  readonly isUpdated: boolean
  readonly isEcho: boolean
  readonly isConflict: boolean
  /** What was sent and never answered has arrived in the ERP. */
  readonly isSettled: boolean
  readonly isMerged: boolean
  /** How many fields the strategy decided. */
  readonly overridden: number
}

function sumOf(reconciled: readonly ReconciledRecord[]): MergedRecords {
  const count = (is: (one: ReconciledRecord) => boolean): number => reconciled.filter(is).length
  return {
    changes: reconciled.map(({ change, isSettled }) => (isSettled ? { ...change, pushed: true } : change)),
    updated: count(({ isUpdated }) => isUpdated),
    unchanged: count(({ isUpdated }) => !isUpdated),
    echoes: count(({ isEcho }) => isEcho),
    conflicts: count(({ isConflict }) => isConflict),
    merged: count(({ isMerged }) => isMerged),
    overridden: reconciled.reduce((sum, { overridden }) => sum + overridden, 0),
    pushed: count(({ isSettled }) => isSettled),
  }
}

function reconcileChange({ id: erpId, json, filledIn = [] }: RecordChange, held: HeldRecord, ports: SharedRecordPorts): ReconciledRecord {
  const dataType = dataTypes[ports.stream.dataType]
  const whole = JSON.parse(json) as Data
  const neverPushed = { base: null, sent: null }
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const theirs: RemoteRecord = {
    erpId,
    data: asKnown(dataType, withoutVolatile(dataType, whole), filledIn, held.entry ?? neverPushed),
    changedAt: text(whole.sourceUpdatedAt),
    version: text(whole.sourceVersion),
  }
  return reconcileRemote(held, theirs, onlyVolatile(dataType, whole), ports)
}

/** The change of a record and its entry once the ERP has shown its version. `aside`: the volatile fields of that version. */
export function reconcileRemote(held: HeldRecord, theirs: RemoteRecord, aside: Data, ports: SharedRecordPorts): ReconciledRecord {
  const { stream, runId, resolution, clock, ids, notes, erpClock } = ports
  const dataType = dataTypes[stream.dataType]
  const { id, version, entry, data } = held
  if (entry === null) throw new Error(`${id} has no outbox entry`)
  const ours = withoutVolatile(dataType, data ?? {})
  const result = reconcile(entry, ours, theirs, resolution, erpClock.offsetMs)
  notes.addResult(id, result, resolution)
  ports.forecast?.note(id, entry.status, result.entry.status)
  const whole = { ...result.data, ...aside }
  const parsed = dataType.parse(whole)
  const content = toContent(dataType, parsed ? withoutAssumed(dataType, whole, parsed) : { ...theirs.data, ...aside })
  const isConflict = result.contested.length > 0
  const found = { now: clock.now(), random: ids.random(6), runId }
  const opens = isConflict ? bothChangedConflict(stream, { id, data: result.data }, entry, theirs, result.contested, found) : null
  const isStillOpen = result.entry.status === 'conflict' && opens === null
  const conflict = opens ? { opens } : entry.conflictId === null || isStillOpen ? undefined : { closes: entry.conflictId }
  const conflictId = opens?.id ?? (isStillOpen ? entry.conflictId : null)
  return {
    change: { id, version, entry: { ...result.entry, conflictId }, content, conflict },
    isUpdated: content.hash !== toContent(dataType, data ?? {}).hash,
    isEcho: result.isEcho,
    isConflict: isConflict && entry.status !== 'conflict',
    isSettled: entry.sent !== null && result.entry.pushed === entry.sent.hash,
    isMerged: result.isMerged,
    overridden: result.overridden.length,
  }
}
