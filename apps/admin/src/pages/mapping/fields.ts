import type { DataTypeDescription, Evaluation, Mapping } from '../../api/mapping.ts'

/** What its values are, as far as that helps to find them. */
export type FieldKind = 'text' | 'decimal' | 'time' | 'flag'

/** A canonical field that can be mapped. */
export interface CanonicalField {
  /** Its name, or its path below a list or an object: `lines[].sku`. */
  readonly field: string
  readonly kind: FieldKind
  readonly isRequired: boolean
  readonly description: string
  readonly example: string
}

interface Schema {
  readonly type?: string
  readonly format?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
}

/** All fields of a data type: the id, those that each record must have, and the others. */
export function fieldsOf({ schema, examples }: DataTypeDescription, idDescription: string): readonly CanonicalField[] {
  const { properties = {}, required = [] } = schema as Schema
  const [example = {}] = examples
  const all = Object.entries(properties).flatMap(([name, property]): CanonicalField[] => {
    const own: CanonicalField = {
      field: name,
      kind: kindOf(property),
      isRequired: required.includes(name),
      description: property.description ?? '',
      example: example[name] === undefined ? '' : JSON.stringify(example[name]),
    }
    return [own, ...partsOf(name, property)]
  })
  const id: CanonicalField = { field: 'id', kind: 'text', isRequired: true, description: idDescription, example: '' }
  return [id, ...all.filter((field) => field.isRequired), ...all.filter((field) => !field.isRequired)]
}

function partsOf(name: string, property: Schema): CanonicalField[] {
  const [prefix, parts] = property.items ? [`${name}[].`, property.items.properties] : [`${name}.`, property.properties]
  return Object.entries(parts ?? {}).map(([part, schema]) => ({
    field: `${prefix}${part}`,
    kind: kindOf(schema),
    isRequired: false,
    description: schema.description ?? '',
    example: '',
  }))
}

function kindOf({ type, format }: Schema): FieldKind {
  if (type === 'boolean') return 'flag'
  if (format === 'decimal') return 'decimal'
  return format === 'date' || format === 'date-time' ? 'time' : 'text'
}

/** The fields that somebody could map and nobody does: the connector finds nothing for them in any row. */
export function unmappedFields(all: readonly CanonicalField[], mapping: Mapping, found: ReadonlySet<string>): readonly CanonicalField[] {
  return all.filter(({ field }) => mapping.fieldMapping[field] === undefined && !found.has(field) && !/[.[]/.test(field))
}

/** The fields that the connector finds in any row. */
export const foundFields = (evaluation: Evaluation | undefined): ReadonlySet<string> =>
  new Set(evaluation?.records.flatMap(({ trace = [] }) => trace.filter(({ found }) => found !== null).map(({ field }) => field)))

/**
 * The fields that have a row of their own: required, mapped, found by the connector in any row, or with a suggestion. The others are offered for
 * choice.
 */
export function shownFields(
  all: readonly CanonicalField[],
  mapping: Mapping,
  found: ReadonlySet<string>,
  added: readonly string[],
  suggested: ReadonlyMap<string, unknown>,
) {
  const mapped = new Set([...Object.keys(mapping.fieldMapping), ...mapping.transformations.map(({ field }) => field)])
  const isShown = ({ field, isRequired }: CanonicalField) =>
    isRequired || mapped.has(field) || found.has(field) || added.includes(field) || suggested.has(field)
  const known = new Set(all.map(({ field }) => field))
  const others = [...mapped].filter((field) => !known.has(field))
  return {
    shown: [
      ...all.filter(isShown),
      ...others.map((field): CanonicalField => ({ field, kind: 'text', isRequired: false, description: '', example: '' })),
    ],
    offered: all.filter((field) => !isShown(field)),
  }
}
