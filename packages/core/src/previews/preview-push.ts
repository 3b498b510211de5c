import type { Connection } from '../connections/connection.ts'
import { openSession, type SessionPorts } from '../connections/open-session.ts'
import type { RecordSink, SinkPreview } from '../connector/sink.ts'
import { AppError } from '../kernel/errors.ts'
import type { Ids } from '../kernel/ports.ts'
import type { Redactor } from '../kernel/redact.ts'
import { explainReverse } from '../mapping/explain-reverse.ts'
import { openReverseMapping, type ReverseMapping } from '../mapping/open-reverse-mapping.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import { mappedSink } from '../sync/push/mapped-sink.ts'
import { placesOf } from '../sync-configs/push-remarks.ts'
import type { SyncConfigRepository } from '../sync-configs/sync-config.ts'
import { draftOutgoing, type OutgoingDraft } from './draft-outgoing.ts'
import { previewMapping } from './preview-mapping.ts'
import type { ERPPushPreview, PushPreviewRequest } from './push-preview.ts'

export interface PushPreviewPorts extends SessionPorts {
  readonly ids: Ids
  readonly outbox: OutboxStore
  readonly syncConfigs: SyncConfigRepository
}

/** A longer body is cut. */
const maxCharacters = 1_000_000

/** Builds what a push of a record would send, by the code that sends it. Throws `request.invalid` if the record could not be posted. */
export async function previewPush(
  connection: Connection,
  { dataType, direction, record, ...asked }: PushPreviewRequest,
  ports: PushPreviewPorts,
  signal: AbortSignal,
  redactor: Redactor,
): Promise<ERPPushPreview> {
  const stream = { connectionId: connection.id, dataType }
  const { source, settings } = await previewMapping({ ...stream, direction }, asked, ports)
  const draft = await draftOutgoing(stream, record, ports)
  await using reverse = openReverseMapping(settings, signal, placesOf(connection, dataType, ports))
  await using session = await openSession(connection, ports, signal, redactor)
  const sink = session.sink?.(dataType)
  if (!sink) throw new AppError('connection.not-capable', `"${connection.name}" cannot push "${dataType}"`)
  const mapped = mappedSink(sink, { mapping: null, reverse })
  const result = 'record' in draft ? await mapped.preview(draft.record) : draft
  return redactor.cleanDeep({
    dataType,
    direction,
    mapping: source,
    ...shownResult(result),
    ...(await reversed(draft, reverse)),
    notSent: await unsentOf(draft, mapped),
    remarks: reverse ? [...explainReverse(reverse.plan)] : [],
  })
}

/** Told of new records only: of a change the ERP has the rest already. */
async function unsentOf(draft: OutgoingDraft, sink: RecordSink): Promise<ERPPushPreview['notSent']> {
  if (!('record' in draft) || draft.record.erpId !== null) return []
  const remarks = (await sink.unsent?.(draft.record)) ?? []
  return remarks.map(({ path, message, value = null }) => ({ path, message, value }))
}

const nothingNew = 'The record says nothing new that the ERP could be sent'

function shownResult(result: SinkPreview): Pick<ERPPushPreview, 'status' | 'reason' | 'message'> {
  if (result.kind === 'nothing') return { status: 'unchanged', reason: nothingNew, message: null }
  if (result.kind === 'refused') return { status: 'refused', reason: result.reason, message: null }
  const { method, target, contentType, body } = result.message
  const shortened = body.length > maxCharacters
  const shown = shortened ? `${body.slice(0, maxCharacters)}…` : body
  return { status: 'send', reason: null, message: { method, target, contentType, body: shown, shortened } }
}

async function reversed(draft: OutgoingDraft, reverse: ReverseMapping | null): Promise<Pick<ERPPushPreview, 'readOnly' | 'errors'>> {
  if (reverse === null || !('record' in draft)) return { readOnly: [], errors: [] }
  const { readOnly, faults } = await reverse.reverse(draft.record.data, draft.record.changed)
  return { readOnly: [...readOnly], errors: faults.map(({ path, message, value }) => ({ path, message, value })) }
}
