import type { MappingOperation } from '../../api/mapping.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly additionalProperties?: unknown
}

/** How a part of a value is entered: as one line, several, one of a few words, items or pairs in lines. */
export type FieldKind = 'text' | 'number' | 'choice' | 'lines' | 'table'

/** A field of the form of an operation. `name` is empty if the value is no object. */
export interface StepField {
  readonly name: string
  readonly kind: FieldKind
  readonly choices: readonly string[]
  readonly isRequired: boolean
}

const kindOf = (schema: Schema): FieldKind => {
  if (schema.enum) return 'choice'
  if (schema.type === 'array') return 'lines'
  if (schema.type === 'object') return 'table'
  return schema.type === 'integer' || schema.type === 'number' ? 'number' : 'text'
}

/** The variant with the most to say: an object rather than a plain value. */
const richest = (schema: Schema): Schema => schema.anyOf?.find(({ properties }) => properties) ?? schema.anyOf?.[0] ?? schema

/** The fields of the form for an operation's value; none if it takes no value. */
export function stepFields({ value }: MappingOperation): readonly StepField[] {
  if (value === null) return []
  const schema = richest(value as Schema)
  if (!schema.properties) return [{ name: '', kind: kindOf(schema), choices: [], isRequired: true }]
  return Object.entries(schema.properties).map(([name, property]) => ({
    name,
    kind: kindOf(property),
    choices: property.enum ?? [],
    isRequired: schema.required?.includes(name) ?? false,
  }))
}

/** A value as the texts of its form. A plain value stands in the first field. */
export function textsOf(fields: readonly StepField[], value: unknown): Readonly<Record<string, string>> {
  const isObject = typeof value === 'object' && value !== null
  return Object.fromEntries(
    fields.map(({ name, kind }, at) => {
      const own = name === '' ? value : isObject ? (value as Readonly<Record<string, unknown>>)[name] : at === 0 ? value : undefined
      return [name, textOf(kind, own)]
    }),
  )
}

function textOf(kind: FieldKind, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (kind === 'lines' && Array.isArray(value)) return value.join('\n')
  if (kind === 'table' && typeof value === 'object')
    return Object.entries(value)
      .map(([from, to]) => `${from} = ${String(to)}`)
      .join('\n')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** The value that the texts of a form say. What is left empty is left out. */
export function valueIn(fields: readonly StepField[], texts: Readonly<Record<string, string>>): unknown {
  const entries = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const text = texts[name] ?? ''
    return text === '' && name !== 'replacement' ? [] : [[name, parse(kind, text)]]
  })
  const [only] = fields
  if (only?.name === '') return entries[0]?.[1] ?? ''
  return Object.fromEntries(entries)
}

function parse(kind: FieldKind, text: string): unknown {
  if (kind === 'number') return Number.isNaN(Number(text)) ? text : Number(text)
  if (kind === 'lines') return text.split('\n').filter((line) => line.trim() !== '')
  if (kind !== 'table') return text
  return Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]),
  )
}
