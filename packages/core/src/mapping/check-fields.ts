import { AppError } from '../kernel/errors.ts'
import { canonicalFields } from '../records/canonical-fields.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { MappingSettings } from './mapping.ts'

const rootOf = (path: string): string => /^[^.[]+/.exec(path)?.[0] ?? ''

/** Throws `request.invalid` where a mapping speaks of fields that such records do not have, and names those they have. `place`: where the mapping stands in the input. */
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
    message: `"${root}" is no field of ${dataType}; there are ${known.join(', ')}`,
  }))
  throw new AppError('request.invalid', 'The mapping speaks of unknown fields', { details: { issues } })
}
