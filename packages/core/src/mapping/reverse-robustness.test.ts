import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasValue } from './existing-values.ts'
import { FieldMapping, Transformation } from './mapping.ts'
import { readPath } from './path.ts'
import type { PushOption } from './push-option.ts'
import { planReverse, reverse } from './reverse-mapping.ts'
import { placeInRow } from './reverse-row.ts'

const step = (operation: string, value?: unknown, push?: PushOption): Transformation =>
  Transformation.parse({ field: 'x', operation, value, push })
const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string(),
  fc.constantFrom('12.50', '2026-12-24', '2026-10-25T01:30:00.000Z'),
  fc.boolean(),
) as fc.Arbitrary<unknown>
const anyPath = fc.constantFrom('x', 'y', 'x.y', 'lines', 'lines[].x', 'lines[].y', 'lines[0].x', 'lines[].a[].b', 'refs[]')
const anyRaw = fc.constantFrom('a', 'a.b', 'a[0]', 'a[].b', 'a[].c', 'b.c[1]', 'c[].a[].b', 'd', 'lines')
const anyStep = fc.oneof(
  fc.constantFrom(
    step('trim'),
    step('number', { decimal: ',', group: '.' }),
    step('multiply', '1.1'),
    step('multiply', 0),
    step('round', 2),
    step('date', 'dd.MM.yy HH:mm'),
    step('boolean', { true: ['x'] }),
    step('lookup', { table: { a: 'b', c: 'd', e: { f: 1 } } }),
    step('lookup', { table: { a: 'b', c: true, d: null } }),
    step('replace', { search: 'a', replacement: 'b' }, 'swap'),
    step('pad', { length: 4 }, 'strip'),
    step('strip_leading_zeros', undefined, { pad: 5 }),
    step('concat', { fields: ['x', 'raw.a'] }),
    step('split', { separator: ',', index: 0 }),
    step('default', { a: 1 }),
    step('jsonata', 'a'),
    step('jsonata', 'a', { jsonata: 'b' }),
  ),
)
const anySettings = fc
  .record({
    fieldMapping: fc.dictionary(anyPath, anyRaw, { maxKeys: 4 }),
    transformations: fc.array(fc.tuple(anyPath, anyStep), { maxLength: 5 }),
  })
  .map(({ fieldMapping, transformations }) => ({
    fieldMapping: FieldMapping.parse(fieldMapping),
    transformations: transformations.map(([field, one]) => ({ ...one, field })),
  }))
const anyData = fc.record(
  {
    x: fc.oneof(anyValue, fc.record({ y: anyValue })),
    y: anyValue,
    refs: fc.array(fc.string()),
    lines: fc.oneof(
      fc.array(fc.record({ x: anyValue, y: anyValue, a: fc.array(fc.record({ b: anyValue })) }, { requiredKeys: [] }), { maxLength: 3 }),
      anyValue,
    ),
  },
  { requiredKeys: [] },
)

test('whatever the settings and the record are, nothing throws, nothing read-only is sent, and the record stays as it was', () => {
  fc.assert(
    fc.property(anySettings, anyData, fc.option(fc.subarray(['x', 'y', 'lines', 'refs'])), (settings, data, fields) => {
      const before = JSON.stringify(data)
      const plan = planReverse(settings)
      const reversed = reverse(plan, data, fields)
      placeInRow(reversed)
      expect(JSON.stringify(data)).toBe(before)
      for (const { path, at, readOnly } of plan.fields.filter((field) => field.readOnly !== null)) {
        expect(reversed.targets, readOnly?.reason).not.toHaveProperty([path])
        if (!hasValue(reversed.values, at)) continue
        throw new Error(`${path} is read-only and has the value ${JSON.stringify(readPath(reversed.values, at))}`)
      }
      for (const path of reversed.readOnly) expect(plan.fields.find((field) => field.path === path)?.readOnly).not.toBeNull()
    }),
    { numRuns: 500 },
  )
})
