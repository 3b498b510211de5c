import fc from 'fast-check'
import { hostileValue } from './hostile.ts'

/** The part of JSON Schema that the OpenAPI document uses. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
}

export type Schemas = Readonly<Record<string, Schema>>
/** Sensible values for properties of these names, because a schema does not say which values make sense. */
export type Hints = Readonly<Record<string, fc.Arbitrary<unknown>>>

/** Generates values that fit a schema, and sometimes ones that do not, at any depth. */
export function createValues(schemas: Schemas, hints: Hints): (schema: Schema, name?: string) => fc.Arbitrary<unknown> {
  const nearly = (valid: fc.Arbitrary<unknown>) => fc.oneof({ weight: 24, arbitrary: valid }, { weight: 1, arbitrary: hostileValue })

  const values = (schema: Schema, name = ''): fc.Arbitrary<unknown> => {
    const hint = Object.hasOwn(hints, name) ? hints[name] : undefined
    return nearly(hint ? fc.oneof({ weight: 5, arbitrary: hint }, fitting(schema)) : fitting(schema))
  }

  const fitting = (schema: Schema): fc.Arbitrary<unknown> => {
    if (schema.$ref) return fitting(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
    if (schema.const !== undefined) return fc.constant(schema.const)
    if (schema.enum) return fc.constantFrom(...schema.enum)
    const choices = schema.anyOf ?? schema.oneOf
    if (choices) return fc.oneof(...choices.map((choice) => values(choice)))
    if (schema.allOf) return fc.tuple(...schema.allOf.map(fitting)).map((parts) => Object.assign({}, ...parts))
    const types = [schema.type ?? 'any'].flat()
    return fc.oneof(...types.map((type) => ofType(type, schema)))
  }

  const ofType = (type: string, schema: Schema): fc.Arbitrary<unknown> => {
    const { minimum = -1000, maximum = 1_000_000, minLength = 0, maxLength = 60 } = schema
    switch (type) {
      case 'null':
        return fc.constant(null)
      case 'boolean':
        return fc.boolean()
      case 'integer':
        return fc.oneof(fc.integer({ min: minimum, max: Math.max(minimum, maximum) }), fc.constantFrom(minimum, maximum))
      case 'number':
        return fc.double({ min: minimum, max: maximum, noNaN: true })
      case 'string':
        return schema.pattern && !schema.pattern.includes('\\p')
          ? fc.stringMatching(new RegExp(schema.pattern))
          : fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) })
      case 'array':
        return fc.array(values(schema.items ?? {}), { maxLength: 5 })
      case 'object':
        return objectOf(schema)
      default:
        return fc.jsonValue({ maxDepth: 2 })
    }
  }

  const objectOf = ({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> => {
    const known = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, values(schema, name)]))
    const whole = fc.record(known, { requiredKeys: required.filter((name) => Object.hasOwn(known, name)) })
    const partial = fc.record(known, { requiredKeys: [] })
    const more = fc.dictionary(fc.string({ maxLength: 10 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
    const open = additionalProperties !== undefined && additionalProperties !== false
    return fc.oneof(
      { weight: 12, arbitrary: open ? fc.tuple(more, whole).map(([a, b]) => ({ ...a, ...b })) : whole },
      { weight: 1, arbitrary: partial },
      { weight: 1, arbitrary: fc.tuple(whole, more).map(([a, b]) => ({ ...a, ...b })) },
    )
  }

  return values
}
