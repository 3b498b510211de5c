import { z } from 'zod'

/**
 * The building bricks of canonical records. Each takes what ERPs send for such a field and gives the one
 * canonical form, or says what is wrong. Null, undefined and blank text all mean "absent".
 */

const absent = (value: unknown): boolean => value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/** Makes a field optional: what is absent in any spelling is left out of the record. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (absent(value) ? undefined : value), schema.optional())

/** A required field with a value that holds where the ERP says nothing. */
export const withDefault = <Schema extends z.ZodType>(schema: Schema, fallback: NonNullable<z.output<Schema>>) =>
  z.preprocess((value) => (absent(value) ? fallback : value), schema)

/** Trimmed, not empty. Numbers become their digits, since many ERPs send keys so. */
export const text = (longest = 10_000) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'bigint' ? String(value) : value),
    z.string({ error: 'must be text' }).min(1, 'must not be empty').max(longest, `must have at most ${longest} characters`),
  )

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
export const flag = z.preprocess(
  (value) => (typeof value === 'string' || typeof value === 'number' ? (truths[String(value).trim().toLowerCase()] ?? value) : value),
  z.boolean({ error: 'must be true or false' }),
)

/** ISO 4217, three letters. */
export const currency = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toUpperCase() : value),
  z.string({ error: 'must be a currency code' }).regex(/^[A-Z]{3}$/, 'must be a currency code of three letters (ISO 4217)'),
)

const isoTime = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** An instant that is written as we write it already, on a day that every month has: most of all that come. */
const plainInstant = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** An ISO 8601 time as UTC with milliseconds, or null where it is none. Without a zone it is taken as UTC. */
export function toInstant(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (typeof value !== 'string') return null
  if (plainInstant.test(value)) return value
  if (!isoTime.test(value.trim())) return null
  const iso = value.trim().replace(' ', 'T')
  const time = new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(iso) || iso.length === 10 ? iso : `${iso}Z`)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

const converted = (convert: (value: unknown) => string | null, message: string) =>
  z.unknown().transform((value, context): string => {
    const result = convert(value)
    if (result !== null) return result
    context.addIssue({ code: 'custom', message, input: value })
    return z.NEVER
  })

/** A moment: ISO 8601 in UTC. */
export const instant = converted(toInstant, 'must be an ISO 8601 time')

/** A business day without a zone, `YYYY-MM-DD`. Of a time the UTC day counts. */
export const day = converted((value) => toInstant(value)?.slice(0, 10) ?? null, 'must be a day, YYYY-MM-DD')

/** One of a closed list, in any case and with spaces or hyphens for underscores. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .trim()
            .toLowerCase()
            .replace(/[\s-]+/g, '_')
        : value,
    z.enum(values),
  )

/** A list of lines. Where the ERP does not number them, their order does: the first is "1". */
export const lines = <Line extends z.ZodType>(line: Line) =>
  withDefault(
    z.preprocess((value) => (Array.isArray(value) ? value.map(numbered) : value), z.array(line, { error: 'must be a list' })),
    [],
  )

const numbered = (line: unknown, at: number): unknown =>
  typeof line === 'object' && line !== null && absent((line as { lineNumber?: unknown }).lineNumber)
    ? { ...line, lineNumber: String(at + 1) }
    : line
