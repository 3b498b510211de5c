import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DataTypeId, dataTypeIds, dataTypes } from '../records/data-types.ts'
import { toDecimal } from '../records/decimal.ts'
import { hasValue } from './existing-values.ts'
import { toSteps } from './field-mapping.ts'
import { normalisingOperations } from './inverse-operations.ts'
import { FieldMapping, type MappingSettings, Transformation } from './mapping.ts'
import { openMapping } from './open-mapping.ts'
import { operationNames, operations } from './operations.ts'
import { changePath } from './path.ts'
import { planReverse, reverse } from './reverse-mapping.ts'
import { placeInRow } from './reverse-row.ts'

type Data = Record<string, unknown>
type Step = Omit<Transformation, 'field'>

/** Steps that can be undone, and values that can have come out of them. */
interface Chain {
  readonly steps: readonly Step[]
  readonly value: unknown
}

const step = (operation: Transformation['operation'], value?: unknown, push?: Transformation['push']): Step => ({
  operation,
  ...(value !== undefined && { value }),
  ...(push !== undefined && { push }),
})
const chains = (value: fc.Arbitrary<unknown>, ...lists: readonly (readonly Step[])[]): fc.Arbitrary<Chain> =>
  fc.record({ steps: fc.constantFrom(...lists), value })

const word = fc.stringMatching(/^[A-Za-z0-9äÄé/.-]( ?[A-Za-z0-9äÄé/.-]){0,8}$/)
const digits = fc.stringMatching(/^[1-9]\d{0,8}$/)
const decimal = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 3 }))
  .map(([units, scale]) => toDecimal(units / 10 ** scale) ?? '0')
const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) }).map((ms) => new Date(ms).toISOString())
const table = { A: 'Kilogram', B: 'Piece', C: 'Box of 7' }

const text = fc.oneof(
  chains(word, [], [step('trim')], [step('upper')], [step('lower'), step('trim')], [step('default', 'none')], [step('pad', { length: 6 })]),
  chains(
    digits.map((number) => number.padStart(9, '0')),
    [step('pad', { length: 9 }, 'strip')],
    [step('trim'), step('pad', { length: 9 }, 'strip'), step('upper')],
  ),
  chains(digits, [step('strip_leading_zeros', undefined, { pad: 18 })], [step('strip_leading_zeros')]),
  chains(
    fc.constantFrom(...Object.values(table)),
    [step('lookup', { table })],
    [step('lookup', { table, fallback: 'Other' }), step('upper')],
  ),
  chains(
    word.map((given) => given.replaceAll('/', '-')),
    [step('replace', { search: '/', replacement: '|' }, 'swap')],
  ),
)
const amounts = chains(
  decimal,
  [step('multiply', '0.01')],
  [step('multiply', '-8')],
  [step('number', { decimal: ',', group: '.' })],
  [step('number', { decimal: ',' }), step('multiply', '100'), step('round', 2)],
  [step('multiply', '1.19'), step('round', 2)],
  [step('multiply', 3), step('round', { digits: 1, mode: 'half_even' })],
)
const halves = chains(
  fc.integer({ min: -999, max: 999 }).map((count) => toDecimal(count / 2)),
  [step('round', 0), step('multiply', '0.5')],
)
const money = fc.oneof({ arbitrary: amounts, weight: 5 }, { arbitrary: halves, weight: 1 })
const day = chains(
  time.map((moment) => moment.slice(0, 10)),
  [],
  [step('date', 'dd.MM.yyyy')],
  [step('date', { format: 'yyyyMMdd', zone: 'America/New_York' })],
  [step('date', { format: "d MMM yyyy 'at' HH:mm ZZ", zone: 'Asia/Tokyo' })],
)
const instant = chains(
  time,
  [],
  [step('date', 'yyyy-MM-dd HH:mm:ss.SSS')],
  [step('date', { format: 'dd.MM.yyyy HH:mm:ss.SSS ZZ', zone: 'Europe/Berlin' })],
)
const flag = chains(
  fc.boolean(),
  [],
  [step('boolean', { true: ['X', 'yes'], false: ['-'] })],
  [step('lookup', { table: { 1: 'Yes', 0: 'No' } })],
)

/** For each data type what its schema requires, and fields of every kind that it has. */
const types: Readonly<Record<DataTypeId, { readonly base: Data; readonly fields: Readonly<Record<string, fc.Arbitrary<Chain>>> }>> = {
  orders: {
    base: { orderNumber: '1', orderDate: '2026-01-01', currency: 'EUR', total: '5', lines: [], shipTo: {} },
    fields: {
      customerName: text,
      orderDate: day,
      total: money,
      'shipTo.city': text,
      'lines[].sku': text,
      'lines[].quantity': money,
      'lines[].requestedDate': day,
    },
  },
  products: { base: { sku: '1', name: 'Mug' }, fields: { sku: text, name: text, price: money, active: flag, priceIncludesTax: flag } },
  order_status: {
    base: { orderNumber: '1', status: 'pending', shipments: [] },
    fields: { orderNumber: text, statusChangedAt: instant, 'shipments[].carrier': text, 'shipments[].shippedAt': instant },
  },
  inventory: {
    base: { sku: '1', quantityOnHand: '1' },
    fields: { sku: text, locationName: text, quantityOnHand: money, quantityReserved: money, asOf: instant },
  },
  employees: {
    base: { employeeId: '1', lastName: 'Lovelace', displayName: 'Ada Lovelace' },
    fields: { employeeId: text, department: text, hireDate: day, active: flag },
  },
  invoices: {
    base: { invoiceNumber: '1', issueDate: '2026-01-01', currency: 'EUR', total: '5', lines: [] },
    fields: { customerName: text, issueDate: day, total: money, 'lines[].unitPrice': money, 'lines[].description': text },
  },
}

