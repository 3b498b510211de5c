import { isFields } from '@linkspan/core/connector'

const step = (value: unknown, key: string): unknown => {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined
  return isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

const hasSteps = (path: string): boolean => path.includes('.') || path.includes('[')

/** The names in a path: `lines[0].sku` is the same as `lines.0.sku`. */
export const namesOfPath = (path: string): readonly string[] =>
  hasSteps(path)
    ? path
        .replace(/\[(\d+)\]/g, '.$1')
        .replace(/^\./, '')
        .split('.')
    : [path]

/**
 * What lies at a path, as in `customer.id`, `lines.0.sku` or `lines[0].sku`. A name that has dots or brackets in itself, as `@odata.count`,
 * comes first.
 */
export function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value
  const whole = step(value, path)
  if (whole !== undefined || !hasSteps(path)) return whole
  return namesOfPath(path).reduce(step, value)
}

/** Null, undefined and blank text all say nothing. */
export const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
