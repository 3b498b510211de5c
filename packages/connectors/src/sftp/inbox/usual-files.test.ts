import { detectFormat } from '@linkspan/connector-kit/files/detect/detect-format'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { UnpackingLimits } from '@linkspan/connector-kit/files/limits'
import { readRows } from '@linkspan/connector-kit/files/read-rows'
import { createState } from '@linkspan/connector-kit/testing/open-context'
import { type DataTypeId, dataTypes } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { planFor, SftpSettings } from '../settings.ts'
import { withAcknowledgements } from './acknowledged.ts'
import { createRowMapper } from './to-records.ts'

/** Reads a file: the id of each record with its canonical fields, or with the raw row as `wrong` if it is invalid. */
async function read(dataType: DataTypeId, name: string, text: string, files: object = {}) {
  const bytes = Buffer.from(text)
  const source = async function* () {
    yield bytes
  }
  const format = await detectFormat(bytes, name)
  const rows: FileRow[] = []
  for await (const batch of readRows(source(), format, { layers: [], limits: UnpackingLimits.parse({}) })) rows.push(...batch.rows)
  const made = createRowMapper(planFor(SftpSettings.parse({ files: { [dataType]: files } }), dataType)).toRecords(rows)
  const records = dataType === 'order_status' ? await withAcknowledgements(made.records, made.rows, createState()) : made.records
  return records.map(({ id, fields, raw }) => {
    const parsed = dataTypes[dataType].schema.safeParse(fields)
    return { id, ...(parsed.success ? parsed.data : { wrong: raw }) }
  })
}

test('SAP stock is identified by plant and storage location; trailing minus signs and units are understood', async () => {
  const text = 'MATNR;WERKS;LGORT;LABST;MEINS\n4711;1000;0001;1.234,000-;ST\n4711;1000;0002;12,5;KG\n'
  expect(await read('inventory', 'inventory.csv', text, { decimal: ',' })).toMatchObject([
    { id: '4711/1000/0001', locationId: '1000/0001', quantityOnHand: '-1234.000', uom: 'ST' },
    { id: '4711/1000/0002', locationId: '1000/0002', quantityOnHand: '12.5', uom: 'KG' },
  ])
})

test('a column "Location Code" is a location too', async () => {
  const text = 'Item No.,Location Code,Qty. on Hand,Available\nA1,MAIN,10,8\nA1,EAST,5,5\n'
  expect((await read('inventory', 'inventory.csv', text)).map(({ id }) => id)).toEqual(['A1/MAIN', 'A1/EAST'])
})

test('an invoice with German column names is understood', async () => {
  const text =
    'Rechnungsnummer;Rechnungsdatum;Fälligkeit;Kundennummer;Währung;Nettobetrag;MwSt;Gesamtbetrag\nR-9;05.01.2026;04.02.2026;K7;EUR;940,34;178,66;1.119,00\n'
  expect(await read('invoices', 'invoices.csv', text, { decimal: ',', dateFormat: 'DD.MM.YYYY' })).toMatchObject([
    { id: 'R-9', issueDate: '2026-01-05', dueDate: '2026-02-04', subtotal: '940.34', taxTotal: '178.66', total: '1119.00' },
  ])
})

test('consecutive rows of one order become one status with several shipments', async () => {
  const text =
    'Order No,Status,Ship Date,Carrier,Tracking No\nW-1,Shipped,2026-11-22,UPS,1Z1\nW-1,Shipped,2026-11-23,UPS,1Z2 1Z3\nW-3,Backordered,,,\n'
  expect(await read('order_status', 'order_status.csv', text)).toMatchObject([
    {
      id: 'W-1',
      status: 'shipped',
      shipments: [
        { shipmentId: '1Z1', carrier: 'UPS', trackingNumbers: ['1Z1'], shippedAt: '2026-11-22T00:00:00.000Z' },
        { shipmentId: '1Z2', trackingNumbers: ['1Z2', '1Z3'] },
      ],
    },
    { id: 'W-3', status: 'processing', statusRaw: 'Backordered', shipments: [] },
  ])
  const packages = 'orderNumber;deliveryNumber;carrier;awb\nW-1;L1;DHL;J1\nW-1;L1;DHL;J2\n'
  expect(await read('order_status', 'order_status.csv', packages)).toMatchObject([
    { wrong: expect.anything() }, // it has no status
  ])
  expect(
    await read('order_status', 'order_status.csv', packages.replace('awb', 'awb;status').replace(/J(\d)/g, 'J$1;teilgeliefert')),
  ).toMatchObject([
    {
      id: 'W-1',
      status: 'partially_shipped',
      statusRaw: 'teilgeliefert',
      shipments: [{ shipmentId: 'L1', trackingNumbers: ['J1', 'J2'] }],
    },
  ])
})

test('an unknown status word becomes "unknown" and is kept as statusRaw', async () => {
  const text =
    '<Statuses><Status><OrderNumber>W-1</OrderNumber><Status>Wird gebacken</Status></Status><Status><OrderNumber>W-2</OrderNumber><Status>In Bearbeitung</Status></Status></Statuses>'
  expect(await read('order_status', 'order_status.xml', text)).toMatchObject([
    { id: 'W-1', status: 'unknown', statusRaw: 'Wird gebacken' },
    { id: 'W-2', status: 'processing', statusRaw: 'In Bearbeitung' },
  ])
})

test('an XML list may have any number of items, and an element with attributes counts as its text', async () => {
  const line = (number: number) =>
    `<Line no="${number}"><LineNumber>${number}</LineNumber><SKU>A${number}</SKU><Quantity uom="EA">2</Quantity><UnitPrice currency="EUR">5.00</UnitPrice></Line>`
  const order = (id: string, lines: string) =>
    `<Order id="${id}"><OrderNumber>${id}</OrderNumber><OrderDate>2026-01-02</OrderDate><Currency>EUR</Currency><Total currency="EUR">5.00</Total><ShipTo><Name>Ann</Name><City>Köln</City></ShipTo>${lines}</Order>`
  const text = `<Orders>${order('X-1', `<Lines>${line(1)}</Lines>`)}${order('X-2', `<Lines>${line(1)}${line(2)}</Lines>`)}${order('X-3', `<Lines count="0"/>`)}</Orders>`
  expect(await read('orders', 'orders.xml', text)).toMatchObject([
    { id: 'X-1', total: '5.00', shipTo: { name: 'Ann', city: 'Köln' }, lines: [{ sku: 'A1', quantity: '2', unitPrice: '5.00' }] },
    { id: 'X-2', lines: [{ sku: 'A1' }, { sku: 'A2' }] },
    { id: 'X-3', lines: [] },
  ])
  const catalog =
    '<Catalog><Product number="A1"><Name xml:lang="en">Mug</Name><Price currency="EUR">12.50</Price></Product><Product number="A2"><Name>Cup</Name><Price currency="EUR">2.50</Price></Product></Catalog>'
  expect(await read('products', 'products.xml', catalog)).toMatchObject([
    { id: 'A1', sku: 'A1', name: 'Mug', price: '12.50' },
    { id: 'A2', name: 'Cup', price: '2.50' },
  ])
})

test('a barcode that a spreadsheet has rounded is rejected with the reason', async () => {
  const text = 'sku;name;barcode\nA1;Mug;4,00634E+12\nA2;Cup;04006381333931\n'
  expect(await read('products', 'products.csv', text)).toMatchObject([
    { id: '', wrong: 'Row 1 has the barcode "4,00634E+12", which a spreadsheet has rounded: export that column as text' },
    { id: 'A2', barcode: '04006381333931' },
  ])
})
