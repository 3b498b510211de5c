import { AppError } from '../kernel/errors.ts'
import { canonicalFields } from '../records/canonical-fields.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { MappingSettings } from './mapping.ts'

const rootOf = (path: string): string => /^[^.[]+/.exec(path)?.[0] ?? ''

/** Throws `request.invalid` if a mapping names fields that the data type does not have. `place` is the path of the mapping in the input. */
export function assertKnownFields(
  dataType: DataTypeId,
  { fieldMapping = {}, transformations = [], filters = [] }: MappingSettings,
  place = 'settings.',
): void {
  const known = canonicalFields[dataType]
  const named = [
    ...Object.keys(fieldMapping).map((path) => ({ place: `${place}fieldMapping.${path}`, root: rootOf(path), others: ['id'] })),
    ...transformations.map(({ field }, at) => ({ place: `${place}transformations.${at}.field`, root: rootOf(field), others: [] })),
    ...filters.map(({ field }, at) => ({ place: `${place}filters.${at}.field`, root: rootOf(field), others: ['raw'] })),
  ]
  const unknown = named.filter(({ root, others }) => ![...known, ...others].includes(root))
  if (unknown.length === 0) return
  const issues = unknown.map(({ place, root }) => ({
    path: place,
    message: `"${root}" is not a field of ${dataType}; the fields are ${known.join(', ')}`,
  }))
  throw new AppError('request.invalid', 'The mapping names unknown fields', { details: { issues } })
}
