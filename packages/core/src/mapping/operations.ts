import { Decimal } from 'decimal.js'
import { DateTime } from 'luxon'
import { z } from 'zod'
import { toDecimal } from '../records/decimal.ts'
import { Timezone } from '../schedules/cron.ts'
import { Expression } from './expression.ts'
import { toLongDecimal } from './long-decimal.ts'
import { parsePath, readPath } from './path.ts'

/** Changes a value. It gets the value, and the record after the steps before. Throws a `RangeError` with a message for people if it cannot. */
export type Operation = (value: unknown, record: { readonly fields: unknown; readonly raw: unknown }) => unknown

interface OperationKind<Options extends z.ZodType> {
  readonly options: Options
  readonly description: string
  /** Absent if the value is an expression, which the evaluator's process evaluates. */
  readonly make?: (options: z.output<Options>) => Operation
}

const define = <Options extends z.ZodType>(kind: OperationKind<Options>): OperationKind<z.ZodType> =>
  kind as unknown as OperationKind<z.ZodType>

/** So many digits that no product of two values is rounded. */
const Exact = Decimal.clone({ precision: 250, toExpNeg: -500, toExpPos: 500 })
const decimalText = z.union([z.string(), z.number()]).transform((value, context) => {
  const decimal = toDecimal(value)
  if (decimal !== null) return decimal
  context.addIssue({ code: 'custom', message: 'must be a decimal number', input: value })
  return z.NEVER
})
const nothing = z.undefined({ error: 'this operation takes no value' })
const Text = z.string().max(1000)
const Path = z.string().refine((path) => parsePath(path) !== null, 'is not a path')

export const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
export const isPlain = (value: unknown): value is string | number | bigint | boolean =>
  ['string', 'number', 'bigint', 'boolean'].includes(typeof value)

/** Longer than any canonical field. One operation lengthens a text at most a thousandfold, and then the next one refuses it. */
const maxTextLength = 20_000
const assertShort = (text: string): string => {
  if (text.length > maxTextLength) throw new RangeError(`is longer than ${maxTextLength} characters`)
  return text
}

/** An operation on text. An absent value stays absent. */
const onText =
  (work: (text: string) => unknown): Operation =>
  (value) => {
    if (isAbsent(value)) return value
    if (!isPlain(value)) throw new RangeError('is not a plain value')
    return work(assertShort(String(value)))
  }

/** An operation on a decimal, with all digits of its fraction. */
const onDecimal =
  (work: (value: Decimal) => Decimal): Operation =>
  (value, record) => {
    const given = typeof value === 'number' && Number.isFinite(value) ? (toDecimal(value) ?? new Exact(value).toFixed()) : value
    return onText((text) => {
      const decimal = toLongDecimal(text)
      if (decimal === null) throw new RangeError('is not a decimal number')
      return work(new Exact(decimal)).toFixed()
    })(given, record)
  }

const roundings = {
  half_up: Decimal.ROUND_HALF_UP,
  half_even: Decimal.ROUND_HALF_EVEN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
} as const
/** Luxon makes a regular expression of a format. If it named a unit twice, matching could take time without end. */
const DateFormat = z
  .string()
  .min(1)
  .max(100)
  .refine((format) => {
    const units = format.replace(/'[^']*'/g, '').match(/([A-Za-z])\1*/g) ?? []
    return new Set(units.map(([letter]) => letter)).size === units.length
  }, 'must name each unit once')
export const withTime = /[HhmsSuaTtxX]/

