import { describe, expect, test } from 'vitest'
import { explainReverse } from './explain-reverse.ts'
import { FieldMapping, Filters, type MappingSettings, Transformation } from './mapping.ts'
import { planReverse, reverse } from './reverse-mapping.ts'
import { placeInRow } from './reverse-row.ts'

type Data = Record<string, unknown>
const read = ({ fieldMapping, transformations, filters }: Data): MappingSettings => ({
  ...(fieldMapping !== undefined && { fieldMapping: FieldMapping.parse(fieldMapping) }),
  ...(transformations !== undefined && { transformations: Transformation.array().parse(transformations) }),
  ...(filters !== undefined && { filters: Filters.parse(filters) }),
})
const run = (settings: Data, data: Data, fields: readonly string[] | null = null) => reverse(planReverse(read(settings)), data, fields)
const reasons = (settings: Data) =>
  Object.fromEntries(planReverse(read(settings)).fields.flatMap(({ path, readOnly }) => (readOnly ? [[path, readOnly.reason]] : [])))
const concat = { field: 'customerName', operation: 'concat', value: { fields: ['raw.name1', 'raw.name2'] } }

test('a field goes back to its path, through its steps in reverse order', () => {
  const settings = {
    fieldMapping: { price: 'prices.net' },
    transformations: [
      { field: 'price', operation: 'number', value: { decimal: ',' } },
      { field: 'price', operation: 'multiply', value: '0.01' },
    ],
  }
  const reversed = run(settings, { price: '12.5', name: 'Mug' })
  expect(reversed).toEqual({
    values: { price: '1250', name: 'Mug' },
    targets: { price: 'prices.net' },
    readOnly: [],
    faults: [],
    unmetFilters: [],
  })
  expect(placeInRow(reversed, { prices: { gross: 1 }, stock: 7 })).toEqual({
    row: { prices: { gross: 1, net: '1250' }, stock: 7 },
    rest: { name: 'Mug' },
  })
})

test('a field without a mapping is inverted and keeps the place that the connector has for it', () => {
  const { values, targets } = run({ transformations: [{ field: 'price', operation: 'multiply', value: '0.01' }] }, { price: '1' })
  expect({ values, targets }).toEqual({ values: { price: '100' }, targets: {} })
})

test('lists go back item by item, and the fields that are not mapped stay with the connector', () => {
  const settings = {
    fieldMapping: { 'lines[].sku': 'items[].article.number', 'shipTo.city': 'town' },
    transformations: [{ field: 'lines[].sku', operation: 'strip_leading_zeros', push: { pad: 4 } }],
  }
  const data = { lines: [{ sku: '1', quantity: '2' }, { quantity: '3' }], shipTo: { city: 'Bonn', name: 'A' } }
  const reversed = run(settings, data)
  expect(placeInRow(reversed)).toEqual({
    row: { items: [{ article: { number: '0001' } }, {}], town: 'Bonn' },
    rest: { lines: [{ quantity: '2' }, { quantity: '3' }], shipTo: { name: 'A' } },
  })
})

test('a field below a mapped one lies below its path', () => {
  const settings = { fieldMapping: { lines: 'items' }, transformations: [{ field: 'lines[].price', operation: 'multiply', value: '0.01' }] }
  const reversed = run(settings, { lines: [{ price: '1' }] })
  expect(reversed.targets).toEqual({ lines: 'items', 'lines[].price': 'items[].price' })
  expect(placeInRow(reversed)).toEqual({ row: { items: [{ price: '100' }] }, rest: {} })
})

test('a name with dots in the row is kept as one name', () => {
  const reversed = run({ fieldMapping: { name: 'odata.text' } }, { name: 'Mug' })
  expect(placeInRow(reversed, { 'odata.text': 'old' }).row).toEqual({ 'odata.text': 'Mug' })
})

describe('only what changed', () => {
  const settings = { fieldMapping: { name: 'text', price: 'net' } }
  test('is sent, and what was removed is cleared', () => {
    const reversed = run(settings, { price: '2', sku: '1' }, ['name', 'sku'])
    expect(reversed).toMatchObject({ values: { sku: '1' }, targets: { name: 'text' } })
    expect(placeInRow(reversed).row).toEqual({ text: null })
  })
  test('can be at fault', () => {
    const strict = { transformations: [{ field: 'price', operation: 'multiply', value: 3 }] }
    expect(run(strict, { price: '10', name: 'a' }, ['name']).faults).toEqual([])
    expect(run(strict, { price: '10', name: 'a' }, ['price']).faults).toEqual([
      { path: 'price', message: 'cannot be divided by 3 exactly', value: '10' },
    ])
  })
})

