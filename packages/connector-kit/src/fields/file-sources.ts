import { canonicalFields, type DataTypeId, dataTypeIds, type FieldSource } from '@linkspan/core/connector'
import { aliasesOf } from './columns.ts'
import { idNames, naturalKeyOf } from './field-names.ts'

const isOfType = (dataType: DataTypeId, field: string): boolean => canonicalFields[dataType].includes(field.split(/\[\]|\./)[0] ?? '')

/** Under which columns each field is looked for, best first, as `columnsFor` takes them. A column feeds one field only. */
const sourcesOf = (dataType: DataTypeId): readonly FieldSource[] => [
  { field: 'id', sources: idNames, note: `else the ${naturalKeyOf(dataType)}${dataType === 'inventory' ? ' with the location' : ''}` },
  ...Object.entries(aliasesOf(dataType))
    .filter(([field]) => isOfType(dataType, field))
    .map(([field, names]) => ({ field, sources: [...new Set(names)], ...noteOn(dataType, field) })),
]

function noteOn(dataType: DataTypeId, field: string): { readonly note?: string } {
  if (dataType === 'inventory') return field === 'locationId' ? { note: 'plant and storage location joined by "/", if there are both' } : {}
  if (field === naturalKeyOf(dataType)) return { note: 'else the id, if no row has it' }
  return dataType === 'products' && field === 'name' ? { note: 'else the description, if no row has it' } : {}
}

/** Where the canonical fields of rows in files come from. */
export const fileFieldSources = Object.fromEntries(dataTypeIds.map((id) => [id, sourcesOf(id)])) as Readonly<
  Record<DataTypeId, readonly FieldSource[]>
>
