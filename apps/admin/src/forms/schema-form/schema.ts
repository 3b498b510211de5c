import type { JsonSchema } from '../../api/json-schema.ts'

/** The keywords that a form can draw, or that it leaves to the server to judge. */
export const knownKeywords: ReadonlySet<string> = new Set([
  ...['$schema', '$ref', '$defs', 'type', 'properties', 'required', 'items', 'propertyNames', 'additionalProperties', 'oneOf', 'anyOf'],
  ...['const', 'enum', 'default', 'description', 'secret', 'writeOnly'],
  ...['format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'minItems', 'maxItems', 'id'],
])

/** The schema that a `$ref` stands for. */
export function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace(/^#\/\$defs\//, '')
  const found = name === undefined ? undefined : root.$defs?.[name]
  return found ? { ...resolve(found, root), ...(schema.description !== undefined && { description: schema.description }) } : schema
}

/** How a value is asked for. */
export type FieldKind =
  | { readonly kind: 'text' | 'number' | 'flag' | 'secret' | 'texts' | 'map' | 'json' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  | { readonly kind: 'group'; readonly schema: JsonSchema }
  | { readonly kind: 'variants'; readonly by: string; readonly variants: readonly (readonly [name: string, schema: JsonSchema])[] }

const textsOf = ({ enum: values, const: value }: JsonSchema): readonly string[] | null => {
  const all = values ?? (value === undefined ? [] : [value])
  return all.length > 0 && all.every((one) => typeof one === 'string') ? (all as readonly string[]) : null
}

/** How a value of this schema is asked for. What is too deep for fields is written as JSON. */
export function kindOf(given: JsonSchema, root: JsonSchema): FieldKind {
  const schema = resolve(given, root)
  const values = textsOf(schema)
  if (values) return { kind: 'choice', values }
  const variants = schema.oneOf ?? schema.anyOf
  if (variants) return variantsOf(variants, root) ?? { kind: 'json' }
  const { additionalProperties, items } = schema
  switch (schema.type) {
    case 'string':
      return { kind: schema.secret === true ? 'secret' : 'text' }
    case 'boolean':
      return { kind: 'flag' }
    case 'integer':
    case 'number':
      return { kind: 'number' }
    case 'array': {
      const one = items && resolve(items, root)
      const offered = one && textsOf(one)
      return offered ? { kind: 'choices', values: offered } : { kind: one?.type === 'string' ? 'texts' : 'json' }
    }
    case 'object':
      if (typeof additionalProperties === 'object') return { kind: additionalProperties.type === 'string' ? 'map' : 'json' }
      return schema.properties ? { kind: 'group', schema } : { kind: 'json' }
    default:
      return { kind: 'json' }
  }
}

/** Variants that one field with a fixed text tells apart; null if they differ otherwise. */
function variantsOf(all: readonly JsonSchema[], root: JsonSchema): FieldKind | null {
  const schemas = all.map((schema) => resolve(schema, root))
  const names = Object.keys(schemas[0]?.properties ?? {})
  for (const by of names) {
    const variants = schemas.flatMap((schema) => {
      const field = schema.properties?.[by]
      const [name] = (field && textsOf(field)) ?? []
      return name === undefined ? [] : [[name, schema] as const]
    })
    if (variants.length === all.length && new Set(variants.map(([name]) => name)).size === all.length)
      return { kind: 'variants', by, variants }
  }
  return null
}

/** The names of the fields whose values are secret: those of texts, and of records of texts. */
export const secretNames = (schema: JsonSchema): readonly string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => (field.secret === true ? [name] : []))

/** The names of the fields of an object, those that must be given first. */
export function fieldNames({ properties = {}, required = [] }: JsonSchema): readonly string[] {
  const names = Object.keys(properties)
  return [...names.filter((name) => required.includes(name)), ...names.filter((name) => !required.includes(name))]
}
