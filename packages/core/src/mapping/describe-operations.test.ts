import { expect, test } from 'vitest'
import { describeOperations } from './describe-operations.ts'
import { exampleRow, operationExamples } from './operation-examples.ts'
import { operationNames, operations } from './operations.ts'

test.each(operationNames.filter((name) => name !== 'jsonata'))('%s does what its example says', (name) => {
  const { value, before, after } = operationExamples[name]
  const { options, make } = operations[name]
  expect(make?.(options.parse(value))(before, exampleRow)).toEqual(after)
})

test('each operation has a schema for its value, or none because it takes no value', () => {
  const described = new Map(describeOperations().map((each) => [each.operation, each]))
  expect([...described.keys()]).toEqual(operationNames)
  expect(described.get('trim')?.value).toBeNull()
  expect(described.get('pad')?.value).toMatchObject({ type: 'object', required: ['length'] })
  expect(described.get('jsonata')?.value).toMatchObject({ type: 'string', maxLength: 5000 })
  expect(described.get('default')?.value).toEqual({})
})
