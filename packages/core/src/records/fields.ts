import { z } from 'zod'
import { isNoDate, toDay, toInstant } from './days.ts'
import { whyUnreadable } from './unreadable.ts'

export { toInstant } from './days.ts'

/**
 * The building blocks of canonical records. Each accepts the forms in which ERPs send such a field and returns the canonical one, or says what
 * is wrong. Null, undefined and blank text all mean "absent".
 */

export const absent = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/** What is wrong with a value. */
class Fault {
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

/** A field that is parsed by one function: nested schemas would take several times as long, for each of a million records. */
const field = <Value>(read: (value: unknown) => Value | Fault) =>
  z.transform((value, context): Value => {
    const result = read(value)
    if (!(result instanceof Fault)) return result
    const isMissing = value === undefined || value === null
    context.addIssue({ code: 'custom', message: isMissing ? 'is missing' : (whyUnreadable(value) ?? result.message), input: value })
    return z.NEVER
  })

const decimals = new WeakSet<z.core.$ZodType>()

/** Marks a schema as one of decimals. */
export function asDecimal<Schema extends z.ZodType>(schema: Schema): Schema {
  decimals.add(schema)
  return schema
}
export const isDecimal = (schema: z.core.$ZodType): boolean => decimals.has(schema)

const days = new WeakSet<z.core.$ZodType>()
const instants = new WeakSet<z.core.$ZodType>()
const flags = new WeakSet<z.core.$ZodType>()
export const isDay = (schema: z.core.$ZodType): boolean => days.has(schema)
export const isInstant = (schema: z.core.$ZodType): boolean => instants.has(schema)
export const isFlag = (schema: z.core.$ZodType): boolean => flags.has(schema)

const wordLists = new WeakMap<z.core.$ZodType, readonly string[]>()

/** Notes which words a schema returns. */
export function asWords<Schema extends z.ZodType>(schema: Schema, words: readonly string[]): Schema {
  wordLists.set(schema, words)
  return schema
}
/** The words that a schema returns; null if it is not one of a closed list. */
export const wordsOf = (schema: z.core.$ZodType): readonly string[] | null => wordLists.get(schema) ?? null

const inners = new WeakMap<z.core.$ZodType, z.core.$ZodType>()
/** The schema of the values of a field that may be absent; the schema itself of any other. */
export const presentSchema = (schema: z.core.$ZodType): z.core.$ZodType => inners.get(schema) ?? schema

/** All marks of a schema, so that an optional date is still known to be one. */
const marks = [decimals, days, instants, flags]
function marked<Schema extends z.ZodType>(schema: Schema, like: z.core.$ZodType): Schema {
  for (const mark of marks) if (mark.has(like)) mark.add(schema)
  inners.set(schema, like)
  return schema
}
function marking<Schema extends z.ZodType>(schema: Schema, mark: WeakSet<z.core.$ZodType>): Schema {
  mark.add(schema)
  return schema
}

/** Parses a present value with the schema, and replaces an absent one with the fallback. */
function whenPresent<Schema extends z.ZodType, Fallback>(schema: Schema, fallback: Fallback) {
  type Value = z.output<Schema> | Fallback
  if (schema instanceof z.ZodTransform) {
    const { transform } = schema.def
    const isDate = isDay(schema) || isInstant(schema)
    const isAbsent = isDate ? (value: unknown) => absent(value) || isNoDate(value) : absent
    const made = z.transform((value, context): Value => (isAbsent(value) ? fallback : (transform(value, context) as Value)))
    return marked(made, schema)
  }
  const made = z.preprocess((value) => (absent(value) ? fallback : value), fallback === undefined ? schema.optional() : schema)
  return marked(made as z.ZodType<Value>, schema)
}

/** Makes a field optional: an absent value is left out of the record. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  whenPresent(schema, undefined) as z.ZodOptional<z.ZodType<z.output<Schema>>>

const defaulted = new WeakSet<z.core.$ZodType>()
export const hasDefault = (schema: z.core.$ZodType): boolean => defaulted.has(schema)

/** Makes a field required, with a default for an absent value. */
export const withDefault = <Schema extends z.ZodType>(schema: Schema, fallback: NonNullable<z.output<Schema>>) =>
  marking(whenPresent(schema, fallback) as z.ZodType<z.output<Schema>>, defaulted)

/** Trimmed text that is not empty. Numbers become text, since many ERPs send keys as numbers. */
export const text = (maxLength = 10_000) =>
  field((value) => {
    const given = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value
    if (typeof given !== 'string') return new Fault('must be text')
    const trimmed = given.trim()
    if (trimmed === '') return new Fault('must not be empty')
    return trimmed.length > maxLength ? new Fault(`must have at most ${maxLength} characters`) : trimmed
  })

const truths: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  '1': true,
  '0': false,
  y: true,
  n: false,
  yes: true,
  no: false,
  t: true,
  f: false,
  x: true,
  j: true,
  ja: true,
  nein: false,
  oui: true,
  non: false,
  si: true,
  sí: true,
  on: true,
  off: false,
  '-1': true,
}