interface Case {
  readonly dataType: DataTypeId
  readonly settings: MappingSettings
  readonly data: Data
}

/** One field in use: its steps, its values (one for each line), and whether it is mapped. */
const use = (path: string, chain: fc.Arbitrary<Chain>) =>
  fc
    .record({ chain, isMapped: fc.boolean(), isNested: fc.boolean() })
    .map(({ chain: { steps, value }, isMapped, isNested }) => ({ path, steps, value, isMapped, isNested }))

const someCase: fc.Arbitrary<Case> = fc.constantFrom(...dataTypeIds).chain((dataType) => {
  const { base, fields } = types[dataType]
  const lineCount = fc.integer({ min: 1, max: 3 })
  const uses = fc.tuple(...Object.entries(fields).map(([path, chain]) => fc.option(use(path, chain), { nil: null, freq: 4 })))
  return fc.record({ uses, lineCount }).map((given): Case => {
    const used = given.uses.filter((one) => one !== null)
    const data = structuredClone(base)
    const item = (number: number) => ({ lineNumber: String(number + 1), shipmentId: String(number + 1), quantity: '1' })
    for (const { path, value } of used) {
      const list = /^(\w+)\[\]/.exec(path)?.[1]
      if (list && (data[list] as unknown[]).length === 0) data[list] = Array.from({ length: given.lineCount }, (_, number) => item(number))
      changePath(data, toSteps(path), () => value)
    }
    const mapped = used.filter(({ isMapped }) => isMapped)
    const rawPath = (path: string, isNested: boolean): string =>
      `${path.includes('[]') ? 'pos[].' : isNested ? 'head.' : ''}${path.replace(/\W/g, '_')}`
    return {
      dataType,
      settings: {
        fieldMapping: FieldMapping.parse(Object.fromEntries(mapped.map(({ path, isNested }) => [path, rawPath(path, isNested)]))),
        transformations: used.flatMap(({ path, steps }) => steps.map((one) => Transformation.parse({ field: path, ...one }))),
      },
      data: dataTypes[dataType].schema.parse(data) as Data,
    }
  })
})

function pull(settings: MappingSettings, raw: Data, fields: Data): Data {
  const mapper = openMapping(settings, new AbortController().signal)?.mapperFor([])
  if (mapper instanceof Promise) throw new Error('There are no expressions here')
  const mapped = mapper?.({ id: '1', raw, fields, changedAt: null }) ?? { kind: 'mapped', record: { fields } }
  if (mapped.kind !== 'mapped') throw new Error(JSON.stringify(mapped))
  return { ...mapped.record.fields }
}

/** The form that a record comes back in: the normalising steps with which a field ends, as a pull runs them. */
function normalised({ dataType, settings: { transformations = [] }, data }: Case): Data {
  const fields = structuredClone(data)
  for (const [index, { field, operation, value }] of transformations.entries()) {
    const rest = transformations.slice(index).filter((one) => one.field === field)
    if (rest.some((one) => !normalisingOperations.has(one.operation)) || !hasValue(fields, toSteps(field))) continue
    const { options, make } = operations[operation]
    changePath(fields, toSteps(field), (before) => make?.(options.parse(value))(before, { fields, raw: {} }))
  }
  return dataTypes[dataType].schema.parse(fields) as Data
}

/** Decimals are the same if their values are. */
const withoutScale = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner) =>
    typeof inner === 'string' && /^-?\d+\.\d+$/.test(inner) ? inner.replace(/\.?0+$/, '') : inner,
  )

test('what is pushed and pulled again is the same record, in the form of the ERP', () => {
  const seen = new Map<DataTypeId, number>()
  const used = new Set<string>()
  fc.assert(
    fc.property(someCase, (one) => {
      const { dataType, settings, data } = one
      const reversed = reverse(planReverse(settings), data, null)
      expect(reversed.faults).toEqual([])
      expect(reversed.readOnly).toEqual([])
      const { row, rest } = placeInRow(reversed)
      const again = dataTypes[dataType].schema.parse(pull(settings, row, rest)) as Data
      expect(withoutScale(again)).toEqual(withoutScale(normalised(one)))
      seen.set(dataType, (seen.get(dataType) ?? 0) + 1)
      for (const { operation } of settings.transformations ?? []) used.add(operation)
    }),
    { numRuns: 300 },
  )
  expect(seen.size).toBe(dataTypeIds.length)
  const withoutInverse = ['concat', 'split', 'jsonata']
  expect([...used].sort()).toEqual(operationNames.filter((name) => !withoutInverse.includes(name)).sort())
})

test('a record that was pulled and is pushed unchanged gives the ERP a row that is pulled as the same record', () => {
  fc.assert(
    fc.property(someCase, (one) => {
      const { settings } = one
      const pushed = placeInRow(reverse(planReverse(settings), one.data, null))
      const data = dataTypes[one.dataType].schema.parse(pull(settings, { ...pushed.row }, { ...pushed.rest })) as Data
      const { faults, ...reversed } = reverse(planReverse(settings), data, null)
      expect(faults).toEqual([])
      const { row, rest } = placeInRow(reversed)
      const again = dataTypes[one.dataType].schema.parse(pull(settings, { ...row }, { ...rest }))
      expect(withoutScale(again)).toEqual(withoutScale(data))
    }),
    { numRuns: 150 },
  )
})
