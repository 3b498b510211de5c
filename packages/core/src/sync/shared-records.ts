import type { Clock, Ids } from '../kernel/ports.ts'
import { bothChangedConflict } from '../outbox/conflict.ts'
import type { HeldRecord, OutboxChange, OutboxStore, RecordStream } from '../outbox/outbox-store.ts'
import { type ConflictResolution, type RemoteRecord, reconcile } from '../outbox/reconcile.ts'
import { onlyVolatile, toContent, withoutVolatile } from '../records/content.ts'
import { dataTypes } from '../records/data-types.ts'
import type { MergedRecords, PageWrite, RecordChange } from '../runs/run-store.ts'

type Data = Readonly<Record<string, unknown>>

/** What records that the system has written too need to be met. */
export interface SharedRecordPorts {
  readonly stream: RecordStream
  readonly runId: string
  readonly resolution: ConflictResolution
  readonly outbox: OutboxStore
  readonly clock: Clock
  readonly ids: Ids
}

/** So many that were sent and never answered are looked for among what is pulled. */
const maxLookups = 1000

/**
 * Divides a page: what only the ERP writes stays as it is, what the system has written too is merged with it. An order of ours that was
 * sent and never answered is known by its reference.
 */
export async function withSharedRecords(write: PageWrite, ports: SharedRecordPorts): Promise<PageWrite> {
  const { stream, outbox } = ports
  const erpIds = write.records.map(({ id }) => id)
  const [aliases, lost] = await Promise.all([outbox.aliases(stream, erpIds), lostByReference(ports)])
  const idOf = (record: RecordChange, at: number) =>
    aliases[at] ?? (lost.size > 0 ? lost.get(referenceIn(record, lost)) : undefined) ?? record.id
  const ids = write.records.map(idOf)
  const held = await outbox.readShared(stream, ids)
  const records: RecordChange[] = []
  const met: MetOne[] = []
  for (const [at, record] of write.records.entries()) {
    const ours = held.get(ids[at] ?? '')
    if (ours) met.push(meetOne(record, ours, ports))
    else records.push(record)
  }
  return { ...write, records, merged: sumOf(met) }
}

/** The ids of those that were sent and never answered, by what the ERP keeps of them. */
async function lostByReference({ stream, outbox }: SharedRecordPorts): Promise<ReadonlyMap<string, string>> {
  const held = await outbox.readShared(stream, await outbox.unsettled(stream, maxLookups))
  return new Map([...held.values()].flatMap(({ id, entry }) => (entry && entry.erpId === null ? [[entry.reference, id] as const] : [])))
}

function referenceIn({ json }: RecordChange, lost: ReadonlyMap<string, string>): string {
  const { ourReference, customerReference } = JSON.parse(json) as Data
  return [ourReference, customerReference].find((text): text is string => typeof text === 'string' && lost.has(text)) ?? ''
}

interface MetOne {
  readonly change: OutboxChange
  readonly isUpdated: boolean
  readonly isEcho: boolean
  readonly isConflict: boolean
  /** It was sent and never answered, and the ERP has it. */
  readonly isSettled: boolean
}

function sumOf(met: readonly MetOne[]): MergedRecords {
  const count = (is: (one: MetOne) => boolean): number => met.filter(is).length
  return {
    changes: met.map(({ change }) => change),
    updated: count(({ isUpdated }) => isUpdated),
    unchanged: count(({ isUpdated }) => !isUpdated),
    echoes: count(({ isEcho }) => isEcho),
    conflicts: count(({ isConflict }) => isConflict),
    pushed: count(({ isSettled }) => isSettled),
  }
}

function meetOne({ id: erpId, json }: RecordChange, held: HeldRecord, ports: SharedRecordPorts): MetOne {
  const dataType = dataTypes[ports.stream.dataType]
  const whole = JSON.parse(json) as Data
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const theirs: RemoteRecord = {
    erpId,
    data: withoutVolatile(dataType, whole),
    changedAt: text(whole.sourceUpdatedAt),
    version: text(whole.sourceVersion),
  }
  return reconcileRemote(held, theirs, onlyVolatile(dataType, whole), ports)
}

/** What becomes of a record and its entry when the ERP shows it. `aside`: when and how it was read. */
export function reconcileRemote(held: HeldRecord, theirs: RemoteRecord, aside: Data, ports: SharedRecordPorts): MetOne {
  const { stream, runId, resolution, clock, ids } = ports
  const dataType = dataTypes[stream.dataType]
  const { id, version, entry, data } = held
  if (entry === null) throw new Error(`${id} has no entry`)
  const ours = withoutVolatile(dataType, data ?? {})
  const met = reconcile(entry, ours, theirs, resolution)
  const parsed = dataType.schema.safeParse({ ...met.data, ...aside })
  const content = toContent(dataType, parsed.success ? parsed.data : { ...theirs.data, ...aside })
  const isConflict = met.contested.length > 0
  const found = { now: clock.now(), random: ids.random(6), runId }
  const opens = isConflict ? bothChangedConflict(stream, { id, data: met.data }, entry, theirs, met.contested, found) : null
  const conflict = opens ? { opens } : entry.conflictId === null ? undefined : { closes: entry.conflictId }
  return {
    change: { id, version, entry: { ...met.entry, conflictId: opens?.id ?? null }, content, conflict },
    isUpdated: content.hash !== toContent(dataType, data ?? {}).hash,
    isEcho: met.isEcho,
    isConflict: isConflict && entry.status !== 'conflict',
    isSettled: entry.sent !== null && met.entry.pushed === entry.sent.hash,
  }
}