/** True or false, also as 1/0, -1, Y/N, yes/no in some languages, on/off, T/F and SAP's X. */
export const flag = marking(
  field((value) => toFlag(value) ?? new Fault('must be true or false')),
  flags,
)

/** A value as true or false; null if it says neither. */
export function toFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : ''
  return Object.hasOwn(truths, word) ? (truths[word] as boolean) : null
}

const currencyCode = /^[A-Z]{3}$/

/** ISO 4217, three letters. */
export const currency = field((value) => {
  if (typeof value !== 'string') return new Fault('must be a currency code')
  if (currencyCode.test(value)) return value
  const code = value.trim().toUpperCase()
  return currencyCode.test(code) ? code : new Fault('must be a currency code of three letters (ISO 4217)')
})

/** A field that `convert` parses; `message` says what is expected if it returns null. */
export const converted = (convert: (value: unknown) => string | null, message: string | ((value: unknown) => string)) =>
  field((value) => convert(value) ?? new Fault(typeof message === 'string' ? message : message(value)))

/** A moment: ISO 8601 in UTC. */
export const instant = marking(converted(toInstant, 'must be an ISO 8601 time'), instants)

/** A business day, `YYYY-MM-DD`, as it is written: of a time with a zone too. A value for "no date" is none, so a required day rejects it. */
export const day = marking(
  converted((value) => (isNoDate(value) ? null : toDay(value)), 'must be a day, YYYY-MM-DD'),
  days,
)

const wordOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_')
    : ''

/** One of a closed list, in any case, and with spaces or hyphens instead of underscores. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  asWords(
    field((value): Values[number] | Fault => {
      const word = wordOf(value)
      return values.includes(word) ? word : new Fault(`must be one of ${values.join(', ')}`)
    }),
    values,
  )

/** A word of a list, or `unknown` with the ERP's own word. */
export interface Word<Value extends string> {
  readonly value: Value | 'unknown'
  readonly word: string | undefined
}

/** As `oneOf`, also by the synonyms. A text that is neither becomes `unknown`, and `withWords` keeps it beside the field. */
export const wordIn = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  synonyms: Readonly<Record<string, Values[number]>> = {},
) =>
  asWords(
    field((given): Word<Values[number]> | Fault => {
      const word = wordOf(given)
      if (values.includes(word)) return { value: word, word: undefined }
      if (Object.hasOwn(synonyms, word)) return { value: synonyms[word] as Values[number], word: String(given).trim() }
      return word === '' ? new Fault(`must be one of ${values.join(', ')}`) : { value: 'unknown', word: String(given).trim() }
    }),
    [...new Set([...values, 'unknown'])],
  )

type Settled<Given, Name extends string> = {
  [Field in keyof Given]: Field extends Name
    ? Given[Field] extends Word<infer Value> | undefined
      ? Value | 'unknown' | Extract<Given[Field], undefined>
      : Given[Field]
    : Given[Field]
}

/** Replaces each word by its value, and keeps the ERP's own word as `<field>Raw`, unless that was given. */
export const withWords =
  <const Name extends string>(...names: readonly Name[]) =>
  <Given extends Readonly<Record<string, unknown>>>(given: Given): Settled<Given, Name> => {
    if (names.every((name) => given[name] === undefined)) return given as Settled<Given, Name>
    const settled: Record<string, unknown> = { ...given }
    for (const name of names) {
      const found = given[name] as Word<string> | undefined
      if (found === undefined) continue
      settled[name] = found.value
      if (found.word !== undefined) settled[`${name}Raw`] ??= found.word
    }
    return settled as Settled<Given, Name>
  }

/** A list of lines. Lines without a number are numbered by their position: the first is "1". */
export const lines = <Line extends z.ZodType>(line: Line) =>
  withDefault(
    z.preprocess((value) => (Array.isArray(value) ? value.map(numbered) : value), z.array(line, { error: 'must be a list' })),
    [],
  )

const numbered = (line: unknown, at: number): unknown =>
  typeof line === 'object' && line !== null && absent((line as { lineNumber?: unknown }).lineNumber)
    ? { ...line, lineNumber: String(at + 1) }
    : line
