import { each, type Steps } from './path.ts'

/**
 * Replaces the values that are present at a path with the result of `change`; for `[]` in every item. Creates nothing on the way. If the
 * result is `undefined`, the field is removed.
 */
export function changeExisting(holder: unknown, [step, ...rest]: Steps, change: (value: unknown) => unknown): void {
  if (step === undefined || typeof holder !== 'object' || holder === null) return
  if (step === each) {
    if (Array.isArray(holder)) for (const item of holder) changeExisting(item, rest, change)
    return
  }
  const fields = holder as Record<string, unknown>
  if (!Object.hasOwn(fields, step) || fields[step] === undefined) return
  if (rest.length > 0) {
    changeExisting(fields[step], rest, change)
    return
  }
  const after = change(fields[step])
  if (after === undefined) delete fields[step]
  else fields[step] = after
}

export const removeExisting = (holder: unknown, steps: Steps): void => changeExisting(holder, steps, () => undefined)

/** Whether any value is present at a path. */
export function hasValue(holder: unknown, steps: Steps): boolean {
  let found = false
  changeExisting(holder, steps, (value) => {
    found = true
    return value
  })
  return found
}
