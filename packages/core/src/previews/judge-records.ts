import { excerptOf } from '../kernel/excerpt.ts'
import type { Mapped, Mapper } from '../mapping/mapping.ts'
import { type DataTypeId, dataTypes } from '../records/data-types.ts'
import type { SourceRecord } from '../records/record.ts'
import { settleMappedIds } from '../sync/mapped-ids.ts'
import { type Transformed, transform } from '../sync/transform.ts'
import { latestById } from './latest-by-id.ts'
import type { ShownResult } from './shown-result.ts'

/** A record, what the mapping made of it, and what a sync would do with that. */
export interface JudgedRecord {
  readonly source: SourceRecord
  readonly mapped: Mapped
  readonly result: Transformed
}

/** Maps and validates records as a sync that reads them together would. */
export function judgeRecords(dataType: DataTypeId, sources: readonly SourceRecord[], mapper: Mapper | null): JudgedRecord[] {
  const all = sources.map((source) => {
    const mapped: Mapped = mapper ? mapper(source) : { kind: 'mapped', record: source }
    return { source, mapped, result: transform(dataTypes[dataType], source, 1, () => mapped) }
  })
  const accepted = all.flatMap(({ source: { id, changedAt }, result }) =>
    result.kind === 'accepted' ? [{ change: result.change, sourceId: id, changedAt }] : [],
  )
  const mixedUp = new Map(settleMappedIds(accepted, 1).rejects.map((reject) => [reject.recordId, reject]))
  const latest = latestById(all.map(({ result }) => result))
  return all.map((judged) => {
    const { result } = judged
    if (result.kind !== 'accepted') return judged
    const reject = mixedUp.get(result.change.id)
    return { ...judged, result: reject ? { kind: 'rejected', reject, isIdentified: true } : (latest.get(result.change.id) ?? result) }
  })
}

/** The result of one record, as people see it. */
export function showResult({ source, mapped, result }: JudgedRecord): ShownResult {
  const fields = excerptOf(mapped.kind === 'mapped' ? mapped.record.fields : null)
  const record = excerptOf(result.kind === 'accepted' ? JSON.parse(result.change.json) : null)
  return {
    id: mapped.kind === 'mapped' ? mapped.record.id : source.id,
    mapped: fields.value,
    record: record.value,
    status: result.kind,
    errors: result.kind === 'rejected' ? result.reject.errors : [],
    shortened: fields.shortened || record.shortened,
  }
}
