/** What a client asked for with `Prefer` (RFC 7240). */
export interface Preferences {
  readonly respondAsync: boolean
  /** Seconds; null where nothing of the kind was asked. */
  readonly wait: number | null
}

/** Longest that one answer is held back, in seconds. */
export const maxWait = 120

/** Reads a `Prefer` header. Of a preference that stands twice the first one counts; what is not understood is ignored. */
export function parsePrefer(header: string | readonly string[] | undefined): Preferences {
  const preferences = new Map<string, string>()
  for (const part of [header ?? []].flat().join(',').split(',')) {
    const [name = '', value = ''] = (part.split(';')[0] ?? '').split('=').map((text) => text.trim())
    const key = name.toLowerCase()
    if (!preferences.has(key)) preferences.set(key, value.replace(/^"(.*)"$/, '$1'))
  }
  const wait = preferences.get('wait')
  return {
    respondAsync: preferences.has('respond-async'),
    wait: wait !== undefined && /^\d{1,9}$/.test(wait) ? Math.min(Number(wait), maxWait) : null,
  }
}
