import { createConnectorRegistry } from '@linkspan/connectors'
import { type CorePorts, createCore } from '@linkspan/core'
import { expect, test } from 'vitest'
import type { JsonSchema } from '../../apps/admin/src/api/json-schema.ts'
import { type FieldKind, fieldNames, kindOf, knownKeywords, resolve } from '../../apps/admin/src/forms/schema-form/schema.ts'

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
