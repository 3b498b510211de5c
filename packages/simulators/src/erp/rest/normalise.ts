import { fromCents, toCents } from '../../dataset/decimal.ts'
import type { Row } from '../../dataset/row.ts'

/** What an ERP does to one field of what it is sent. */
export type FieldNormaliser =
  | 'upper'
  | 'lower'
  | 'trim'
  /** A text that is a number is stored as a JSON number. */
  | 'numbers'
  /** Zeros at the start of a text of digits are removed. */
  | 'zeroStrip'
  /** The digits after the point; half is rounded up. */
  | { readonly round: number }
  /** Zeros at the start, up to this length. */
  | { readonly pad: number }
  /** Longer texts are cut. */
  | { readonly cut: number }

/**
 * How an ERP changes the rows that it is sent. Change the object to change the ERP while it runs.
 */
export interface Normalise {
  /** By the path of the field, as in `name`, `shipTo.city` or `lines[].sku`; the steps of a field run in their order. */
  fields?: Readonly<Record<string, readonly FieldNormaliser[]>>
  /** The ERP calculates `lineTotal` as quantity × unit price, and `total` as the sum of the lines, whatever was sent. */
  computed?: boolean
  /** The ERP sorts the lines by `sku`, or turns their order round. */
  reorder?: 'sku' | 'reverse'
}

type Fields = Record<string, unknown>

/** The row as the ERP stores it. Returns the row itself if nothing changes it. */
export function normaliseRow<R extends Row>(row: R, { fields = {}, computed = false, reorder }: Normalise): R {
  const normalised = structuredClone(row) as unknown as Fields
  for (const [path, steps] of Object.entries(fields))
    changeField(normalised, path.split('.'), (value) => steps.reduce<unknown>((before, step) => normaliseValue(before, step), value))
  if (computed) compute(normalised)
  if (reorder && Array.isArray(normalised.lines)) normalised.lines = reordered(normalised.lines as Fields[], reorder)
  return JSON.stringify(normalised) === JSON.stringify(row) ? row : (normalised as unknown as R)
}

/** Changes a field that the row has; below a name with `[]` in each item of the list. */
function changeField(holder: unknown, [name = '', ...rest]: readonly string[], change: (value: unknown) => unknown): void {
  if (typeof holder !== 'object' || holder === null) return
  const isList = name.endsWith('[]')
  const own = isList ? name.slice(0, -2) : name
  const fields = holder as Fields
  if (!Object.hasOwn(fields, own)) return
  if (isList) for (const item of Array.isArray(fields[own]) ? fields[own] : []) changeField(item, rest, change)
  else if (rest.length > 0) changeField(fields[own], rest, change)
  else fields[own] = change(fields[own])
}

function normaliseValue(value: unknown, step: FieldNormaliser): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value
  const text = String(value)
  if (step === 'upper') return text.toUpperCase()
  if (step === 'lower') return text.toLowerCase()
  if (step === 'trim') return text.trim()
  if (step === 'numbers') return isNumber(text) ? Number(text) : value
  if (step === 'zeroStrip') return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : text
  if ('pad' in step) return text.padStart(step.pad, '0')
  if ('cut' in step) return text.slice(0, step.cut)
  return isNumber(text) ? roundDecimal(text, step.round) : value
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** Exact, also for amounts that a binary number cannot hold. */
function roundDecimal(text: string, digits: number): string {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0')) + (Number(fraction[digits] ?? 0) >= 5 ? 1n : 0n)
  const padded = kept.toString().padStart(digits + 1, '0')
  const rounded = digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`
  return text.startsWith('-') && kept !== 0n ? `-${rounded}` : rounded
}

function compute(row: Fields): void {
  if (!Array.isArray(row.lines)) return
  const lines = (row.lines as Fields[]).map((line) => ({
    ...line,
    lineTotal: fromCents((Number(line.quantity) * toCents(String(line.unitPrice ?? 0))) / Number(line.priceUnitQuantity ?? 1)),
  }))
  row.lines = lines
  row.total = fromCents(lines.reduce((sum, line) => sum + toCents(line.lineTotal), 0))
}

function reordered(lines: readonly Fields[], order: 'sku' | 'reverse'): Fields[] {
  if (order === 'reverse') return lines.toReversed()
  return lines.toSorted((one, other) => (String(one.sku) < String(other.sku) ? -1 : String(one.sku) > String(other.sku) ? 1 : 0))
}
