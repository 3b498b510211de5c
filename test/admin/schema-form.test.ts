import { createConnectorRegistry } from '@linkspan/connectors'
import { type CorePorts, createCore } from '@linkspan/core'
import { expect, test } from 'vitest'
import type { JsonSchema } from '../../apps/admin/src/api/json-schema.ts'
import { type FieldKind, fieldNames, kindOf, knownKeywords, resolve } from '../../apps/admin/src/forms/schema-form/schema.ts'
import { fieldTables, germanDescription, germanTitle } from '../../apps/admin/src/texts/de/fields/fields.ts'

/** The forms of the admin pages draw what the connectors declare, so they must know every keyword that those use. */
const providers = createCore({ connectors: createConnectorRegistry() } as unknown as CorePorts).providers()
const schemas = providers.flatMap(({ connector, credentials, settings }) => [
  [`${connector} credentials`, credentials as JsonSchema] as const,
  [`${connector} settings`, settings as JsonSchema] as const,
])

/** The keywords of a schema; the names of properties and definitions are none, and what is a value is not looked into. */
function keywordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsOf)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (['const', 'default', 'enum', 'required'].includes(keyword)) return [keyword]
    return [keyword, ...(['properties', '$defs'].includes(keyword) ? Object.values(value).flatMap(keywordsOf) : keywordsOf(value))]
  })
}

test.each(schemas)('the form knows every keyword of %s', (_, schema) => {
  expect(keywordsOf(schema).filter((keyword) => !knownKeywords.has(keyword))).toEqual([])
})

test('a keyword that is new is found', () => {
  expect(keywordsOf({ properties: { const: { contains: {} } } })).toEqual(['properties', 'contains'])
})

test('every secret is asked for as a secret, and every credential has a field', () => {
  const asked = providers.flatMap(({ credentials, secretFields }) => {
    const schema = credentials as JsonSchema
    return fieldNames(schema).map((name) => {
      const { kind } = kindOf(resolve(schema.properties?.[name] ?? {}, schema), schema)
      return { name, kind, isSecret: secretFields.includes(name) }
    })
  })
  expect(asked.filter(({ kind, isSecret }) => isSecret !== (kind === 'secret'))).toEqual([])
  expect(asked.filter(({ kind }) => kind === 'json')).toEqual([])
})

test('few settings are written as JSON', () => {
  const kinds = schemas.flatMap(([, schema]) =>
    fieldNames(schema).map((name): FieldKind['kind'] => kindOf(schema.properties?.[name] ?? {}, schema).kind),
  )
  expect(kinds.filter((kind) => kind === 'json').length / kinds.length).toBeLessThan(0.05)
})

interface FoundField {
  readonly path: string
  readonly description: string
}

/** Every field that a form may show for a schema, also within groups and variants. */
function fieldsOf(given: JsonSchema, root: JsonSchema, path: string): FoundField[] {
  const schema = resolve(given, root)
  const variants = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((variant) => fieldsOf(variant, root, path))
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
    { path: `${path}.${name}`, description: resolve(field, root).description ?? '' },
    ...fieldsOf(field, root, `${path}.${name}`),
  ])
  return [...fields, ...variants]
}
const fields = providers.flatMap(({ credentials, settings }) => [
  ...fieldsOf(credentials as JsonSchema, credentials as JsonSchema, 'credentials'),
  ...fieldsOf(settings as JsonSchema, settings as JsonSchema, 'settings'),
])
const described = new Set(fields.map(({ description }) => description).filter((text) => text !== ''))

test('every field of every connector is called and described in German', () => {
  expect(fields.length).toBeGreaterThan(1000)
  expect([...new Set(fields.map(({ path }) => path).filter((path) => germanTitle(path) === undefined))]).toEqual([])
  expect([...described].filter((text) => germanDescription(text) === undefined)).toEqual([])
})

test('nothing is in German that no connector has, and nothing twice', () => {
  const keysOf = (part: 'titles' | 'descriptions') => fieldTables.flatMap((table) => Object.keys(table[part]))
  const names = new Set(fields.flatMap(({ path }) => [path.split('.').at(-1), path.split('.').slice(-2).join('.')]))
  expect(keysOf('titles').filter((name) => !names.has(name))).toEqual([])
  expect(keysOf('descriptions').filter((text) => !described.has(text))).toEqual([])
  for (const keys of [keysOf('titles'), keysOf('descriptions')]) expect(keys.length).toBe(new Set(keys).size)
})

/** What must be typed as it stands: code, placeholders, JSON. */
const codeIn = (text: string): readonly string[] => (text.match(/`[^`]+`|\{\{?[^{}]+\}?\}|\$\w+|[A-Z][\w]*_\w+/g) ?? []).toSorted()

test('a German description holds the same code, placeholders and examples as the English one', () => {
  const wrong = [...described].filter((text) => codeIn(text).join() !== codeIn(germanDescription(text) ?? '').join())
  expect(wrong).toEqual([])
})
