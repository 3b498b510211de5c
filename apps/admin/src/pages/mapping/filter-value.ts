import type { Filter } from '../../api/mapping.ts'

export const filterOperators = [
  'eq',
  'ne',
  'in',
  'not_in',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'starts_with',
  'ends_with',
  'exists',
] as const satisfies readonly Filter['operator'][]

/** A value as somebody types it: lists with commas. */
export const filterText = (value: Filter['value']): string =>
  Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value)

/** What a typed value means for an operator. */
export function filterValue(operator: Filter['operator'], text: string): string | boolean | string[] {
  if (operator === 'in' || operator === 'not_in') return text.split(',').map((part) => part.trim())
  if (operator === 'exists') return text !== 'false'
  return text === 'true' || text === 'false' ? text === 'true' : text
}
