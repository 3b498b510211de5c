import { Decimal } from 'decimal.js'
import { DateTime } from 'luxon'
import { z } from 'zod'
import { toDecimal } from '../records/decimal.ts'
import { Timezone } from '../schedules/cron.ts'
import { Expression } from './expression.ts'
import { parsePath, readPath } from './path.ts'

/** What an operation sees: the value, and the record as it is by now. Throws a `RangeError` with words for people where it cannot be done. */
export type Operation = (value: unknown, record: { readonly fields: unknown; readonly raw: unknown }) => unknown

interface OperationKind<Options extends z.ZodType> {
  readonly options: Options
  readonly description: string
  /** Absent where the value is an expression, which a process of its own works out. */
  readonly make?: (options: z.output<Options>) => Operation
}

const define = <Options extends z.ZodType>(kind: OperationKind<Options>): OperationKind<z.ZodType> =>
  kind as unknown as OperationKind<z.ZodType>

const Exact = Decimal.clone({ precision: 60 })
const decimalText = z.union([z.string(), z.number()]).transform((value, context) => {
  const decimal = toDecimal(value)
  if (decimal !== null) return decimal
  context.addIssue({ code: 'custom', message: 'must be a decimal number', input: value })
  return z.NEVER
})
const nothing = z.undefined({ error: 'this operation takes no value' })
const Text = z.string().max(1000)
const Path = z.string().refine((path) => parsePath(path) !== null, 'is no path')

export const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
export const isPlain = (value: unknown): value is string | number | bigint | boolean =>
  ['string', 'number', 'bigint', 'boolean'].includes(typeof value)

/** No field of ours is so long. An operation multiplies the length of a text at most a thousandfold, and the next one refuses it. */
const longest = 20_000
const assertShort = (text: string): string => {
  if (text.length > longest) throw new RangeError(`is longer than ${longest} characters`)
  return text
}

/** An operation on text; what is absent stays absent. */
const onText =
  (work: (text: string) => unknown): Operation =>
  (value) => {
    if (isAbsent(value)) return value
    if (!isPlain(value)) throw new RangeError('is no plain value')
    return work(assertShort(String(value)))
  }

const onDecimal = (work: (value: Decimal) => Decimal): Operation =>
  onText((text) => {
    const decimal = toDecimal(text)
    if (decimal === null) throw new RangeError('is no decimal number')
    return work(new Exact(decimal)).toFixed()
  })

const roundings = {
  half_up: Decimal.ROUND_HALF_UP,
  half_even: Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
} as const
/** Formats become patterns: one that names a unit again could be tried in more ways than there is time for. */
const DateFormat = z
  .string()
  .min(1)
  .max(100)
  .refine((format) => {
    const units = format.replace(/'[^']*'/g, '').match(/([A-Za-z])\1*/g) ?? []
    return new Set(units.map(([letter]) => letter)).size === units.length
  }, 'must name each unit once')
export const withTime = /[HhmsSuaTtxX]/

