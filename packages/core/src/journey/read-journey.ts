import type { AssignmentRepository } from '../assignments/assignment.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import { mustGetConnection } from '../connections/connection-commands.ts'
import type { Role } from '../kernel/caller.ts'
import { AppError } from '../kernel/errors.ts'
import type { Language } from '../kernel/language.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import type { RecordStream } from '../outbox/held-record.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import { dataTypes } from '../records/data-types.ts'
import type { ERPRecord, RecordStep, RecordStore } from '../records/record-store.ts'
import type { RunStore } from '../runs/run-store.ts'
import { customerSentences } from './customer-sentences.ts'
import type { ERPJourney, JourneyState } from './journey.ts'
import { ownerOf } from './owner-of.ts'
import { withoutPersonal } from './personal-fields.ts'
import { tellEvents } from './tell-events.ts'
import { journeyTexts } from './texts/texts-of.ts'

export interface JourneyPorts {
  readonly assignments: Pick<AssignmentRepository, 'ofConnection'>
  readonly connections: ConnectionRepository
  readonly outbox: Pick<OutboxStore, 'read'>
  readonly records: Pick<RecordStore, 'get' | 'steps'>
  readonly runs: Pick<RunStore, 'list'>
}

export interface JourneyReader {
  readonly role: Role
  readonly language: Language
}

/** What has happened to a record, also to one that was deleted. Throws `request.not-found` if there never was such a record. */
export async function readJourney(stream: RecordStream, recordId: string, reader: JourneyReader, ports: JourneyPorts): Promise<ERPJourney> {
  const { connectionId, dataType } = stream
  const connection = await mustGetConnection(ports.connections, connectionId)
  const [record, past, [held], owner] = await Promise.all([
    ports.records.get(connectionId, dataType, recordId),
    ports.records.steps(connectionId, dataType, recordId),
    ports.outbox.read(stream, [recordId]),
    ownerOf(connectionId, ports.assignments),
  ])
  if (!record && !past.isKnown && past.steps.length === 0)
    throw new AppError('request.not-found', `There is no record ${recordId} among the ${dataType} of connection ${connectionId}`)
  const texts = journeyTexts(reader.language)
  const entry = held?.entry ?? null
  const latestRunId = record && !entry ? await runAt(stream, record.updatedAt, ports) : undefined
  const events = tellEvents({ steps: past.steps, record, entry, latestRunId }, texts)
  const status: JourneyState = record?.syncStatus ?? 'deleted'
  const since = sinceWhen(status, record, past.steps)
  const state = { status, ...(since !== undefined && { since }), words: texts.state[status] }
  const complete = !past.isShortened && isWhole(past.steps, record, entry !== null)
  const name = nameOf(stream, recordId, record, entry)
  const firstAt = complete ? (events[0]?.at ?? null) : null
  const orderStatus = dataType === 'orders' || dataType === 'order_status' ? textIn(record, 'status') : undefined
  return {
    erpConnectionId: connectionId,
    connectionName: connection.name,
    dataType,
    recordId,
    erpId: record?.erpId ?? null,
    name,
    ...owner,
    state,
    events: [...events],
    complete,
    customer: customerSentences({ dataType, name, state, firstAt, orderStatus }, texts, reader.language),
    ...(record && { record: shownRecord(record, reader.role) }),
  }
}

function shownRecord({ source, version, updatedAt, error, conflictId, dataType, data }: ERPRecord, role: Role): ERPJourney['record'] {
  const shown = { source, version, updatedAt, data: withoutPersonal(role, dataType, data) }
  return { ...shown, ...(error && { error }), ...(conflictId !== undefined && { conflictId }) }
}

function textIn(record: ERPRecord | null, field: string): string | undefined {
  const value = record?.data[field]
  return typeof value === 'string' ? value : undefined
}

/** An order of the platform is called by the platform's number, which the customer knows, if the ERP knows it by that too. */
function nameOf({ dataType }: RecordStream, recordId: string, record: ERPRecord | null, entry: OutboxEntry | null): string {
  if (dataType === 'orders' && entry?.source === 'system' && entry.reference === recordId) return recordId
  return textIn(record, dataTypes[dataType].naturalKey[0]) ?? recordId
}

/** A journey that does not begin with the record itself began before steps were kept, or is that of a record that only the ERP writes. */
const isWhole = (steps: readonly RecordStep[], record: ERPRecord | null, isOurs: boolean): boolean =>
  isOurs ? steps[0]?.kind === 'written' : steps.length === 0 && record?.version === 1

/** The steps after which a record is in a state. */
const stepsInto: Readonly<Record<JourneyState, readonly string[]>> = {
  pending: ['written', 'requeued', 'decided'],
  in_flight: ['sent'],
  uncertain: ['uncertain'],
  synced: ['accepted', 'found'],
  conflict: ['conflict'],
  error: ['refused'],
  deleted: ['deleted'],
}

function sinceWhen(status: JourneyState, record: ERPRecord | null, steps: readonly RecordStep[]): string | undefined {
  const found = steps.findLast(({ kind }) => stepsInto[status].includes(kind))?.at
  return found ?? (status === 'synced' ? record?.updatedAt : undefined)
}

/** The run of the stream that was under way at a time; there is only one. */
async function runAt({ connectionId, dataType }: RecordStream, at: string, { runs }: JourneyPorts): Promise<string | undefined> {
  const [run] = (await runs.list({ erpConnectionId: connectionId, dataType, until: at, limit: 1 })).items
  return run && !run.dryRun && (run.completedAt === null || run.completedAt >= at) ? run.id : undefined
}
