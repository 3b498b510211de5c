import { isFields } from '@linkspan/core/connector'

const step = (value: unknown, key: string): unknown => {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** What lies at a path with dots, as in `customer.id` or `lines.0.sku`. A name that has the dots in itself, as `@odata.count`, comes first. */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value
  const whole = step(value, path)
  if (whole !== undefined || !path.includes('.')) return whole
  return path.split('.').reduce(step, value)
}

/** Null, undefined and blank text all say nothing. */
export const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
