import type { Remark } from '../../records/record.ts'
import { noteFields } from './note-fields.ts'

/** How often the records of a pull have had something to remark on, and one of them. */
export interface CountedRemark extends Remark {
  readonly recordId: string
  readonly count: number
}

/** What one page says about the fields of its records, or all pages so far. */
export interface PageNotes {
  /** All rows, whatever became of them. */
  rows: number
  /** Records that were accepted, and looked at for it. */
  looked: number
  /** Rows that were known to be unchanged, so that nobody looked at them. */
  known: number
  /** How many of the records that were looked at have a value in a field: `price`, `shipTo.city`, `lines[].sku`. */
  readonly filled: Record<string, number>
  /** By field and message. */
  readonly remarks: Record<string, CountedRemark>
}

export const noPageNotes = (): PageNotes => ({ rows: 0, looked: 0, known: 0, filled: {}, remarks: {} })

type Fields = Readonly<Record<string, unknown>>

interface AcceptedRecord {
  readonly id: string
  /** Before they were validated. */
  readonly fields: Fields
  /** The canonical record. */
  readonly data: Fields
  readonly remarks?: readonly Remark[] | undefined
}

/** Different remarks that are told of one run; further ones are summed up. */
const maxRemarks = 50

const none: readonly Remark[] = []

/** Adds a record that was accepted to what its page says. */
export function noteRecord(notes: PageNotes, { id, fields, data, remarks = none }: AcceptedRecord): void {
  notes.looked += 1
  const remark = (one: Remark) => addRemark(notes, { ...one, recordId: id, count: 1 })
  noteFields(fields, data, notes.filled, remark)
  for (const one of remarks) if (one.isRead || isAbsent(fields[one.path])) remark(one)
  for (const name of wordFields) {
    const word = data[name] === 'unknown' ? data[`${name}Raw`] : undefined
    if (typeof word === 'string' && word !== 'unknown')
      remark({ path: name, message: `the word "${word.slice(0, 60)}" is not known, so it is "unknown" with the word in ${name}Raw` })
  }
}

/** Adds the notes of a page, or of one run's earlier part, to others. */
export function addNotes(into: PageNotes, { rows, looked, known, filled, remarks }: PageNotes): void {
  into.rows += rows
  into.looked += looked
  into.known += known
  for (const [path, count] of Object.entries(filled)) into.filled[path] = (into.filled[path] ?? 0) + count
  for (const one of Object.values(remarks)) addRemark(into, one)
}

export function addRemark({ remarks }: Pick<PageNotes, 'remarks'>, one: CountedRemark): void {
  const key = `${one.path}\n${one.message}`
  const before = remarks[key]
  if (before) remarks[key] = { ...before, count: before.count + one.count }
  else if (Object.keys(remarks).length < maxRemarks) remarks[key] = one
  else if (one.path !== '') addRemark({ remarks }, { ...one, path: '', message: 'there are further remarks' })
  else remarks[key] = one
}

/** Fields that hold a word of a list. */
const wordFields = ['status', 'type', 'paymentStatus'] as const

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''
