import type { PullFilter } from '../connector/connector.ts'
import { toDecimal } from '../records/decimal.ts'
import type { MappingSettings } from './mapping.ts'

/**
 * Returns the filters that an ERP can apply without losing a record: those on a plain field that no mapping changes, with texts, which an
 * ERP compares as Linkspan does. Numbers are left out, because Linkspan treats "7" and "07" as equal.
 */
export function filtersForErp({ filters = [], fieldMapping = {}, transformations = [] }: MappingSettings): readonly PullFilter[] {
  const changed = new Set([...Object.keys(fieldMapping), ...transformations.map(({ field }) => field)].map(firstName))
  return filters.flatMap(({ field, operator, value }): PullFilter[] => {
    const values = operator === 'eq' ? [value] : operator === 'in' && Array.isArray(value) ? value : []
    const texts = values.filter((one): one is string => typeof one === 'string' && one.trim() !== '' && toDecimal(one) === null)
    const isFit = values.length > 0 && texts.length === values.length && /^[a-zA-Z]+$/.test(field) && !changed.has(field)
    return isFit ? [{ field, values: texts }] : []
  })
}

const firstName = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? path
