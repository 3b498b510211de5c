const dayMs = 24 * 3_600_000
const leastMs = 1000

/**
 * How long a `Retry-After` header asks to wait, in milliseconds, from one second to 24 hours: seconds (of several the most), or an HTTP date
 * measured against the server's own `Date` if it sent one. Undefined if it says nothing that can be read
 * (docs/erp/home-made-rest.md#pauses).
 */
export function retryAfterMs(
  header: string | undefined,
  { date, now }: { readonly date?: string | undefined; readonly now: Date },
): number | undefined {
  const text = header?.trim() ?? ''
  if (text === '') return undefined
  const seconds = text.split(',').map((each) => each.trim())
  if (seconds.every((each) => /^-?\d+(\.\d+)?$/.test(each))) return within(Math.max(...seconds.map(Number)) * 1000)
  const until = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(until)) return undefined
  const from = Date.parse(date ?? '')
  return within(until - (Number.isNaN(from) ? now.getTime() : from))
}

const within = (ms: number): number => Math.min(dayMs, Math.max(leastMs, Math.ceil(ms)))
