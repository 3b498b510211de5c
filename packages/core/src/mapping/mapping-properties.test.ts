import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FieldMapping, Filters, type MappingSettings, Transformation } from './mapping.ts'
import { openMapping } from './open-mapping.ts'

interface Row {
  readonly raw: Record<string, unknown>
  readonly fields: Record<string, unknown>
}
const map = (settings: MappingSettings, { raw, fields }: Row) => {
  const mapper = openMapping(settings, new AbortController().signal)?.mapperFor([])
  if (!mapper || mapper instanceof Promise) throw new Error('The mapping changes nothing')
  return mapper({ id: 'P1', fields, raw, changedAt: null })
}

const names = ['a', 'b', 'c']
const leaf = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined))
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names, 'lines', '__proto__', 'constructor'), tie('value'), { maxKeys: 3 }),
  ),
}))
const row = fc.record({
  raw: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 }),
  fields: fc.dictionary(fc.constantFrom('x', 'y', 'lines'), value, { maxKeys: 3 }),
})
const path = fc.constantFrom('a', 'b', 'a.b', 'a[0]', 'a[].b', 'b.c[1]', 'c[].a[].b')
const place = fc.constantFrom('x', 'y', 'x.y', 'lines[].x', 'lines[].y')
const transformations = fc.constantFrom(
  { operation: 'trim' },
  { operation: 'upper' },
  { operation: 'pad', value: { length: 5 } },
  { operation: 'strip_leading_zeros' },
  { operation: 'number' },
  { operation: 'multiply', value: '1.1' },
  { operation: 'round', value: 2 },
  { operation: 'boolean' },
  { operation: 'default', value: 'd' },
  { operation: 'split', value: { separator: ',' } },
)
const settings = fc
  .record({
    fieldMapping: fc.dictionary(place, path, { minKeys: 1, maxKeys: 3 }),
    transformations: fc.array(fc.tuple(place, transformations), { maxLength: 4 }),
    filters: fc.array(fc.record({ field: place, operator: fc.constantFrom('eq', 'ne', 'gt', 'exists', 'contains'), value: leaf }), {
      maxLength: 2,
    }),
  })
  .map((given): MappingSettings | null => {
    const filters = Filters.safeParse(given.filters)
    const steps = Transformation.array().safeParse(given.transformations.map(([field, operation]) => ({ field, ...operation })))
    if (!filters.success || !steps.success) return null
    return { fieldMapping: FieldMapping.parse(given.fieldMapping), transformations: steps.data, filters: filters.data }
  })
  .filter((given): given is MappingSettings => given !== null)

test('for any row, a mapping returns a record, filters it, or reports its faults, and neither throws nor changes the row', {
  timeout: 30_000,
}, () => {
  fc.assert(
    fc.property(settings, row, (given, one) => {
      const before = JSON.stringify(one)
      const result = map(given, one)
      expect(['mapped', 'filtered', 'faulty']).toContain(result.kind)
      expect(JSON.stringify(one)).toBe(before)
      expect(map(given, one)).toEqual(result)
      expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('amounts of up to eighteen digits are multiplied and rounded exactly', () => {
  const amount = fc.tuple(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), fc.integer({ min: 0, max: 6 }))
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 4 }), ([digits, scale], factor, places) => {
      const before = new Decimal(digits.toString()).div(new Decimal(10).pow(scale))
      const steps = [
        { field: 'x', operation: 'multiply', value: `${factor}.25` },
        { field: 'x', operation: 'round', value: places },
      ]
      const result = map({ transformations: Transformation.array().parse(steps) }, { raw: {}, fields: { x: before.toFixed() } })
      const exact = Decimal.clone({ precision: 60 })
      const expected = new exact(before.toFixed()).mul(`${factor}.25`).toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
      expect(result.kind === 'mapped' && new exact(String(result.record.fields.x)).eq(expected)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('a number that loses its leading zeros and is padded again is unchanged', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{10}$/), (number) => {
      const steps = [
        { field: 'x', operation: 'strip_leading_zeros' },
        { field: 'x', operation: 'pad', value: { length: 10 } },
      ]
      const result = map({ transformations: Transformation.array().parse(steps) }, { raw: {}, fields: { x: number } })
      expect(result).toMatchObject({ kind: 'mapped', record: { fields: { x: number } } })
    }),
  )
})
