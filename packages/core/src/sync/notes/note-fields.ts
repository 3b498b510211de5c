import { isNoDate } from '../../records/days.ts'
import { isNoise } from '../../records/decimal.ts'
import { isDayField, isDecimalField, isInstantField } from '../../records/decimal-fields.ts'
import type { Remark } from '../../records/record.ts'
import { noDateRemark, noiseRemark } from '../../records/value-remarks.ts'

type Fields = Readonly<Record<string, unknown>>
type Kind = 'decimal' | 'date' | 'other'

/** What the records so far have at one path. What depends on the path alone is worked out once. */
interface Place {
  readonly path: string
  readonly kind: Kind
  filled: number
  /** The number of the record that was counted last: fields of lists occur once for each item. */
  latest: number
  /** The fields of an object here. */
  readonly within: Places
  /** Those of the items of a list here. */
  readonly items: Places
}

interface Places {
  readonly prefix: string
  readonly byName: Map<string, Place>
}

const noPlaces = (prefix: string): Places => ({ prefix, byName: new Map() })

const kindOf = (name: string): Kind => (isDecimalField(name) ? 'decimal' : isDayField(name) || isInstantField(name) ? 'date' : 'other')

function placeOf({ prefix, byName }: Places, name: string): Place {
  const known = byName.get(name)
  if (known) return known
  const path = `${prefix}${name}`
  const place = { path, kind: kindOf(name), filled: 0, latest: 0, within: noPlaces(`${path}.`), items: noPlaces(`${path}[].`) }
  byName.set(name, place)
  return place
}

/** What is noticed in the fields of a page's records. */
export interface FieldNotes {
  /**
   * Counts the fields of one record that have a value, and remarks on decimals that were rounded and on dates that stand for none. All in one
   * walk, since it is made for every record. `data` is the canonical record.
   */
  add(fields: Fields, data: Fields, remark: (one: Remark) => void): void
  /** How many records have a value in a field: `price`, `shipTo.city`, `lines[].sku`. */
  filled(): Readonly<Record<string, number>>
}

export function createFieldNotes(): FieldNotes {
  const places = noPlaces('')
  let record = 0
  return {
    add(fields, data, remark) {
      record += 1
      walk(fields, data, places, { record, remark })
    },
    filled: () => Object.fromEntries(countsIn(places)),
  }
}

const countsIn = ({ byName }: Places): readonly (readonly [path: string, count: number])[] =>
  [...byName.values()].flatMap(({ path, filled, within, items }) => [[path, filled], ...countsIn(within), ...countsIn(items)] as const)

interface Walk {
  readonly record: number
  readonly remark: (one: Remark) => void
}

function walk(fields: Fields, data: Fields | null, places: Places, one: Walk): void {
  for (const name in fields) {
    const value = fields[name]
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue
    const place = placeOf(places, name)
    if (place.latest !== one.record) {
      place.latest = one.record
      place.filled += 1
    }
    if (typeof value !== 'object') remarkOn(place, name, value, data, one.remark)
    else if (Array.isArray(value)) walkItems(value, data?.[name], place.items, one)
    else walk(value as Fields, null, place.within, one)
  }
}

/** Items are compared with the canonical ones only if none of them was left out. */
function walkItems(items: readonly unknown[], taken: unknown, places: Places, one: Walk): void {
  const comparable = Array.isArray(taken) && taken.length === items.length ? taken : null
  for (const [at, item] of items.entries())
    if (typeof item === 'object' && item !== null) walk(item as Fields, comparable && ((comparable[at] ?? {}) as Fields), places, one)
}

function remarkOn({ path, kind }: Place, name: string, value: unknown, data: Fields | null, remark: Walk['remark']): void {
  if (kind === 'decimal' && isNoise(value)) remark(noiseRemark(path, value))
  if (kind === 'date' && data !== null && data[name] === undefined && isNoDate(value)) remark(noDateRemark(path, value))
}
