import { expect, test } from 'vitest'
import { dataTypeIds, dataTypes } from './data-types.ts'
import { describeDataTypes } from './describe-data-types.ts'

test.each(dataTypeIds)('the example of %s is a canonical record, exactly as it would be stored', (id) => {
  const described = describeDataTypes().find(({ dataType }) => dataType === id)
  const [example] = described?.examples ?? []
  expect(JSON.parse(JSON.stringify(dataTypes[id].schema.parse(example)))).toEqual(example)
})

test('each field of each data type has a description, and required are only the fields that no default fills', () => {
  for (const { dataType, schema } of describeDataTypes()) {
    const properties = Object.entries(schema.properties as Record<string, { readonly description?: string }>)
    expect(properties.filter(([, { description }]) => !description).map(([name]) => `${dataType}.${name}`)).toEqual([])
  }
  expect(describeDataTypes().find(({ dataType }) => dataType === 'products')?.schema.required).toEqual(['sku', 'name'])
})