/** What a transformation may do to a field. */
export const operations = {
  trim: define({ description: 'Takes white space off both ends.', options: nothing, make: () => onText((text) => text.trim()) }),
  upper: define({ description: 'To upper case.', options: nothing, make: () => onText((text) => text.toUpperCase()) }),
  lower: define({ description: 'To lower case.', options: nothing, make: () => onText((text) => text.toLowerCase()) }),
  replace: define({
    description: 'Replaces every occurrence of a text.',
    options: z.strictObject({ search: Text.min(1), replacement: Text.default('') }),
    make: ({ search, replacement }) => onText((text) => text.replaceAll(search, () => replacement)),
  }),
  pad: define({
    description: 'Fills up to a length, in front where `side` is not "end".',
    options: z.strictObject({
      length: z.int().min(1).max(1000),
      character: z.string().length(1).default('0'),
      side: z.enum(['start', 'end']).default('start'),
    }),
    make: ({ length, character, side }) =>
      onText((text) => (side === 'start' ? text.padStart(length, character) : text.padEnd(length, character))),
  }),
  strip_leading_zeros: define({
    description: 'Takes zeros off the front of a number of digits only; the last digit stays.',
    options: nothing,
    make: () => onText((text) => (/^\d+$/.test(text.trim()) ? text.trim().replace(/^0+(?=\d)/, '') : text)),
  }),
  number: define({
    description: 'Reads a number as people write it: `decimal` is "." unless told, `group` is taken out.',
    options: z.strictObject({ decimal: z.enum(['.', ',']).default('.'), group: z.string().max(1).optional() }).prefault({}),
    make: ({ decimal, group }) =>
      onText((text) => {
        const plain = (group ? text.replaceAll(group, '') : text).replace(decimal, '.').replace(/\s/g, '')
        const number = toDecimal(plain)
        if (number === null) throw new RangeError('is no number')
        return number
      }),
  }),
  multiply: define({
    description: 'Multiplies exactly.',
    options: decimalText,
    make: (factor) => onDecimal((value) => value.times(factor)),
  }),
  round: define({
    description: 'Rounds to so many fraction digits.',
    options: z.union([
      z
        .int()
        .min(0)
        .max(8)
        .transform((digits) => ({ digits, mode: 'half_up' as const })),
      z.strictObject({ digits: z.int().min(0).max(8), mode: z.enum(['half_up', 'half_even', 'up', 'down']).default('half_up') }),
    ]),
    make: ({ digits, mode }) => onDecimal((value) => value.toDecimalPlaces(digits, roundings[mode])),
  }),
  date: define({
    description: 'Reads a date by its format (Luxon tokens, as in "dd.MM.yyyy HH:mm"), in a zone. Without a time of day it stays a day.',
    options: z.union([
      DateFormat.transform((format) => ({ format, zone: 'UTC' })),
      z.strictObject({ format: DateFormat, zone: Timezone.default('UTC') }),
    ]),
    make: ({ format, zone }) =>
      onText((text) => {
        const time = DateTime.fromFormat(text.trim(), format, { zone, locale: 'en' })
        if (!time.isValid) throw new RangeError(`is no date of the form "${format}"${zone === 'UTC' ? '' : ` in ${zone}`}`)
        return withTime.test(format.replace(/'[^']*'/g, '')) ? time.toUTC().toISO() : time.toISODate()
      }),
  }),
  boolean: define({
    description: 'True or false by lists of texts, in any case.',
    options: z.strictObject({ true: z.array(Text).default([]), false: z.array(Text).default([]) }),
    make: (words) => {
      const [yes, no] = [new Set(words.true.map((word) => word.toLowerCase())), new Set(words.false.map((word) => word.toLowerCase()))]
      return onText((text) => {
        const word = text.trim().toLowerCase()
        if (yes.has(word)) return true
        if (no.has(word)) return false
        throw new RangeError('is in neither list')
      })
    },
  }),
  default: define({
    description: 'A value where there is none.',
    options: z.unknown(),
    make: (fallback) => (value) => (isAbsent(value) ? fallback : value),
  }),
  lookup: define({
    description: 'Translates by a table; `fallback` stands for what is not in it.',
    options: z.strictObject({ table: z.record(Text, z.unknown()), fallback: z.unknown().optional() }),
    make: ({ table, fallback }) =>
      onText((text) => {
        if (Object.hasOwn(table, text.trim())) return table[text.trim()]
        if (fallback === undefined) throw new RangeError('is not in the table')
        return fallback
      }),
  }),
  concat: define({
    description: 'Joins fields; a path that begins with "raw." is one of the row as it came.',
    options: z.strictObject({ fields: z.array(Path).min(1).max(20), separator: Text.default('') }),
    make: ({ fields, separator }) => {
      const paths = fields.map((path) => parsePath(path) ?? [])
      return (_, record) => {
        const values = paths.map((path) => (path[0] === 'raw' ? readPath(record, path) : readPath(record.fields, path)))
        return assertShort(values.filter((value) => isPlain(value) && !isAbsent(value)).join(separator))
      }
    },
  }),
  split: define({
    description: 'One part of a text; the first is 0, the last -1.',
    options: z.strictObject({ separator: Text.min(1), index: z.int().min(-100).max(100) }),
    make: ({ separator, index }) => onText((text) => text.split(separator).at(index)),
  }),
  jsonata: define({ description: 'What a JSONata expression over the row as it came gives; see below.', options: Expression }),
} as const
export type OperationName = keyof typeof operations
export const operationNames = Object.keys(operations) as OperationName[]
