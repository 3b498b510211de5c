import { type DataTypeId, type Fields, isFields, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { parseJson } from '../http/json.ts'
import { isAbsent, valueAt } from './dot-path.ts'
import { type Aliases, camelName, lineAliases, naturalKeyOf, plainName } from './field-names.ts'
import { isInactive } from './inactive.ts'
import { leftOut } from './left-out.ts'
import { linesIn, listOfLines } from './lines-in.ts'
import { firstOf, planOf, type RowPlan } from './row-plan.ts'

/** Where a row has what aliases do not find: paths with dots. */
export interface RowPaths {
  /** The id; several values are joined by "/". */
  readonly id?: string | readonly string[] | undefined
  readonly changedAt?: string | undefined
  /** Canonical field → path. */
  readonly fields?: Readonly<Record<string, string>> | undefined
}

/** What the rows of one answer have in common: whether they have a field for it at all, be it filled or not. */
export interface PresentFields {
  /** For what identifies such records to people: then a row without it is incomplete; else its id is its number too. */
  readonly numbered: boolean
  /** For a name: then a row without it is incomplete; else a product is called by its description. */
  readonly titled: boolean
}

export function presentFields(rows: readonly unknown[], dataType: DataTypeId): PresentFields {
  let [numbered, titled] = [false, false]
  for (const row of rows) {
    if (!isFields(row)) continue
    const plan = planOf(row, dataType)
    numbered ||= plan.numbered
    titled ||= plan.titled
    if (numbered && titled) break
  }
  return { numbered, titled }
}

/** One row as a record: the configured paths come first, then the aliases. Never throws: without a usable row the id is ''. */
export function toRecord(
  row: unknown,
  dataType: DataTypeId,
  { id, changedAt, fields = {} }: RowPaths = {},
  { numbered, titled }: PresentFields = presentFields([row], dataType),
): SourceRecord {
  if (!isFields(row)) return { id: '', fields: {}, raw: row, changedAt: null }
  const plan = planOf(row, dataType)
  const mapped: Record<string, unknown> = {}
  for (const [field, names] of plan.fields) {
    const value = firstOf(row, names, structured.has(field)) ?? (structured.has(field) ? jsonIn(firstOf(row, names)) : undefined)
    if (value !== undefined) mapped[field] = typeof value === 'object' ? nested(field, field === 'lines' ? linesIn(value) : value) : value
  }
  if (mapped.lines === undefined && hasLines(dataType)) {
    const lines = listOfLines(row)
    if (lines) mapped.lines = nested('lines', lines)
  }
  if (fields.active === undefined && isInactive(row, plan.inactive, plan.states)) mapped.active = false
  for (const [field, path] of Object.entries(fields)) {
    const value = valueAt(row, path)
    if (isAbsent(value)) delete mapped[field]
    else mapped[field] = nested(field, value)
  }
  const found = id === undefined ? conventionalId(row, plan, dataType, (field) => mapped[field]) : configuredId(row, id)
  if (!numbered && fields[naturalKeyOf(dataType)] === undefined) withNaturalKey(mapped, dataType, found)
  const isUntitled = !titled && dataType === 'products' && fields.name === undefined
  if (isUntitled && mapped.description !== undefined) mapped.name = mapped.description
  const time = toTime(changedAt === undefined ? firstOf(row, plan.changedAt) : valueAt(row, changedAt))
  if (time !== null) mapped.sourceUpdatedAt = time
  else delete mapped.sourceUpdatedAt
  const remarks = leftOut(row, { plan, fields: mapped, configured: fields, lacksLines: hasLines(dataType) && mapped.lines === undefined })
  return { id: found, fields: mapped, raw: row, changedAt: time, ...(remarks.length > 0 && { remarks }) }
}

/** The id that `toRecord` would give the row, without its other fields: for looking through rows that are not mapped yet. */
export function recordIdOf(row: unknown, dataType: DataTypeId, { id, fields = {} }: RowPaths = {}): string {
  if (!isFields(row)) return ''
  if (id !== undefined) return configuredId(row, id)
  const plan = planOf(row, dataType)
  const namesOf = (field: string) => plan.fields.find(([name]) => name === field)?.[1] ?? []
  const fieldOf = (field: string) => (fields[field] === undefined ? firstOf(row, namesOf(field)) : valueAt(row, fields[field]))
  return conventionalId(row, plan, dataType, fieldOf)
}

/** The first of several spellings of one name counts, unless it says nothing. */
function named(row: Fields): ReadonlyMap<string, unknown> {
  const byName = new Map<string, unknown>()
  for (const [name, value] of Object.entries(row)) {
    const plain = plainName(name)
    if (isAbsent(byName.get(plain))) byName.set(plain, value)
  }
  return byName
}

/** Documents with lines, which are found by what is in them if their name is not known. */
const hasLines = (dataType: DataTypeId): boolean => dataType === 'orders' || dataType === 'invoices'

/** Fields that are lists or objects; all others are plain values, and an object in their place is something else. */
const structured: ReadonlySet<string> = new Set(['lines', 'shipments', 'shipTo', 'billTo', 'orderRefs'])

/** A list or an object that is written as JSON text. */
function jsonIn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined
  try {
    return parseJson(value)
  } catch {
    return undefined
  }
}

const find = (byName: ReadonlyMap<string, unknown>, names: readonly string[], isStructured = false): unknown =>
  names.map((name) => byName.get(name)).find((value) => !isAbsent(value) && (typeof value === 'object') === isStructured)

function keyText(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value)) ? String(value) : ''
}

function configuredId(row: Fields, id: string | readonly string[]): string {
  const parts = [id].flat().map((path) => keyText(valueAt(row, path)))
  return parts.every((part) => part === '') ? '' : parts.join('/')
}

function conventionalId(row: Fields, { id }: RowPlan, dataType: DataTypeId, fieldOf: (field: string) => unknown): string {
  for (const name of id) {
    const text = keyText(row[name])
    if (text !== '') return text
  }
  const key = keyText(fieldOf(naturalKeyOf(dataType)))
  if (key === '' || dataType !== 'inventory') return key
  return `${key}/${keyText(fieldOf('locationId')) || '*'}`
}

/** If a row has an id only, it is also its number. A stock row's id is no SKU. */
function withNaturalKey(mapped: Record<string, unknown>, dataType: DataTypeId, id: string): void {
  const field = naturalKeyOf(dataType)
  if (dataType !== 'inventory' && id !== '' && isAbsent(mapped[field])) mapped[field] = id
}

/** ISO 8601, or seconds or milliseconds since 1970. */
function toTime(value: unknown): string | null {
  if (typeof value !== 'number') return toInstant(value)
  const ms = Math.abs(value) > 100_000_000_000 ? value : value * 1000
  return Math.abs(ms) <= 8_640_000_000_000_000 ? new Date(ms).toISOString() : null
}

/** Addresses, lines and shipments: their own names in camel case, a line's by its aliases too. */
function nested(field: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => nested(field, each))
  if (!isFields(value)) return value
  const camel = Object.fromEntries(Object.entries(value).map(([name, inner]) => [camelName(name), nested(name, inner)]))
  if (field !== 'lines') return camel
  const byName = named(value)
  for (const [name, names] of Object.entries(lineAliases as Aliases)) {
    const found = isAbsent(camel[name]) ? find(byName, names) : undefined
    if (found !== undefined) camel[name] = found
  }
  return camel
}
