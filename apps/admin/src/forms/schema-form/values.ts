export type Values = Readonly<Record<string, unknown>>

/** What the API shows in place of a secret. Sent back, it leaves the secret as it is. */
export const mask = '********'

export const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The values with one of them changed. One that is undefined is left out. */
export function withValue(values: Values, name: string, value: unknown): Values {
  const { [name]: _, ...others } = values
  return value === undefined ? others : { ...others, [name]: value }
}

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A merge patch from one object to another, at its first level: what is gone becomes null. */
export function patchOf(before: Values, after: Values): Values {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries(
    [...names].flatMap((name) => (isSame(before[name], after[name]) ? [] : [[name, patchValue(before[name], after[name])]])),
  )
}

/** Of an object only what differs; a list and a text as a whole. */
const patchValue = (before: unknown, after: unknown): unknown => {
  if (after === undefined) return null
  return isValues(before) && isValues(after) ? patchOf(before, after) : after
}
