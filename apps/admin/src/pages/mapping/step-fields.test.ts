import { expect, test } from 'vitest'
import type { MappingOperation } from '../../api/mapping.ts'
import { stepFields, textsOf, valueIn } from './step-fields.ts'

const operation = (value: MappingOperation['value']): MappingOperation => ({
  operation: 'pad',
  description: '',
  value,
  example: { before: null, after: null },
})

test('an object has a field for each property, and its texts say the value again', () => {
  const fields = stepFields(
    operation({
      type: 'object',
      properties: {
        length: { type: 'integer' },
        side: { enum: ['start', 'end'] },
        words: { type: 'array', items: { type: 'string' } },
        table: { type: 'object', additionalProperties: {} },
      },
      required: ['length'],
    }),
  )
  expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
    ['length', 'number', true],
    ['side', 'choice', false],
    ['words', 'lines', false],
    ['table', 'table', false],
  ])
  const value = { length: 10, side: 'end', words: ['ja', 'yes'], table: { ST: 'EA', 'K=T': 'BOX' } }
  const texts = textsOf(fields, value)
  expect(texts.words).toBe('ja\nyes')
  expect(valueIn(fields, { ...texts, table: 'ST = EA\nno pair' })).toEqual({ ...value, table: { ST: 'EA' } })
  expect(valueIn(fields, { length: '4' })).toEqual({ length: 4 })
})

test('of several variants the object is drawn, and a plain value stands in its first field', () => {
  const fields = stepFields(
    operation({ anyOf: [{ type: 'integer' }, { type: 'object', properties: { digits: { type: 'integer' }, mode: { enum: ['up'] } } }] }),
  )
  expect(textsOf(fields, 2)).toEqual({ digits: '2', mode: '' })
  expect(valueIn(fields, { digits: '2', mode: '' })).toEqual({ digits: 2 })
})

test('a plain value is one field, and no value is none', () => {
  const fields = stepFields(operation({ anyOf: [{ type: 'string' }, { type: 'number' }] }))
  expect(valueIn(fields, textsOf(fields, '0.01'))).toBe('0.01')
  expect(stepFields(operation(null))).toEqual([])
})
