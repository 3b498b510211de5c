import { expect, test } from 'vitest'
import { gather, inPieces } from '../testing/gather-rows.ts'
import { columnsFor } from './aliases.ts'
import { FileFormat } from './format.ts'
import { UnpackingLimits } from './limits.ts'
import { readRows } from './read-rows.ts'
import { type OutgoingFormat, renderFile } from './render-file.ts'
import { CsvDialect } from './write-csv.ts'

const orders = [
  {
    orderNumber: '0001',
    ourReference: 'W-1',
    currency: 'EUR',
    total: '-12.50',
    customerName: '=Müller & <Söhne> "GmbH"',
    shipTo: { name: 'Anna', city: 'Köln', postalCode: '01234' },
    lines: [
      { lineNumber: '1', sku: 'A;1', quantity: '2', unitPrice: '-1.25', status: 'pending', type: 'item' },
      { lineNumber: '2', sku: 'B', quantity: '3', requestedDate: null },
    ],
  },
  { orderNumber: '0002', ourReference: 'W-2', status: 'pending', lines: [] },
]
const dialect = CsvDialect.parse({ delimiter: ';' })
const readBack = async (outgoing: OutgoingFormat, format: object) => {
  const source = inPieces(await renderFile(outgoing, orders), 10)
  const { rows, columns, error } = await gather(
    readRows(source, FileFormat.parse(format), { layers: [], limits: UnpackingLimits.parse({}) }),
  )
  expect(error).toBeNull()
  return { rows: rows.map(({ row }) => row), columns }
}

test('CSV has a row for each line, with the fields of the order; an order without lines has one', async () => {
  const { rows, columns } = await readBack({ kind: 'csv', dialect }, { kind: 'csv', delimiter: ';' })
  expect(rows).toMatchObject([
    {
      orderNumber: '0001',
      sku: 'A;1',
      quantity: '2',
      unitPrice: '-1.25',
      shipToCity: 'Köln',
      total: '-12.50',
      status: '',
      lineType: 'item',
    },
    { orderNumber: '0001', sku: 'B', quantity: '3', unitPrice: '', customerName: `'=Müller & <Söhne> "GmbH"` },
    { orderNumber: '0002', sku: '', quantity: '', status: 'pending' },
  ])
  const { fields, extra } = columnsFor('orders', columns ?? [])
  expect(fields).toMatchObject({ 'shipTo.city': 'shipToCity', 'lines[].sku': 'sku', 'lines[].unitPrice': 'unitPrice', status: 'status' })
  expect(extra).toEqual([])
})

test('JSON and JSON by lines hold the orders as they are', async () => {
  expect((await readBack({ kind: 'json' }, { kind: 'json' })).rows).toEqual(orders)
  expect((await readBack({ kind: 'ndjson' }, { kind: 'ndjson' })).rows).toEqual(orders)
})

test('XML holds the orders and is well-formed whatever they contain', async () => {
  const { rows } = await readBack({ kind: 'xml' }, { kind: 'xml', path: 'Orders/Order' })
  expect(rows[0]).toMatchObject({
    customerName: orders[0]?.customerName,
    lines: { line: [{ sku: 'A;1' }, { lineNumber: '2', sku: 'B', quantity: '3' }] },
  })
  expect(rows[1]).toEqual({ orderNumber: '0002', ourReference: 'W-2', status: 'pending', lines: '' })
})

test('what XML cannot hold is refused', async () => {
  await expect(renderFile({ kind: 'xml' }, [{ orderNumber: '\u0001' }])).rejects.toMatchObject({ code: 'record.invalid' })
  await expect(renderFile({ kind: 'xml' }, [{ 'a b': '1' }])).rejects.toMatchObject({ code: 'record.invalid' })
})
