import { outcomeAt } from '../../connector/batched-outcome.ts'
import type {
  AcceptedRecord,
  BatchedOutcome,
  BatchWriter,
  OutgoingRecord,
  RecordSink,
  SinkPreview,
  WriteOutcome,
} from '../../connector/sink.ts'
import { isObject } from '../../kernel/objects.ts'
import type { Mapping } from '../../mapping/open-mapping.ts'
import type { ReverseMapping } from '../../mapping/open-reverse-mapping.ts'
import type { Data } from '../../outbox/change-set.ts'
import type { SourceRecord } from '../../records/record.ts'

export interface MappedSinkOptions {
  /** How what the ERP shows is read; null without a mapping. */
  readonly mapping: Mapping | null
  /** How what is sent is written: the mapping backwards; null without one. */
  readonly reverse: ReverseMapping | null
}

/**
 * A sink behind a connection's mapping: what is sent runs through it backwards, what the ERP shows runs through it forwards, so both sides
 * are compared in canonical fields. A field that cannot be turned round is not sent, and a value that cannot is a refusal with its reason.
 */
export function mappedSink(sink: RecordSink, { mapping, reverse }: MappedSinkOptions): RecordSink {
  if (mapping === null && reverse === null) return sink

  async function toErp(record: OutgoingRecord): Promise<OutgoingRecord | { readonly refusal: string }> {
    if (reverse === null) return record
    const { values, targets, faults } = await reverse.reverse(record.data, record.changed)
    if (faults.length > 0)
      return { refusal: faults.map(({ path, message }) => `${path} cannot be written back by the mapping: ${message}`).join('; ') }
    const isSent = (field: string) => !reverse.plan.fields.some(({ path, readOnly }) => readOnly !== null && path === field)
    return { ...record, data: values, targets, changed: record.changed?.filter(isSent) ?? null }
  }

  async function fromErp(record: AcceptedRecord): Promise<AcceptedRecord> {
    if (mapping === null || record.fields === null) return record
    if (record.source === undefined) return { ...record, fields: null }
    const mapped = await readBack(mapping, record.source)
    return { ...record, fields: mapped?.kind === 'mapped' ? shownFields(mapped.record.fields, record.fields) : null }
  }

  /** The record as the ERP is told it, or what becomes of it without being told. */
  async function toSend(record: OutgoingRecord): Promise<{ readonly outgoing: OutgoingRecord } | { readonly outcome: WriteOutcome }> {
    const outgoing = await toErp(record)
    if ('refusal' in outgoing) return { outcome: { kind: 'refused', reason: outgoing.refusal } }
    if (!isEmptyChange(outgoing)) return { outgoing }
    return { outcome: { kind: 'accepted', record: { erpId: outgoing.erpId, erpVersion: record.erpVersion, fields: null } } }
  }

  const mapped = async <Outcome extends BatchedOutcome>(outcome: Outcome): Promise<Outcome> =>
    outcome.kind === 'accepted' ? { ...outcome, record: await fromErp(outcome.record) } : outcome

  async function writeBatch(records: readonly OutgoingRecord[], batches: BatchWriter): Promise<readonly BatchedOutcome[]> {
    const all = await Promise.all(records.map(toSend))
    const outgoing = all.flatMap((one) => ('outgoing' in one ? [one.outgoing] : []))
    const outcomes = outgoing.length === 0 ? [] : await batches.write(outgoing)
    return Promise.all(all.map((one) => ('outgoing' in one ? mapped(outcomeAt(outcomes, outgoing.indexOf(one.outgoing))) : one.outcome)))
  }

  const { batches } = sink
  return {
    ...sink,
    ...(batches && { batches: { ...batches, write: (records) => writeBatch(records, batches) } }),
    async write(record): Promise<WriteOutcome> {
      const one = await toSend(record)
      return 'outgoing' in one ? mapped(await sink.write(one.outgoing)) : one.outcome
    },
    async preview(record): Promise<SinkPreview> {
      const outgoing = await toErp(record)
      if ('refusal' in outgoing) return { kind: 'refused', reason: outgoing.refusal }
      return isEmptyChange(outgoing) ? { kind: 'nothing' } : sink.preview(outgoing)
    },
    async unsent(record) {
      const outgoing = await toErp(record)
      return 'refusal' in outgoing ? [] : ((await sink.unsent?.(outgoing)) ?? [])
    },
    async find(record) {
      const outgoing = await toErp(record)
      const found = await sink.find('refusal' in outgoing ? record : outgoing)
      return found && (await fromErp(found))
    },
  }
}

/** Whether an update has nothing left to send: all that was changed is read-only towards the ERP. */
const isEmptyChange = (record: OutgoingRecord): record is OutgoingRecord & { readonly erpId: string } =>
  record.erpId !== null && record.changed?.length === 0

/** Null if the mapping fails: the ERP has accepted the record, and that must not be taken for a failure to send it. */
async function readBack(mapping: Mapping, source: SourceRecord) {
  try {
    return (await mapping.mapperFor([source]))(source)
  } catch {
    return null
  }
}

/** The mapped fields without the addresses and lists that the mapping has made of nothing, because the ERP's answer shows no part of them. */
function shownFields(mapped: Data, shown: Data): Data {
  return Object.fromEntries(Object.entries(mapped).filter(([name, value]) => shown[name] !== undefined || !isEmpty(value)))
}

const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isObject(value) && Object.values(value).every((part) => part === undefined)
