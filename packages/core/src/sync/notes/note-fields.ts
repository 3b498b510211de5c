import { remembered } from '../../kernel/remembered.ts'
import { isNoDate } from '../../records/days.ts'
import { isNoise } from '../../records/decimal.ts'
import { isDayField, isDecimalField, isInstantField } from '../../records/decimal-fields.ts'
import type { Remark } from '../../records/record.ts'
import { noDateRemark, noiseRemark } from '../../records/value-remarks.ts'

type Fields = Readonly<Record<string, unknown>>
type Kind = 'decimal' | 'date' | 'other'

interface FieldWalk {
  /** How many records have a value in a field. */
  readonly filled: Record<string, number>
  readonly remark: (one: Remark) => void
  /** The paths of this record that are counted already: fields of lists occur once for each item. */
  counted: Set<string> | null
}

const maxKinds = 1000

/** What a value of this name may have to be remarked on. Few names come again and again. */
const kindOf = remembered(
  maxKinds,
  (name): Kind => (isDecimalField(name) ? 'decimal' : isDayField(name) || isInstantField(name) ? 'date' : 'other'),
)

/**
 * Counts the fields of one record that have a value, and remarks on decimals that were rounded and on dates that stand for none. All in one
 * walk, since it is made for every record. `data` is the canonical record.
 */
export function noteFields(fields: Fields, data: Fields, filled: Record<string, number>, remark: (one: Remark) => void): void {
  walk(fields, data, '', { filled, remark, counted: null })
}

function walk(fields: Fields, data: Fields | null, prefix: string, notes: FieldWalk): void {
  for (const name in fields) {
    const value = fields[name]
    if (value === undefined || value === null || value === '') continue
    const path = prefix === '' ? name : `${prefix}${name}`
    if (typeof value !== 'object') {
      count(path, notes)
      remarkOn(name, path, value, data, notes.remark)
    } else if (!Array.isArray(value)) {
      count(path, notes)
      walk(value as Fields, null, `${path}.`, notes)
    } else if (value.length > 0) {
      count(path, notes)
      walkItems(value, data?.[name], path, notes)
    }
  }
}

/** Items are compared with the canonical ones only if none of them was left out. */
function walkItems(items: readonly unknown[], taken: unknown, path: string, notes: FieldWalk): void {
  const outer = notes.counted
  notes.counted ??= new Set()
  const comparable = Array.isArray(taken) && taken.length === items.length ? taken : null
  for (const [at, item] of items.entries())
    if (typeof item === 'object' && item !== null)
      walk(item as Fields, comparable && ((comparable[at] ?? {}) as Fields), `${path}[].`, notes)
  notes.counted = outer
}

function count(path: string, { filled, counted }: FieldWalk): void {
  if (counted?.has(path)) return
  counted?.add(path)
  filled[path] = (filled[path] ?? 0) + 1
}

function remarkOn(name: string, path: string, value: unknown, data: Fields | null, remark: FieldWalk['remark']): void {
  const kind = kindOf(name)
  if (kind === 'decimal' && isNoise(value)) remark(noiseRemark(path, value))
  if (kind === 'date' && data !== null && data[name] === undefined && isNoDate(value)) remark(noDateRemark(path, value))
}
