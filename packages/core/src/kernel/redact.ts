/** What stands in a log or an error in place of a secret. */
export const redacted = '[redacted]'

export interface Redactor {
  /** Remembers values that must never appear in text. Short values are left out: they would blot out ordinary words. */
  add(secrets: Iterable<string>): void
  /** `text` without any remembered secret, plain, URL-encoded or in base64. */
  clean(text: string): string
  /** The same for every string inside a JSON-like value. */
  cleanDeep<Value>(value: Value): Value
}

const shortestSecret = 4

/** One session's memory of secrets: what goes out of it into logs, entries and errors is cleaned by it. */
export function createRedactor(): Redactor {
  const known = new Set<string>()

  const clean = (text: string): string => {
    let result = text
    for (const secret of known) if (result.includes(secret)) result = result.replaceAll(secret, redacted)
    return result
  }
  const cleanDeep = (value: unknown): unknown => {
    if (typeof value === 'string') return clean(value)
    if (Array.isArray(value)) return value.map(cleanDeep)
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanDeep(inner)]))
    }
    return value
  }

  return {
    add(secrets) {
      for (const secret of secrets) {
        if (secret.length < shortestSecret) continue
        for (const form of [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')]) known.add(form)
      }
    },
    clean,
    cleanDeep: (value) => cleanDeep(value) as typeof value,
  }
}
