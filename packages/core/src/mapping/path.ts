import { isObject, ownValue } from '../kernel/objects.ts'

/** A path into a record: names with dots, `[2]` or `.2` for one item of a list, `[]` for every item, as in `lines[].quantity`. */
export type Steps = readonly (string | typeof each)[]

export const each = Symbol('each')

const unsafe = new Set(['__proto__', 'constructor', 'prototype'])

/** Returns the steps of a path; null if the text is not a path. */
export function parsePath(text: string): Steps | null {
  const steps = text
    .replace(/\[(\d*)\]/g, '.[$1]')
    .split('.')
    .map((part) => (part === '[]' ? each : part.replace(/^\[(\d+)\]$/, '$1')))
  const isPath =
    steps.length > 0 && steps[0] !== each && steps.every((step) => step === each || (/^[^[\]]+$/.test(step) && !unsafe.has(step)))
  return isPath ? steps : null
}

type Fields = Record<string, unknown>

/** Lists count too: their items are fields with numbers for names. */
const hasFields = (value: unknown): value is Fields => isObject(value) || Array.isArray(value)

/** Returns the value at a path; for `[]` a list with the value of each item. A field whose own name is the whole path comes first. */
export function readPath(value: unknown, steps: Steps): unknown {
  const whole = steps.length > 1 && !steps.includes(each) ? ownValue(value, steps.join('.')) : undefined
  if (whole !== undefined) return whole
  let current = value
  for (const [at, step] of steps.entries()) {
    if (step === each) return Array.isArray(current) ? current.map((item) => readPath(item, steps.slice(at + 1))) : undefined
    current = ownValue(current, step)
  }
  return current
}

/**
 * Replaces the value at a path with the result of `change`; for `[]` in every item. Missing objects on the way are created. If the result is
 * `undefined`, the field is removed. `places` are the positions in the lists on the way.
 */
export function changePath(fields: Fields, steps: Steps, change: (before: unknown, places: readonly number[]) => unknown): void {
  walk(fields, steps, change, [])
}

function walk(holder: unknown, [step, ...rest]: Steps, change: Parameters<typeof changePath>[2], places: readonly number[]): void {
  if (step === undefined || !hasFields(holder)) return
  if (step === each) {
    if (Array.isArray(holder)) for (const [at, item] of holder.entries()) walk(item, rest, change, [...places, at])
    return
  }
  if (rest.length === 0) {
    const after = change(ownValue(holder, step), places)
    if (after === undefined) delete holder[step]
    else holder[step] = after
    return
  }
  if (!hasFields(ownValue(holder, step)) && rest[0] !== each) holder[step] = {}
  walk(holder[step], rest, change, places)
}
