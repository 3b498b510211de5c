import { canonicalFields, type DataTypeId, dataTypeIds, type FieldSource } from '@linkspan/core/connector'
import { aliases, changeTimeNames, idNames, lineAliases, naturalKeyOf, plainName } from './field-names.ts'

/** Under which names each field is looked for, best first, as the tables say that rows are read by. */
const sourcesOf = (dataType: DataTypeId): readonly FieldSource[] => [
  { field: 'id', sources: idNames, note: `else the ${naturalKeyOf(dataType)}${dataType === 'inventory' ? ' with the location' : ''}` },
  ...canonicalFields[dataType].flatMap((field) => [
    { field, sources: namesOf(field, aliases[dataType][field]), ...noteOn(dataType, field) },
    ...(field === 'lines' ? lines : []),
  ]),
]

const namesOf = (field: string, others: readonly string[] = []): readonly string[] =>
  field === 'sourceUpdatedAt' ? changeTimeNames : [...new Set([plainName(field), ...others])]

const lines: readonly FieldSource[] = Object.entries(lineAliases).map(([field, names]) => ({
  field: `lines[].${field}`,
  sources: namesOf(field, names),
}))

function noteOn(dataType: DataTypeId, field: string): { readonly note?: string } {
  if (field === naturalKeyOf(dataType) && dataType !== 'inventory') return { note: 'or the id, if no row has it' }
  return dataType === 'products' && field === 'name' ? { note: 'or the description, if no row has it' } : {}
}

export const rowFieldSources = Object.fromEntries(dataTypeIds.map((id) => [id, sourcesOf(id)])) as Readonly<
  Record<DataTypeId, readonly FieldSource[]>
>
