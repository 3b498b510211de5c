import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import { mustFindConnector, mustGetConnection } from '../connections/connection-commands.ts'
import type { ConnectorRegistry } from '../connector/connector.ts'
import { AppError } from '../kernel/errors.ts'
import type { Issue } from '../kernel/issues.ts'
import { ownValue } from '../kernel/objects.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import { onlyVolatile, toContent, withoutVolatile } from '../records/content.ts'
import { DataTypeId, dataTypes } from '../records/data-types.ts'
import { toInstant } from '../records/fields.ts'
import { withoutAssumed } from '../records/filled-in.ts'
import { findUnknownFields } from '../records/unknown-fields.ts'
import { changeLocally, withoutRepeats } from './change-locally.ts'
import { backAndForthConflict } from './conflict.ts'
import type { OutboxEntry } from './entry.ts'
import type { HeldRecord, RecordStream } from './held-record.ts'
import type { EntryChange, OutboxStore } from './outbox-store.ts'
import { withoutStatusShown } from './status-shown.ts'
import { withWritten } from './with-written.ts'

/** The most records in one request. */
export const maxWritten = 1000
const maxIdLength = 200

const RecordId = z
  .string()
  .min(1)
  .max(maxIdLength)
  .regex(/^[^\p{C}]+$/u, 'must not contain control characters')

/** A record as the system writes it: canonical fields beside an `id`, or the envelope in which records are read. */
export const WrittenRecord = z
  .looseObject({
    id: RecordId,
    data: z.record(z.string(), z.unknown()).optional(),
    updatedAt: z.string().optional(),
  })
  .meta({ id: 'ERPWrittenRecord' })
export type WrittenRecord = z.output<typeof WrittenRecord>

export interface WritePorts {
  readonly clock: Clock
  readonly connections: ConnectionRepository
  readonly connectors: ConnectorRegistry
  readonly ids: Ids
  readonly outbox: OutboxStore
}

/** The fields of the envelope. A write takes `id`, `data` and `updatedAt` from it and ignores the others. */
const envelopeFields = ['id', 'erpId', 'dataType', 'source', 'version', 'syncStatus', 'updatedAt', 'error', 'conflictId', 'data']

interface ParsedRecord {
  readonly id: string
  readonly fields: Readonly<Record<string, unknown>>
  /** As the caller wrote it. */
  readonly changedAt: string | null
}

/** In an envelope, `updatedAt` is when the system changed the record. */
export function parseWrittenRecord({ id, data, ...rest }: WrittenRecord): ParsedRecord {
  const isEnvelope = data !== undefined && Object.keys(rest).every((name) => envelopeFields.includes(name))
  return isEnvelope
    ? { id, fields: data, changedAt: rest.updatedAt ?? null }
    : { id, fields: data === undefined ? rest : { ...rest, data }, changedAt: null }
}

/** The longest id that is its own reference: even old ERPs keep so many characters of a customer's order number. */
const maxOwnReference = 20

/**
 * The external reference for a record, in a form that ERPs keep as it is: short, of upper-case letters and digits (with hyphens in between), without
 * a zero at the beginning. It is the record's id if that has this form, else "LS" and a hash of it, of which ten characters are enough to find it again.
 */
export function referenceOf(id: string): string {
  if (id.length <= maxOwnReference && /^[A-Z1-9][A-Z0-9]*(-[A-Z0-9]+)*$/.test(id)) return id
  const digest = createHash('sha256').update(id).digest().readBigUInt64BE() >> 4n
  return `LS${digest.toString(32).toUpperCase().padStart(12, '0')}`
}

/** Writes of records by the system. All records of a request are stored, to be pushed; or none, if one is not valid. */
export function recordCommands(command: ReturnType<typeof createCommands>, ports: WritePorts) {
  const write = command({
    action: 'erp_records_written',
    role: 'operator',
    input: z.object({ connectionId: z.string(), dataType: DataTypeId, records: z.array(WrittenRecord).min(1).max(maxWritten) }),
    async run({ connectionId, dataType, records }) {
      const connection = await mustGetConnection(ports.connections, connectionId)
      const connector = mustFindConnector(ports.connectors, connection)
      if (!connector.capabilities[dataType]?.push)
        throw new AppError('connection.not-capable', `${connector.title} cannot push "${dataType}"`)
      const given = records.map(parseWrittenRecord)
      assertDifferent(given)
      const stream = { connectionId, dataType }
      for (;;) {
        const changes = await planChanges(stream, given, ports)
        const stale = changes.length === 0 ? [] : await ports.outbox.change(stream, changes)
        if (stale.length > 0) continue // someone else has changed one of them: start over with what is stored now
        const ids = given.map(({ id }) => id)
        return {
          output: { ids },
          target: connectionId,
          changes: { dataType, records: ids.length, changed: changes.length, ids: ids.slice(0, 20) },
        }
      }
    },
  })
  return { write }
}

