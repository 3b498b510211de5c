import { isObject } from './objects.ts'

/**
 * Applies a JSON merge patch (RFC 7396) and returns the result: objects are merged at every depth, null deletes a field, and any other
 * value replaces what was there. Lists are replaced as a whole.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const result = new Map(isObject(target) ? Object.entries(target) : [])
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) continue
    if (value === null) result.delete(name)
    else result.set(name, mergePatch(result.get(name), value))
  }
  return Object.fromEntries(result)
}