describe('read-only', () => {
  test('a field without an inverse is left out and named', () => {
    const settings = { fieldMapping: { customerName: 'name1' }, transformations: [concat] }
    const reversed = run(settings, { customerName: 'Ada Lovelace', total: '1' })
    expect(reversed).toMatchObject({ values: { total: '1' }, targets: {}, readOnly: ['customerName'], faults: [] })
    expect(reversed.values).not.toHaveProperty('customerName')
    expect(reasons(settings)).toEqual({
      customerName: 'customerName is put together from raw.name1 and raw.name2 (concat), so it cannot be written back.',
    })
    expect(run(settings, { total: '1' }).readOnly).toEqual([])
  })
  test('what lies below such a field is left out with it', () => {
    const settings = {
      fieldMapping: { 'lines[].sku': 'items[].art' },
      transformations: [{ field: 'lines', operation: 'jsonata', value: 'a' }],
    }
    expect(run(settings, { lines: [{ sku: '1' }], total: '1' })).toMatchObject({
      values: { total: '1' },
      targets: {},
      readOnly: ['lines[].sku', 'lines'],
    })
    expect(reasons(settings)['lines[].sku']).toContain('lines[].sku is part of lines. lines is the result of an expression')
  })
  test('one field of the lines is left out of each line', () => {
    const settings = { transformations: [{ field: 'lines[].sku', operation: 'split', value: { separator: '/', index: 0 } }] }
    expect(run(settings, { lines: [{ sku: '1', quantity: '2' }] })).toMatchObject({
      values: { lines: [{ quantity: '2' }] },
      readOnly: ['lines[].sku'],
    })
  })
  test.each([
    ['one place of a list', { name: 'texts[0].text' }, 'name', 'from one place of a list (texts.0.text)'],
    ['a list within a list', { 'shipments[].lines[].sku': 'a[].b[].c' }, 'shipments[].lines[].sku', 'a list within a list'],
    ['one place of the record', { 'lines[1].sku': 'second' }, 'lines.1.sku', 'names one place of a list'],
    ['the items of a list', { 'orderRefs[]': 'refs[]' }, 'orderRefs[]', 'names the items of a list'],
    ["the record's id", { id: 'number' }, 'id', 'id is set by the ERP'],
    ['the time of the change', { sourceUpdatedAt: 'changed' }, 'sourceUpdatedAt', 'is set by the ERP'],
    ['overlapping places', { name: 'head', brand: 'head.brand' }, 'brand', 'brand and name are read from overlapping places'],
    ['a part of itself', { shipTo: 'address', 'shipTo.city': 'address' }, 'shipTo', 'overlapping places'],
  ])('%s cannot be written', (_, fieldMapping, path, reason) => {
    expect(reasons({ fieldMapping })[path]).toContain(reason)
  })
  test('a column whose name is a number is not a place of a list', () => {
    expect(run({ fieldMapping: { name: '7' } }, { name: 'Mug' }).targets).toEqual({ name: '7' })
  })
  test('a mapping that a later one replaces does not count', () => {
    const plan = planReverse(read({ fieldMapping: { 'shipTo.city': 'town', shipTo: 'address' } }))
    expect(plan.fields.map(({ path, target }) => [path, target])).toEqual([
      ['shipTo.city', 'address.city'],
      ['shipTo', 'address'],
    ])
  })
})

describe('two fields that are read from one path', () => {
  const settings = {
    fieldMapping: { sku: 'art', barcode: 'art' },
    transformations: [{ field: 'sku', operation: 'strip_leading_zeros', push: { pad: 4 } }],
  }
  test('are written if they say the same', () => {
    expect(run(settings, { sku: '7', barcode: '0007' })).toMatchObject({ targets: { sku: 'art', barcode: 'art' }, faults: [] })
    expect(run(settings, { sku: '7' })).toMatchObject({ targets: { sku: 'art' }, faults: [] })
  })
  test.each([[null], [['sku']], [['barcode']]])('are at fault if they differ (changed: %j)', (fields) => {
    const { faults } = run(settings, { sku: '7', barcode: '0008' }, fields)
    expect(faults).toHaveLength(fields?.[0] === 'barcode' ? 0 : 1)
  })
  test('of lists are at fault if one is longer', () => {
    const lists = { fieldMapping: { 'lines[].sku': 'items[].a', orderRefs: 'items[].b' } }
    expect(run(lists, { lines: [{ sku: '1' }], orderRefs: ['x'] }).faults).toEqual([])
    expect(run(lists, { lines: [{ sku: '1' }], orderRefs: ['x', 'y'] }).faults).not.toEqual([])
  })
})

test('a filter that the record does not meet is named', () => {
  const filters = [
    { field: 'active', value: true },
    { field: 'raw.x', operator: 'exists' },
  ]
  expect(run({ filters }, { active: false }).unmetFilters).toEqual(['active'])
  expect(run({ filters }, { active: true }).unmetFilters).toEqual([])
  expect(planReverse(read({ filters })).rawFilters).toEqual(['raw.x'])
})

test('a push expression is not ignored if it cannot be evaluated', () => {
  const settings = { transformations: [{ ...concat, push: { jsonata: '$value' } }] }
  expect(run(settings, { customerName: 'a' }).faults).toEqual([
    { path: 'customerName', message: 'needs its push expression evaluated', value: 'a' },
  ])
  expect(run(settings, {}).faults).toEqual([])
})

test('people are told what is written where, and what is not', () => {
  const settings = {
    fieldMapping: { name: 'text', sku: 'art', barcode: 'art' },
    transformations: [
      concat,
      { field: 'price', operation: 'multiply', value: 3 },
      { field: 'uom', operation: 'lookup', value: { table: { ST: 'EA', KG: 'KGM' } } },
    ],
    filters: { active: true, 'raw.deleted': false },
  }
  expect(explainReverse(planReverse(read(settings))).map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
    'note: name is written to text.',
    'note: sku is written to art.',
    'warning: sku and barcode are read from art; a record in which they differ is not sent.',
    'note: barcode is written to art.',
    'warning: barcode and sku are read from art; a record in which they differ is not sent.',
    'warning: customerName is put together from raw.name1 and raw.name2 (concat), so it cannot be written back.',
    "note: price is written to the connector's own place for it.",
    'warning: price must be divisible by 3 without a remainder; a record with another value is not sent.',
    "note: uom is written to the connector's own place for it.",
    'warning: uom must be one of the results of its table: EA, KGM; a record with another value is not sent.',
    'warning: A record that does not meet the filter on active is sent, but a later pull leaves it out.',
    'warning: The filter on raw.deleted cannot be checked before a record is sent, so a later pull may leave the record out.',
  ])
})