/** The operations that a transformation can use. */
export const operations = {
  trim: define({ description: 'Removes white space at both ends.', options: nothing, make: () => onText((text) => text.trim()) }),
  upper: define({ description: 'Converts to upper case.', options: nothing, make: () => onText((text) => text.toUpperCase()) }),
  lower: define({ description: 'Converts to lower case.', options: nothing, make: () => onText((text) => text.toLowerCase()) }),
  replace: define({
    description: 'Replaces every occurrence of a text.',
    options: z.strictObject({ search: Text.min(1), replacement: Text.default('') }),
    make: ({ search, replacement }) => onText((text) => text.replaceAll(search, () => replacement)),
  }),
  pad: define({
    description: 'Fills the text up to a length: at the start, or at the end if `side` is "end".',
    options: z.strictObject({
      length: z.int().min(1).max(1000),
      character: z.string().length(1).default('0'),
      side: z.enum(['start', 'end']).default('start'),
    }),
    make: ({ length, character, side }) =>
      onText((text) => (side === 'start' ? text.padStart(length, character) : text.padEnd(length, character))),
  }),
  strip_leading_zeros: define({
    description: 'Removes zeros at the start of a text of digits. The last digit stays, and any other text is left as it is.',
    options: nothing,
    make: () => onText((text) => (/^\d+$/.test(text.trim()) ? text.trim().replace(/^0+(?=\d)/, '') : text)),
  }),
  number: define({
    description: 'Reads a number as people write it. `decimal` is the decimal sign ("." by default); `group` is removed.',
    options: z.strictObject({ decimal: z.enum(['.', ',']).default('.'), group: z.string().max(1).optional() }).prefault({}),
    make: ({ decimal, group }) =>
      onText((text) => {
        const plain = (group ? text.replaceAll(group, '') : text).replace(decimal, '.').replace(/\s/g, '')
        const number = toLongDecimal(plain)
        if (number === null) throw new RangeError('is not a number')
        return number
      }),
  }),
  multiply: define({
    description: 'Multiplies exactly.',
    options: decimalText,
    make: (factor) => onDecimal((value) => value.times(factor)),
  }),
  round: define({
    description: 'Rounds to a number of fraction digits.',
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
    description:
      'Reads a date in a format (Luxon tokens, as in "dd.MM.yyyy HH:mm") and a time zone. Without a time of day the result is a date.',
    options: z.union([
      DateFormat.transform((format) => ({ format, zone: 'UTC' })),
      z.strictObject({ format: DateFormat, zone: Timezone.default('UTC') }),
    ]),
    make: ({ format, zone }) =>
      onText((text) => {
        const time = DateTime.fromFormat(text.trim(), format, { zone, locale: 'en' })
        if (!time.isValid) throw new RangeError(`is not a date of the form "${format}"${zone === 'UTC' ? '' : ` in ${zone}`}`)
        return withTime.test(format.replace(/'[^']*'/g, '')) ? time.toUTC().toISO() : time.toISODate()
      }),
  }),
  boolean: define({
    description: 'Converts to true or false by two lists of texts, ignoring case.',
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
    description: 'Sets a value if there is none.',
    options: z.unknown(),
    make: (fallback) => (value) => (isAbsent(value) ? fallback : value),
  }),
  lookup: define({
    description: 'Translates with a table; `fallback` is the result for texts that are not in it.',
    options: z.strictObject({ table: z.record(Text, z.unknown()), fallback: z.unknown().optional() }),
    make: ({ table, fallback }) =>
      onText((text) => {
        if (Object.hasOwn(table, text.trim())) return table[text.trim()]
        if (fallback === undefined) throw new RangeError('is not in the table')
        return fallback
      }),
  }),
  concat: define({
    description: 'Joins fields. A path that begins with "raw." points into the row as the ERP sent it.',
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
    description: 'Takes one part of a text; the first is 0, the last is -1.',
    options: z.strictObject({ separator: Text.min(1), index: z.int().min(-100).max(100) }),
    make: ({ separator, index }) => onText((text) => text.split(separator).at(index)),
  }),
  jsonata: define({
    description: 'Takes the result of a JSONata expression over the row as the ERP sent it; see below.',
    options: Expression,
  }),
} as const
export type OperationName = keyof typeof operations
export const operationNames = Object.keys(operations) as OperationName[]
