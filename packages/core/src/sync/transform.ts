import type { Mapped, Mapper } from '../mapping/mapping.ts'
import { toContent } from '../records/content.ts'
import type { DataType } from '../records/data-type.ts'
import { filledIn } from '../records/filled-in.ts'
import type { SourceRecord } from '../records/record.ts'
import type { Reject } from '../records/reject.ts'
import { originalOf } from '../records/unreadable.ts'
import type { RecordChange } from '../runs/run-store.ts'

/** What became of one record before it reaches the store. */
export type Transformed =
  | {
      readonly kind: 'accepted'
      readonly change: RecordChange
      /** The record's fields before they were validated, and after it. */
      readonly fields: Fields
      readonly data: Fields
    }
  | Extract<Mapped, { readonly kind: 'filtered' }>
  /** `isIdentified`: if the record is stored, it is so under the id of the reject. */
  | { readonly kind: 'rejected'; readonly reject: Reject; readonly isIdentified: boolean }

type Fields = Readonly<Record<string, unknown>>
type Writable<Type> = { -readonly [Name in keyof Type]: Type[Name] }

const maxValueLength = 200

/**
 * Maps a record if there is a mapping, validates it against its canonical schema, and hashes its content. `row` is the row's fingerprint.
 * Pure; a bad record is a value, never an exception.
 */
export function transform(dataType: DataType, source: SourceRecord, page: number, mapper: Mapper | null = null, row = ''): Transformed {
  const mapped: Mapped = mapper ? mapper(source) : { kind: 'mapped', record: source }
  if (mapped.kind === 'filtered') return mapped
  const id = mapped.kind === 'mapped' ? mapped.record.id : mapped.id
  const isIdentified = id !== '' && !(source.hasDamagedId && id === source.id)
  const rejected = (errors: Reject['errors']): Transformed => ({
    kind: 'rejected',
    reject: { recordId: id || source.id, page, errors },
    isIdentified,
  })
  if (mapped.kind === 'faulty') return rejected(mapped.faults.map((fault) => ({ ...fault, value: excerpt(fault.value) })))
  if (source.rejection) return rejected([{ ...source.rejection, value: excerpt(source.id) }])
  const { record } = mapped
  if (record.id === '')
    return rejected([
      {
        path: 'id',
        message: 'the record has no id: name its column as "id" in the settings of the connection',
        value: excerpt(record.raw),
      },
    ])

  const fields = record.fields.sourceUpdatedAt === undefined ? { ...record.fields, sourceUpdatedAt: record.changedAt } : record.fields
  const data = dataType.parse(fields)
  if (data === null) return rejected(faultsOf(dataType, fields))
  const { sku } = data
  const filled = filledIn(dataType, fields, data)
  const { json, hash } = toContent(dataType, data)
  const change: Writable<RecordChange> = { id: record.id, row, json, hash }
  if (typeof sku === 'string') change.sku = sku
  if (filled.length > 0) change.filledIn = filled
  return { kind: 'accepted', fields, data, change }
}

/** What the schema says against a record that it does not accept. */
function faultsOf({ schema }: DataType, fields: Fields): Reject['errors'] {
  const { issues } = schema.safeParse(fields).error ?? { issues: [] }
  return issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
    value: excerpt(originalOf(valueAt(fields, path))),
  }))
}

const valueAt = (fields: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    fields,
  )

/** Enough of a value to recognise it; the ERP has the rest. */
function excerpt(value: unknown): unknown {
  if (value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > maxValueLength ? `${text.slice(0, maxValueLength)}…` : text
}
