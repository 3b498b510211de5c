/** A path into a record: names with dots, `[2]` or `.2` for a place in a list, `[]` for each of a list, as in `lines[].quantity`. */
export type Steps = readonly (string | typeof each)[]

export const each = Symbol('each')

const unsafe = new Set(['__proto__', 'constructor', 'prototype'])

/** Null where the text is no path. */
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

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const stepInto = (value: unknown, name: string): unknown => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined)

/** What lies at a path; below `[]` a list of what lies there in each. A name that has the dots in itself comes first. */
export function readPath(value: unknown, steps: Steps): unknown {
  const whole = steps.length > 1 && !steps.includes(each) ? stepInto(value, steps.join('.')) : undefined
  if (whole !== undefined) return whole
  let current = value
  for (const [at, step] of steps.entries()) {
    if (step === each) return Array.isArray(current) ? current.map((item) => readPath(item, steps.slice(at + 1))) : undefined
    current = stepInto(current, step)
  }
  return current
}

/**
 * Changes what lies at a path, in each of a list below `[]`; lists and objects on the way are made where they are missing.
 * `undefined` takes the field out.
 */
export function changePath(fields: Fields, steps: Steps, change: (before: unknown, places: readonly number[]) => unknown): void {
  walk(fields, steps, change, [])
}

function walk(holder: unknown, [step, ...rest]: Steps, change: Parameters<typeof changePath>[2], places: readonly number[]): void {
  if (step === undefined || !isObject(holder)) return
  if (step === each) {
    if (Array.isArray(holder)) for (const [at, item] of holder.entries()) walk(item, rest, change, [...places, at])
    return
  }
  if (rest.length === 0) {
    const after = change(stepInto(holder, step), places)
    if (after === undefined) delete holder[step]
    else holder[step] = after
    return
  }
  if (!isObject(stepInto(holder, step)) && rest[0] !== each) holder[step] = {}
  walk(holder[step], rest, change, places)
}
