import type { Fields } from './document.ts'

/** One value that differs. `before` or `after` is undefined if there is none. */
export interface Difference {
  readonly path: string
  readonly before: unknown
  readonly after: unknown
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Maps with names of the customer's own: what the file leaves out is not there. */
const wholeMaps: ReadonlySet<string> = new Set(['fieldMapping'])

/** JSON with the names of objects in order, so that equal values are equal texts. */
export const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isFields(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner,
  ) ?? 'null'

/**
 * What of `wanted` is not so yet. A field that `wanted` leaves out stays as it is, `null` takes it away, and a list is replaced as a whole.
 */
export function differences(current: Fields, wanted: Fields, prefix = ''): readonly Difference[] {
  return Object.entries(wanted).flatMap(([name, after]): readonly Difference[] => {
    const path = `${prefix}${name}`
    const before = current[name]
    if (after === null) return before === undefined || before === null ? [] : [{ path, before, after: undefined }]
    if (isFields(after) && isFields(before)) return differences(before, withRemovals(name, before, after), `${path}.`)
    if (isFields(after) && before === undefined) return differences({}, after, `${path}.`)
    return sorted(before) === sorted(after) ? [] : [{ path, before, after }]
  })
}

function withRemovals(name: string, before: Fields, after: Fields): Fields {
  if (!wholeMaps.has(name)) return after
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key))
  return { ...after, ...Object.fromEntries(gone.map((key) => [key, null])) }
}

/** The merge patch that makes `current` what is `wanted`: only the fields that differ. */
export function mergePatch(current: Fields, wanted: Fields): Fields {
  const patch: Fields = {}
  for (const [name, after] of Object.entries(wanted)) {
    const before = current[name]
    if (isFields(after) && isFields(before)) {
      const inner = mergePatch(before, withRemovals(name, before, after))
      if (Object.keys(inner).length > 0) patch[name] = inner
    } else if (differences(current, { [name]: after }).length > 0) patch[name] = after
  }
  return patch
}
