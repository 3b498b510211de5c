import { z } from 'zod'

/**
 * The building blocks of canonical records. Each accepts the forms in which ERPs send such a field and returns the canonical one, or says what
 * is wrong. Null, undefined and blank text all mean "absent".
 */

const absent = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

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
    context.addIssue({ code: 'custom', message: result.message, input: value })
    return z.NEVER
  })

const decimals = new WeakSet<z.core.$ZodType>()

/** Marks a schema as one of decimals. */
export function asDecimal<Schema extends z.ZodType>(schema: Schema): Schema {
  decimals.add(schema)
  return schema
}
export const isDecimal = (schema: z.core.$ZodType): boolean => decimals.has(schema)

/** Parses a present value with the schema, and replaces an absent one with the fallback. */
function whenPresent<Schema extends z.ZodType, Fallback>(schema: Schema, fallback: Fallback) {
  type Value = z.output<Schema> | Fallback
  if (schema instanceof z.ZodTransform) {
    const { transform } = schema.def
    const made = z.transform((value, context): Value => (absent(value) ? fallback : (transform(value, context) as Value)))
    return isDecimal(schema) ? asDecimal(made) : made
  }
  return z.preprocess(
    (value) => (absent(value) ? fallback : value),
    fallback === undefined ? schema.optional() : schema,
  ) as z.ZodType<Value>
}

/** Makes a field optional: an absent value is left out of the record. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  whenPresent(schema, undefined) as z.ZodOptional<z.ZodType<z.output<Schema>>>

/** Makes a field required, with a default for an absent value. */
export const withDefault = <Schema extends z.ZodType>(schema: Schema, fallback: NonNullable<z.output<Schema>>) =>
  whenPresent(schema, fallback) as z.ZodType<z.output<Schema>>

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
}

/** True or false, also as 1/0, Y/N, yes/no, T/F and SAP's X. */
export const flag = field((value) => {
  if (typeof value === 'boolean') return value
  const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : ''
  return Object.hasOwn(truths, word) ? (truths[word] as boolean) : new Fault('must be true or false')
})

/** ISO 4217, three letters. */
export const currency = field((value) => {
  if (typeof value !== 'string') return new Fault('must be a currency code')
  const code = value.trim().toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? code : new Fault('must be a currency code of three letters (ISO 4217)')
})

const isoTime = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** An instant in canonical form, on a day that every month has. Most instants match, and need no parsing. */
const plainInstant = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** An ISO 8601 time in UTC with milliseconds, or null if the value is not one. A time without a zone is UTC. */
export function toInstant(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (typeof value !== 'string') return null
  if (plainInstant.test(value)) return value
  if (!isoTime.test(value.trim())) return null
  const iso = value.trim().replace(' ', 'T')
  const time = new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(iso) || iso.length === 10 ? iso : `${iso}Z`)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** A field that `convert` parses; `message` says what is expected if it returns null. */
export const converted = (convert: (value: unknown) => string | null, message: string) =>
  field((value) => convert(value) ?? new Fault(message))

/** A moment: ISO 8601 in UTC. */
export const instant = converted(toInstant, 'must be an ISO 8601 time')

/** A business day without a zone, `YYYY-MM-DD`. A time counts as its day in UTC. */
export const day = converted((value) => toInstant(value)?.slice(0, 10) ?? null, 'must be a day, YYYY-MM-DD')

/** One of a closed list, in any case, and with spaces or hyphens instead of underscores. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  field((value): Values[number] | Fault => {
    const word =
      typeof value === 'string'
        ? value
            .trim()
            .toLowerCase()
            .replace(/[\s-]+/g, '_')
        : ''
    return values.includes(word) ? word : new Fault(`must be one of ${values.join(', ')}`)
  })

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
