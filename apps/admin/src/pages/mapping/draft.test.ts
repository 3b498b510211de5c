import { expect, test } from 'vitest'
import type { Mapping } from '../../api/mapping.ts'
import { differencesOf, isSameMapping, noMapping, stepsOf, withoutStep, withPath, withStep, withStepAt, withStepEarlier } from './draft.ts'

const mapping: Mapping = {
  fieldMapping: { price: 'artikel.preis' },
  transformations: [
    { field: 'price', operation: 'trim' },
    { field: 'name', operation: 'upper' },
    { field: 'price', operation: 'number', value: { decimal: ',' } },
  ],
  filters: [],
}

test('a path is set and taken away, and a path that stays the same keeps its place', () => {
  expect(withPath(noMapping, 'sku', 'nr').fieldMapping).toEqual({ sku: 'nr' })
  expect(withPath(mapping, 'price', '').fieldMapping).toEqual({})
  const two = withPath(mapping, 'sku', 'nr')
  expect(Object.keys(withPath(two, 'price', 'preis').fieldMapping)).toEqual(['price', 'sku'])
})

test('steps of a field are changed, removed and moved without touching those of other fields', () => {
  expect(stepsOf(mapping, 'price').map(({ at }) => at)).toEqual([0, 2])
  const moved = withStepEarlier(mapping, 2)
  expect(moved.transformations.map(({ operation }) => operation)).toEqual(['number', 'upper', 'trim'])
  expect(withStepEarlier(mapping, 0)).toBe(mapping)
  expect(withoutStep(mapping, 1).transformations.map(({ operation }) => operation)).toEqual(['trim', 'number'])
  expect(withStepAt(mapping, 1, { field: 'name', operation: 'lower' }).transformations[1]).toEqual({ field: 'name', operation: 'lower' })
  expect(withStep(mapping, { field: 'name', operation: 'trim' }).transformations).toHaveLength(4)
})

test('mappings are the same whatever the order of their fields, but not of their steps', () => {
  const [one, other] = [
    { a: 'x', b: 'y' },
    { b: 'y', a: 'x' },
  ]
  expect(isSameMapping({ ...mapping, fieldMapping: one }, { ...mapping, fieldMapping: other })).toBe(true)
  expect(isSameMapping(mapping, withStepEarlier(mapping, 2))).toBe(false)
})

test('the difference says of each field what it was and what it is', () => {
  const after = {
    ...withoutStep(withPath(mapping, 'price', 'preis'), 1),
    filters: [{ field: 'active', operator: 'eq' as const, value: true }],
  }
  expect(differencesOf(mapping, after)).toEqual([
    { field: 'price', before: 'artikel.preis → trim → number {"decimal":","}', after: 'preis → trim → number {"decimal":","}' },
    { field: 'name', before: 'upper', after: '' },
    { field: 'filters', before: '', after: 'active eq true' },
  ])
})
