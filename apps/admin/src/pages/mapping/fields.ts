import type { DataTypeDescription, Evaluation, Mapping } from '../../api/mapping.ts'

/** A canonical field that can be mapped. */
export interface CanonicalField {
  /** Its name, or its path below a list or an object: `lines[].sku`. */
  readonly field: string
  readonly isRequired: boolean
  readonly description: string
  readonly example: string
}

interface Schema {
  readonly type?: string
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
      isRequired: required.includes(name),
      description: property.description ?? '',
      example: example[name] === undefined ? '' : JSON.stringify(example[name]),
    }
    return [own, ...partsOf(name, property)]
  })
  const id: CanonicalField = { field: 'id', isRequired: true, description: idDescription, example: '' }
  return [id, ...all.filter((field) => field.isRequired), ...all.filter((field) => !field.isRequired)]
}

function partsOf(name: string, property: Schema): CanonicalField[] {
  const [prefix, parts] = property.items ? [`${name}[].`, property.items.properties] : [`${name}.`, property.properties]
  return Object.entries(parts ?? {}).map(([part, { description = '' }]) => ({
    field: `${prefix}${part}`,
    isRequired: false,
    description,
    example: '',
  }))
}

/** The fields that have a row of their own: required, mapped, or found by the connector in any row. The others are offered for choice. */
export function shownFields(
  all: readonly CanonicalField[],
  mapping: Mapping,
  evaluation: Evaluation | undefined,
  added: readonly string[],
) {
  const found = new Set(
    evaluation?.records.flatMap(({ trace = [] }) => trace.filter(({ found: value }) => value !== null).map(({ field }) => field)),
  )
  const mapped = new Set([...Object.keys(mapping.fieldMapping), ...mapping.transformations.map(({ field }) => field)])
  const isShown = ({ field, isRequired }: CanonicalField) => isRequired || mapped.has(field) || found.has(field) || added.includes(field)
  const known = new Set(all.map(({ field }) => field))
  const others = [...mapped].filter((field) => !known.has(field))
  return {
    shown: [...all.filter(isShown), ...others.map((field): CanonicalField => ({ field, isRequired: false, description: '', example: '' }))],
    offered: all.filter((field) => !isShown(field)),
  }
}
