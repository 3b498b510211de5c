const maxCharacters = 20_000
const maxTextLength = 2000
const maxItems = 100
const maxDepth = 20
const more = '…'

/** A JSON-like value, shortened if it was too large. */
export interface Excerpt {
  readonly value: unknown
  readonly shortened: boolean
}

/** Returns as much of a JSON-like value as a person can read. "…" replaces each part that is left out. */
export function excerptOf(whole: unknown, maxLength = maxCharacters): Excerpt {
  let left = maxLength
  let shortened = false

  const cut = (kept = ''): string => {
    shortened = true
    return `${kept}${more}`
  }
  const showText = (text: string): string => {
    const room = Math.max(0, Math.min(maxTextLength, left))
    left -= Math.min(text.length, room)
    return text.length > room ? cut(text.slice(0, room)) : text
  }
  const showList = (list: readonly unknown[], depth: number): unknown[] => {
    const shown: unknown[] = []
    for (const item of list) {
      if (shown.length === maxItems || left <= 0) return [...shown, cut()]
      shown.push(show(item, depth))
    }
    return shown
  }
  const showFields = (fields: object, depth: number): Record<string, unknown> => {
    const shown: [string, unknown][] = []
    for (const [name, value] of Object.entries(fields)) {
      if (shown.length === maxItems || left <= 0) {
        shown.push([cut(), null])
        break
      }
      shown.push([showText(name), show(value, depth)])
    }
    return Object.fromEntries(shown)
  }
  const show = (value: unknown, depth: number): unknown => {
    left -= 4
    if (typeof value === 'string') return showText(value)
    if (typeof value === 'bigint') return String(value)
    if (value instanceof Date) return value.toISOString()
    if (typeof value !== 'object' || value === null) return value ?? null
    if (depth === maxDepth) return cut()
    return Array.isArray(value) ? showList(value, depth + 1) : showFields(value, depth + 1)
  }
  const value = show(whole, 0)
  return { value, shortened }
}
