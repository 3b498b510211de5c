import { expect, test } from 'vitest'
import { Transformation } from './mapping.ts'
import { openReverseMapping } from './open-reverse-mapping.ts'

const settings = (...transformations: object[]) => ({ transformations: Transformation.array().parse(transformations) })
const concat = (jsonata: string, field = 'customerName') => ({
  field,
  operation: 'concat',
  value: { fields: ['raw.a', 'raw.b'] },
  push: { jsonata },
})

async function push(given: ReturnType<typeof settings>, data: Record<string, unknown>, fields: readonly string[] | null = null) {
  await using mapping = openReverseMapping(given, new AbortController().signal)
  return mapping?.reverse(data, fields)
}

test('a push expression sees the record, the field and the fields so far, and takes its place in the reverse order', async () => {
  const given = settings(
    { field: 'total', operation: 'multiply', value: '0.01' },
    concat('$value & "/" & orderNumber & "/" & total & "/" & $fields.total'),
    { field: 'total', operation: 'multiply', value: '0.1' },
  )
  expect(await push(given, { customerName: 'Ada', orderNumber: '7', total: '1' })).toMatchObject({
    values: { customerName: 'Ada/7/1/10', orderNumber: '7', total: '1000' },
    faults: [],
    readOnly: [],
  })
})

test('in a list it is evaluated for each line that has the field', async () => {
  const given = settings(concat('$value & "-" & $string($index)', 'lines[].sku'))
  expect(await push(given, { lines: [{ sku: 'a' }, {}, { sku: 'b' }] })).toMatchObject({
    values: { lines: [{ sku: 'a-0' }, {}, { sku: 'b-1' }] },
  })
})

test('one that fails is a fault of the record, if the field is sent', async () => {
  const given = settings(concat('$number("x" & $value)'))
  const { faults } = (await push(given, { customerName: 'Ada', total: '1' })) ?? {}
  expect(faults).toEqual([{ path: 'customerName', message: expect.stringContaining('number'), value: 'Ada' }])
  expect(await push(given, { customerName: 'Ada', total: '1' }, ['total'])).toMatchObject({ values: { total: '1' }, faults: [] })
  expect(await push(given, { total: '1' })).toMatchObject({ faults: [] })
})

test('there is nothing to open if the settings change nothing', () => {
  expect(openReverseMapping({}, new AbortController().signal)).toBeNull()
})

test('an abort stops an expression under way', async () => {
  const controller = new AbortController()
  await using mapping = openReverseMapping(settings(concat('$match($value, /^(a+)+$/)')), controller.signal)
  const under = mapping?.reverse({ customerName: `${'a'.repeat(50)}!` }, null)
  controller.abort(new Error('stopped'))
  await expect(under).rejects.toThrow('stopped')
})
