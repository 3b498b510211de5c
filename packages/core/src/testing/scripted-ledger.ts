import type { AcceptedRecord, BatchedOutcome, OutgoingRecord, RecordSink, WriteOutcome } from '../connector/sink.ts'
import { AppError, toAppError } from '../kernel/errors.ts'

type Fields = Readonly<Record<string, unknown>>

/** One record as the scripted ERP has it. */
export interface LedgerRecord {
  readonly erpId: string
  readonly reference: string
  fields: Readonly<Record<string, unknown>>
  version: number
  changedAt: string
}

/** What happens to one write. `lost-after`: the ERP accepts the record, but its answer is lost. `late`: it accepts the record later. `silent`: it accepts the record without showing it. */
export type SinkFault = 'none' | 'lost-before' | 'lost-after' | 'refused' | 'unreachable' | 'stale' | 'late' | 'silent'

/** The records of a scripted ERP, and its sink. It ignores idempotency keys, so a record that is sent twice is there twice. */
export function createLedger() {
  const records: LedgerRecord[] = []
  const faults: SinkFault[] = []
  const calls: { kind: 'write' | 'find'; record: OutgoingRecord }[] = []
  const ledger = {
    records,
    /** The faults of the next writes, one each. */
    faults,
    calls,
    /** How many new records it takes in one call; 1: it takes no batches. */
    batchSize: 1,
    /** How many records may be written at the same time, if the sink limits it. */
    maxAtOnce: undefined as number | undefined,
    /** How many records each batch had. */
    batches: [] as number[],
    /** Called with each write before it is answered. */
    onWrite: async (_record: OutgoingRecord): Promise<void> => {},
    /** Whether a record that the ERP has can be read by itself. */
    showsSingleRecords: true,
    /** What the ERP makes of fields before it stores them. */
    normalise: (fields: Fields): Fields => fields,
    /** A change by a person or a job in the ERP. */
    change(erpId: string, fields: Readonly<Record<string, unknown>>, changedAt = new Date().toISOString()) {
      const found = records.find((record) => record.erpId === erpId)
      if (!found) throw new Error(`The ERP has no ${erpId}`)
      found.fields = { ...found.fields, ...fields }
      found.version += 1
      found.changedAt = changedAt
    },
    timesOf: (reference: string) => records.filter((record) => record.reference === reference).length,
  }

  const shown = ({ erpId, fields, version, changedAt }: LedgerRecord): AcceptedRecord => ({
    erpId,
    erpVersion: String(version),
    fields: { ...fields, sourceUpdatedAt: changedAt, sourceVersion: String(version) },
  })

  function take(record: OutgoingRecord): LedgerRecord {
    const known = records.find(({ erpId }) => erpId === record.erpId)
    if (known) {
      ledger.change(known.erpId, ledger.normalise(record.data))
      return known
    }
    const made: LedgerRecord = {
      erpId: `ERP-${records.length + 1}`,
      reference: record.reference,
      fields: ledger.normalise(record.data),
      version: 1,
      changedAt: new Date().toISOString(),
    }
    records.push(made)
    return made
  }

  const unknown = (): WriteOutcome => ({ kind: 'unknown', error: new AppError('remote.timeout', 'POST /products: no answer') })

  const sink: RecordSink = {
    async write(record) {
      calls.push({ kind: 'write', record })
      await ledger.onWrite(record)
      const fault = faults.shift()
      if (fault === 'unreachable') throw new AppError('remote.unreachable', 'The ERP refuses connections')
      if (fault === 'refused') return { kind: 'refused', reason: 'Material 4711 does not exist' }
      if (fault === 'stale') return { kind: 'stale' }
      if (fault === 'lost-before') return unknown()
      if (fault === 'late') {
        setTimeout(() => take(record), 300)
        return unknown()
      }
      const known = records.find(({ erpId }) => erpId === record.erpId)
      if (known && record.erpVersion !== null && record.erpVersion !== String(known.version)) return { kind: 'stale' }
      if (record.erpId !== null && !known) return { kind: 'refused', reason: `There is no ${record.erpId}`, details: { status: 404 } }
      const taken = take(record)
      if (fault === 'silent') return { kind: 'accepted', record: { erpId: taken.erpId, erpVersion: null, fields: null } }
      return fault === 'lost-after' ? unknown() : { kind: 'accepted', record: shown(taken) }
    },
    async preview({ data, erpId }) {
      return {
        kind: 'message',
        message: {
          method: erpId === null ? 'POST' : 'PATCH',
          target: 'ledger',
          contentType: 'application/json',
          body: JSON.stringify(data),
        },
      }
    },
    async find(record) {
      calls.push({ kind: 'find', record })
      if (!ledger.showsSingleRecords && record.erpId !== null)
        throw new AppError('setup.settings-invalid', 'This ERP does not show single records')
      const found = records.find(({ erpId, reference }) =>
        record.erpId === null ? reference === record.reference : erpId === record.erpId,
      )
      return found ? shown(found) : null
    },
  }

  async function writeBatch(all: readonly OutgoingRecord[]): Promise<readonly BatchedOutcome[]> {
    ledger.batches.push(all.length)
    const outcomes: BatchedOutcome[] = []
    for (const record of all)
      outcomes.push(await sink.write(record).catch((thrown: unknown) => ({ kind: 'not-taken' as const, error: toAppError(thrown) })))
    return outcomes
  }

  const openSink = (): RecordSink => ({
    ...sink,
    ...(ledger.maxAtOnce !== undefined && { maxAtOnce: ledger.maxAtOnce }),
    ...(ledger.batchSize > 1 && { batches: { size: ledger.batchSize, write: writeBatch } }),
  })
  return Object.assign(ledger, { openSink })
}
