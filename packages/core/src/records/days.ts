const isoTime = /^(\d{4})-(\d{2})-(\d{2})([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** An instant in canonical form, on a day that every month has. Most instants match, and need no parsing. */
const plainInstant = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** Days that ERPs and databases store for "no date". */
const noDays = new Set(['0001-01-01', '1753-01-01', '1899-12-30', '1900-01-01', '9999-12-31'])

/** Words that programs write for "no date". */
const noDateWords = /^(?:n\/?a|#n\/a|null|none|nil|nan|nat|undefined|n\.a\.|-+)$/i

/** Whether a value stands for "no date": `0000-00-00`, `00000000`, `0001-01-01`, `N/A`, Odoo's `false`, or 0. */
export function isNoDate(value: unknown): boolean {
  if (value === false || value === 0) return true
  if (typeof value !== 'string' || value.startsWith('2')) return false // as the dates of this century do, and none of these
  const text = value.trim()
  return /^[0\s./:T-]+(?:Z|\+00:?00)?$/.test(text) || noDays.has(text.slice(0, 10)) || noDateWords.test(text)
}

/** An ISO 8601 time in UTC with milliseconds; null if the value is none, or is on a day that does not exist. A time without a zone is UTC. */
export function toInstant(value: unknown): string | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (typeof value !== 'string') return null
  if (plainInstant.test(value)) return value
  const text = value.trim()
  if (dayIn(text) === null) return null
  const iso = text.replace(' ', 'T')
  const time = new Date(/(Z|[+-]\d{2}:?\d{2})$/.test(iso) || iso.length === 10 ? iso : `${iso}Z`)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** The day of a day or a time, as it is written: a business day has no zone, so it is never converted. Null if there is no such day. */
export function toDay(value: unknown): string | null {
  const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value
  return typeof text === 'string' && toInstant(text) !== null ? dayIn(text.trim()) : null
}

function dayIn(text: string): string | null {
  const [, year, month, day] = isoTime.exec(text) ?? []
  if (year === undefined) return null
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day) ? text.slice(0, 10) : null
}
