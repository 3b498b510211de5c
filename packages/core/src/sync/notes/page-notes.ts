import type { Remark } from '../../records/record.ts'
import { createFieldNotes } from './note-fields.ts'

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

/** Collects what a page says. */
export interface PageNoter {
  /** Adds a record that was accepted. */
  add(record: AcceptedRecord): void
  notes(rows: number, known: number): PageNotes
}

export function createPageNoter(): PageNoter {
  const fieldNotes = createFieldNotes()
  const noted = noPageNotes()
  return {
    add({ id, fields, data, remarks = none }) {
      noted.looked += 1
      const remark = (one: Remark) => addRemark(noted, { ...one, recordId: id, count: 1 })
      fieldNotes.add(fields, data, remark)
      for (const one of remarks) if (one.isRead || isAbsent(fields[one.path])) remark(one)
      // One by one: in a loop over their names, those that a record has not would take longer than all the rest.
      if (data.status === 'unknown') remarkOnWord('status', data.statusRaw, remark)
      if (data.type === 'unknown') remarkOnWord('type', data.typeRaw, remark)
      if (data.paymentStatus === 'unknown') remarkOnWord('paymentStatus', data.paymentStatusRaw, remark)
    },
    notes: (rows, known) => ({ ...noted, rows, known, filled: fieldNotes.filled() }),
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

/** `path` is a field that holds a word of a list, `word` the ERP's own. */
function remarkOnWord(path: string, word: unknown, remark: (one: Remark) => void): void {
  if (typeof word === 'string' && word !== 'unknown')
    remark({ path, message: `the word "${word.slice(0, 60)}" is not known, so it is "unknown" with the word in ${path}Raw` })
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''
