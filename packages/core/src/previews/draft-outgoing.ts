import type { OutgoingRecord } from '../connector/sink.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import type { RecordStream } from '../outbox/held-record.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import { aboutToSend, toOutgoing } from '../outbox/sending.ts'
import { parseWrittenRecord, planChanges, type WrittenRecord } from '../outbox/write-records.ts'
import { toContent, withoutVolatile } from '../records/content.ts'
import { dataTypes } from '../records/data-types.ts'

/** A record as a push would hand it to the connector, or why it would not. */
export type OutgoingDraft =
  | { readonly record: OutgoingRecord }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly reason: string }

/** Says what a push would send if this record were posted now. Stores nothing. Throws `request.invalid` if it could not be posted. */
export async function draftOutgoing(
  stream: RecordStream,
  written: WrittenRecord,
  ports: { readonly clock: Clock; readonly ids: Ids; readonly outbox: OutboxStore },
): Promise<OutgoingDraft> {
  const [change] = await planChanges(stream, [parseWrittenRecord(written)], ports)
  const [held] = await ports.outbox.read(stream, [written.id])
  const entry = change?.entry ?? held?.entry ?? null
  if (entry?.status === 'conflict')
    return { kind: 'refused', reason: `The record is in conflict (${entry.conflictReason}): nothing of it is sent until it is resolved` }
  if (entry === null || (change === undefined && entry.status !== 'pending')) return { kind: 'nothing' }
  const data = change?.content ? (JSON.parse(change.content.json) as Record<string, unknown>) : (held?.data ?? {})
  return { record: asSent(stream, written.id, entry, data, ports.clock) }
}

function asSent({ dataType }: RecordStream, id: string, entry: OutboxEntry, data: OutgoingRecord['data'], clock: Clock): OutgoingRecord {
  const content = withoutVolatile(dataTypes[dataType], data)
  const { hash } = toContent(dataTypes[dataType], data)
  return toOutgoing(id, aboutToSend(entry, { data: content, hash }, { runId: 'preview', epoch: 0 }, clock.now()))
}