function assertDifferent(given: readonly ParsedRecord[]): void {
  const seen = new Set<string>()
  const issues = given.flatMap(({ id }, at) => {
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice ? [{ path: `${at}.id`, message: `"${id}" occurs more than once` }] : []
  })
  if (issues.length > 0)
    throw new AppError('request.invalid', 'The request contains the same record more than once', { details: { issues } })
}

/** The changes to store; throws `request.invalid` if any of the records is not valid. */
export async function planChanges(
  stream: RecordStream,
  given: readonly ParsedRecord[],
  ports: Pick<WritePorts, 'clock' | 'ids' | 'outbox'>,
): Promise<EntryChange[]> {
  const held = await ports.outbox.read(
    stream,
    given.map(({ id }) => id),
  )
  const issues: { path: string; message: string }[] = []
  const changes = given.flatMap((one, at) => {
    const before = held[at]
    if (!before) return []
    const result = plan(stream, one, before, ports)
    if ('issues' in result) issues.push(...result.issues.map(({ path, message }) => ({ path: `${at}.${path}`, message })))
    return 'change' in result && result.change ? [result.change] : []
  })
  if (issues.length > 0) throw new AppError('request.invalid', 'A record is not valid; none was stored', { details: { issues } })
  return changes
}

/** Clocks differ a little; a change from the future would win over everything that comes later. */
const maxAheadMs = 300_000

function faultOfTime(changedAt: string | null, now: Date): string | null {
  if (changedAt === null) return null
  const instant = toInstant(changedAt)
  if (instant === null) return 'must be an ISO 8601 time'
  return Date.parse(instant) > now.getTime() + maxAheadMs ? 'lies in the future' : null
}

type Plan = { readonly change: EntryChange | null } | { readonly issues: readonly { readonly path: string; readonly message: string }[] }

/** What is wrong with a field that was written; of one that is not there only that. */
function toWrittenIssue({ path, message }: z.core.$ZodIssue, input: unknown): Issue {
  const value = path.reduce<unknown>((inner, name) => ownValue(inner, String(name)), input)
  return { path: path.map(String).join('.'), message: value === undefined || value === null ? 'is missing' : message }
}

/** The change of one record: what it leaves out stays as it is (see `withWritten`). */
function plan(stream: RecordStream, given: ParsedRecord, before: HeldRecord, ports: Pick<WritePorts, 'clock' | 'ids'>): Plan {
  const timeFault = faultOfTime(given.changedAt, ports.clock.now())
  if (timeFault !== null) return { issues: [{ path: 'updatedAt', message: timeFault }] }
  const dataType = dataTypes[stream.dataType]
  const unknown = findUnknownFields(dataType.schema, given.fields)
  if (unknown.length > 0) return { issues: unknown }
  // If one field identifies a record to people and the system leaves it out, it is the record's id.
  const [key, ...further] = dataType.naturalKey
  const input = withWritten(
    { ...(further.length === 0 && { [key]: given.id }), ...before.data },
    withoutStatusShown(given.fields, before.statusShown),
  )
  const parsed = dataType.schema.safeParse(input)
  if (!parsed.success) return { issues: parsed.error.issues.map((issue) => toWrittenIssue(issue, input)) }
  const now = ports.clock.now()
  const latest = before.data && withoutVolatile(dataType, before.data)
  const written = withoutVolatile(dataType, withoutAssumed(dataType, input, parsed.data))
  const news = latest ? withoutRepeats(latest, written, before.entry?.normalised) : written
  const said = { ...news, ...onlyVolatile(dataType, parsed.data) }
  const whole = withoutAssumed(dataType, said, dataType.schema.parse(said)) // the fields in the schema's order
  const content = toContent(dataType, whole)
  const after = withoutVolatile(dataType, whole)
  const changed = changeLocally(before, {
    before: latest,
    after,
    hash: content.hash,
    changedAt: toInstant(given.changedAt) ?? now.toISOString(),
    reference: referenceOf(given.id),
  })
  if (changed === null) return { change: null }
  const opens = changed.backAndForth
    ? backAndForthConflict(stream, before, after, changed.entry, { now, random: ports.ids.random(6) })
    : undefined
  const entry: OutboxEntry = opens
    ? { ...changed.entry, status: 'conflict', conflictId: opens.id, conflictReason: 'back_and_forth' }
    : changed.entry
  const closes = changed.endsConflict ? (before.entry?.conflictId ?? null) : null
  const sku = parsed.data.sku
  return {
    change: {
      id: given.id,
      version: before.version,
      entry,
      content: { ...content, ...(typeof sku === 'string' && { sku }) },
      ...(opens && { conflict: { opens } }),
      ...(closes !== null && { conflict: { closes } }),
    },
  }
}
