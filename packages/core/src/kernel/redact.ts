import { describeError } from './log-options.ts'
import { formsOfSecret } from './secret-forms.ts'

/** What replaces a secret in a log line or an error. */
export const redacted = '[redacted]'

export interface Redactor {
  /** Remembers values that must never appear in text. Values under four characters are ignored: they would hide ordinary words. */
  add(secrets: Iterable<string>): void
  /** Returns `text` with every remembered secret replaced, in every form of `formsOfSecret`. */
  clean(text: string): string
  /** Returns a JSON-like value with every string in it cleaned, names of fields too; an error as the log would show it. */
  cleanDeep<Value>(value: Value): Value
}

const minSecretLength = 4

/** Knows the secrets of one session, and cleans what the session writes to logs, run entries and errors. */
export function createRedactor(): Redactor {
  const known = new Set<string>()
  let longestFirst: readonly string[] = []

  const clean = (text: string): string => {
    let result = text
    for (const secret of longestFirst) if (result.includes(secret)) result = result.replaceAll(secret, redacted)
    return result
  }
  const cleanDeep = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value)
    if (Array.isArray(value)) return value.map(cleanDeep)
    if (value instanceof Error) return cleanDeep(describeError(value))
    if (isPlainObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), cleanDeep(inner)]))
    return value
  }

  return {
    add(secrets) {
      for (const secret of secrets) {
        if (secret.length < minSecretLength) continue
        for (const form of formsOfSecret(secret)) known.add(form)
        longestFirst = [...known].sort((one, other) => other.length - one.length)
      }
    },
    clean,
    cleanDeep: (value) => cleanDeep(value) as typeof value,
  }
}

const isPlainObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value))
