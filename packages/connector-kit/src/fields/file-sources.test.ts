import { dataTypeIds } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { columnsFor } from './columns.ts'
import { fileFieldSources } from './file-sources.ts'

const cases = dataTypeIds.flatMap((dataType) =>
  fileFieldSources[dataType].flatMap(({ field, sources }, at) =>
    field === 'id' ? [] : sources.map((source) => ({ dataType, field, source, at })),
  ),
)

test('every column that is told feeds its field, or one that is told before it', () => {
  expect(cases.length).toBeGreaterThan(500)
  const places = (dataType: (typeof dataTypeIds)[number]) => fileFieldSources[dataType].map(({ field }) => field)
  const wrong = cases.filter(({ dataType, field, source, at }) => {
    const [fed] = Object.keys(columnsFor(dataType, [source]).fields)
    return fed === undefined || (fed !== field && places(dataType).indexOf(fed) > at && fed.toLowerCase() !== source)
  })
  expect(wrong).toEqual([])
})

test.each([
  ['order_status', 'shipments[].shipmentId', 'lieferschein'],
  ['orders', 'total', 'gesamtbetrag'],
  ['orders', 'shipTo.city', 'shiptoort'],
  ['inventory', 'lot', 'charge'],
] as const)('of %s the field %s is told to come from %s', (dataType, field, source) => {
  expect(fileFieldSources[dataType].find((one) => one.field === field)?.sources).toContain(source)
})
