import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalFields } from './canonical-fields.ts'
import { type DataTypeId, dataTypeIds, dataTypes } from './data-types.ts'
import { exampleRecords } from './example-records.ts'

const value = fc.oneof(
  fc.constantFrom<unknown>(
    'A-1',
    ' x ',
    '',
    ' ',
    '12.50',
    '1e3',
    'EUR',
    'eur',
    '2026-01-31',
    '2026-02-30',
    '0001-01-01',
    'open',
    'X',
    'unknown',
  ),
  fc.constantFrom<unknown>(null, undefined, 0, 1, -1.5, 0.1 + 0.2, Number.NaN, true, false, 10n, {}, [], ['A', 'B'], new Date(0)),
  fc.string(),
)
const line = fc.dictionary(
  fc.constantFrom('lineNumber', 'sku', 'type', 'quantity', 'unitPrice', 'lot', 'quantityOnHand', 'shipmentId', 'trackingNumbers'),
  value,
  { maxKeys: 4 },
)

/** An example with some of its fields replaced, so that it may be right or wrong. */
const recordsOf = (dataType: DataTypeId) =>
  fc
    .dictionary(
      fc.constantFrom(...canonicalFields[dataType], 'unheardOf'),
      fc.oneof(value, fc.array(fc.oneof(line, value), { maxLength: 3 })),
      {
        maxKeys: 3,
      },
    )
    .map((replaced) => ({ ...exampleRecords[dataType], ...replaced }))

test.each(dataTypeIds)('%s: a record is parsed to what the schema makes of it, or refused if the schema refuses it', (id) => {
  const { schema, parse } = dataTypes[id]
  const seen = { right: 0, wrong: 0 }
  fc.assert(
    fc.property(fc.oneof({ arbitrary: recordsOf(id), weight: 9 }, value), (given) => {
      const { success, data } = schema.safeParse(given)
      expect(parse(given)).toEqual(success ? data : null)
      seen[success ? 'right' : 'wrong'] += 1
    }),
    { numRuns: 2000 },
  )
  expect(Math.min(seen.right, seen.wrong)).toBeGreaterThan(200)
})
