import { isNoDate } from '../../records/days.ts'
import { isNoise } from '../../records/decimal.ts'
import { isDayField, isDecimalField, isInstantField } from '../../records/decimal-fields.ts'
import type { Remark } from '../../records/record.ts'
import { noDateRemark, noiseRemark } from '../../records/value-remarks.ts'

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

/** Adds a record that was accepted to what its page says. */
export function noteRecord(notes: PageNotes, { id, fields, data, remarks = [] }: AcceptedRecord): void {
  notes.looked += 1
  const remark = (one: Remark) => addRemark(notes, { ...one, recordId: id, count: 1 })
  for (const path of filledPaths(fields, remark)) notes.filled[path] = (notes.filled[path] ?? 0) + 1
  for (const one of remarks) if (one.isRead || isAbsent(fields[one.path])) remark(one)
  noteNoDates(fields, data, remark)
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

/** Dates that stand for none, of a record and of the items of its lists. */
function noteNoDates(fields: Fields, data: Fields, remark: (one: Remark) => void, prefix = ''): void {
  for (const name in fields) {
    const value = fields[name]
    if (Array.isArray(value)) noteNoDatesIn(value, data[name], remark, `${prefix}${name}[].`)
    else if (!isAbsent(value) && data[name] === undefined && (isDayField(name) || isInstantField(name)) && isNoDate(value))
      remark(noDateRemark(`${prefix}${name}`, value))
  }
}

function noteNoDatesIn(items: readonly unknown[], taken: unknown, remark: (one: Remark) => void, prefix: string): void {
  if (!Array.isArray(taken) || taken.length !== items.length) return
  for (const [at, item] of items.entries())
    if (typeof item === 'object' && item !== null) noteNoDates(item as Fields, (taken[at] ?? {}) as Fields, remark, prefix)
}

/** Fields that hold a word of a list. */
const wordFields = ['status', 'type', 'paymentStatus'] as const

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''

/** The paths of all fields with a value. `remark` is called for decimals that are rounded. */
function filledPaths(fields: Fields, remark: (one: Remark) => void, prefix = '', into = new Set<string>()): Set<string> {
  for (const name in fields) {
    const value = fields[name]
    if (isAbsent(value)) continue
    const path = prefix === '' ? name : `${prefix}.${name}`
    if (typeof value !== 'object') {
      into.add(path)
      if (isDecimalField(name) && isNoise(value)) remark(noiseRemark(path, value))
    } else if (!Array.isArray(value)) {
      into.add(path)
      filledPaths(value as Fields, remark, path, into)
    } else if (value.length > 0) {
      into.add(path)
      for (const each of value) if (typeof each === 'object' && each !== null) filledPaths(each as Fields, remark, `${path}[]`, into)
    }
  }
  return into
}
