import fc from 'fast-check'

/** As much of JSON Schema as our OpenAPI document uses. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly example?: unknown
  readonly examples?: readonly unknown[]
}

/** What people and attackers send where something else is expected. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    '0',
    '-1',
    '\u0000',
    '../../etc/passwd',
    '*',
    '{}',
    '{erp_x}:y',
    "' OR 1=1 --",
    '__proto__',
    'constructor',
    '%00',
    '%',
    '\r\nX-Injected: 1',
    '\ud800',
    '🎁'.repeat(200),
    'a'.repeat(5000),
    '9'.repeat(400),
    '1e309',
    'NaN',
    '+275760-09-13T00:00:00.001Z',
    '0000-00-00',
    '2026-02-30T25:61:61Z',
    -1,
    1.5,
    2 ** 53,
    1e308,
    true,
    [],
    [[]],
    {},
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Values that a schema describes, now and then spoiled somewhere inside. `known` names values that exist, by the parameter's name. */
export function schemaArbitrary(
  schema: JsonSchema,
  root: { readonly schemas: Readonly<Record<string, JsonSchema>> },
  depth = 0,
): fc.Arbitrary<unknown> {
  const inner = (part: JsonSchema) => schemaArbitrary(part, root, depth + 1)
  const valid = (): fc.Arbitrary<unknown> => {
    if (depth > 6) return fc.constant(null)
    if (schema.$ref) return inner(root.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
    if (schema.const !== undefined) return fc.constant(schema.const)
    if (schema.enum) return fc.constantFrom(...schema.enum)
    const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
    if (choices) return fc.oneof(...choices.map(inner))
    switch ([schema.type].flat()[0]) {
      case 'object': {
        const { properties = {}, required = [] } = schema
        const fields = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, inner(part)]))
        return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) as never[] })
      }
      case 'array':
        return fc.array(inner(schema.items ?? {}), { maxLength: 4 })
      case 'integer':
        return fc.integer({ min: 0, max: 1200 })
      case 'number':
        return fc.double({ noNaN: true })
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      case 'string':
        return fc.oneof(
          fc.constantFrom('0 2 * * *', 'Europe/Berlin', '2026-01-01T00:00:00Z', 'https://erp.example.com', 'products', '10'),
          fc.string({ maxLength: 40 }),
          ...[schema.example, ...(schema.examples ?? [])].filter((one) => one !== undefined).map((one) => fc.constant(one)),
        )
      default:
        return fc.jsonValue({ maxDepth: 2 })
    }
  }
  return fc.oneof({ weight: 14, arbitrary: valid() }, { weight: 1, arbitrary: hostile })
}
