import { gzipSync } from 'node:zlib'
import type { ERPPreview } from '@linkspan/core'
import { type Sshd, startSshd } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FileConnections, fileConnections } from './stack/file-connections.ts'
import { type Stack, startStack } from './stack/stack.ts'

let stack: Stack
let sshd: Sshd
let connect: FileConnections
beforeAll(async () => {
  ;[stack, sshd] = await Promise.all([startStack(), startSshd()])
  connect = await fileConnections(stack, sshd)
})
afterAll(async () => {
  await stack[Symbol.asyncDispose]()
  await sshd[Symbol.asyncDispose]()
})

const preview = (id: string, more: object = {}) =>
  stack.client.call<ERPPreview>('POST', `/erp/connections/${id}/preview`, { dataType: 'products', ...more })

/** Puts one file into a new folder and returns what a preview says about it. */
async function described(folder: string, text: string | Buffer, files: object = {}, name = 'products.csv') {
  const dataType = name.replace(/\..*/, '')
  const erp = await connect(folder, { files: { [dataType]: files } })
  await erp.put(name, text)
  const { files: found } = await preview(erp.id, { dataType })
  expect(found).toHaveLength(1)
  return found[0] as ERPPreview['files'][number]
}

test('a preview detects the format of a file, and the settings it proposes make the file read correctly', async () => {
  const erp = await connect('dialects')
  const text =
    'ArtikelNr;Bezeichnung;Preis;Geändert am;Regal\r\nA1;"Becher, groß";1.234,50;31.12.2025;R4\r\nA2;Löffel;0,75;01.01.2026;R5\r\n'
  await erp.put('products_1.csv', Buffer.from(text, 'latin1'))
  const look = () => preview(erp.id)
  const guessed = await look()
  expect(guessed.records.map(({ raw }) => raw)).toMatchObject([
    { ArtikelNr: 'A1', Bezeichnung: 'Becher, groß', Preis: '1.234,50' },
    { ArtikelNr: 'A2', Regal: 'R5' },
  ])
  expect(guessed.records[0]?.raw).not.toHaveProperty('sku')
  expect(guessed.records.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const [file, ...others] = guessed.files
  expect(others).toEqual([])
  expect(file).toMatchObject({
    name: 'products_1.csv',
    format: { kind: 'csv', encoding: 'windows-1252', delimiter: ';', quote: '"' },
    isFormatGuessed: true,
    hasByteOrderMark: false,
    decimal: ',',
    dateFormat: 'DD.MM.YYYY',
    evidence: [
      { for: 'decimal', column: 'Preis', cell: '1.234,50', cells: 2, says: [','] },
      { for: 'dateFormat', column: 'Geändert am', cell: '31.12.2025', cells: 2, says: ['DD.MM.YYYY'] },
    ],
  })
  expect(file?.columns).toEqual([
    { name: 'ArtikelNr', field: 'sku' },
    { name: 'Bezeichnung', field: 'name' },
    { name: 'Preis', field: 'price' },
    { name: 'Geändert am', field: null },
    { name: 'Regal', field: null },
  ])
  expect(file?.advice).toEqual([
    'Numbers seem to have a decimal comma, for example "1.234,50" in column Preis, but are read with a decimal point: set settings.files.products.decimal to ","',
    'Dates seem to have the format DD.MM.YYYY, for example "31.12.2025" in column Geändert am: set settings.files.products.dateFormat to it',
  ])

  await stack.client.call('PATCH', `/erp/connections/${erp.id}`, { settings: file?.settings })
  const configured = await look()
  expect(configured.records.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
  expect(configured.records[0]?.record).toMatchObject({ sku: 'A1', price: '1234.50' })
  expect(configured.files).toMatchObject([{ isFormatGuessed: false, advice: [] }])
  await erp.put('products_2.csv', 'sku;name;price\nA3;Mug;1.50\n')
  await erp.put('products_3.csv', 'sku,name,price\nA4,Mug,1.50\n')
  expect((await look()).files).toMatchObject([
    {},
    { advice: [expect.stringContaining('decimal point, for example "1.50" in column price, but are read with a decimal comma')] },
    { advice: [expect.stringContaining('delimiter seems to be ","')] },
  ])
})

test('a preview also shows the columns of a packed CSV and of a nested JSON list', async () => {
  const erp = await connect('kinds')
  await erp.put('products.json', JSON.stringify({ data: { items: [{ sku: 'A1', name: 'Mug', shelf: 'R4' }] } }))
  await erp.put('products.csv.gz', gzipSync('\uFEFFsku;name\nA2;Cup\n'))
  const { files } = await preview(erp.id)
  expect(files).toMatchObject([
    {
      name: 'products.csv.gz',
      format: { kind: 'csv', delimiter: ';' },
      hasByteOrderMark: true,
      columns: [{ field: 'sku' }, { field: 'name' }],
    },
    {
      name: 'products.json',
      format: { kind: 'json', path: 'data.items' },
      columns: [{ field: 'sku' }, { field: 'name' }, { name: 'shelf', field: null }],
    },
  ])
})

test('a point in a field that is not a number is no evidence for the decimal separator', async () => {
  const { decimal, evidence } = await described('numbers', 'sku;name;price\n4711.01;Mug;1,50\n')
  expect(decimal).toBe(',')
  expect(evidence).toEqual([{ for: 'decimal', column: 'price', cell: '1,50', cells: 1, says: [','] }])
})

test('settings are kept if the file gives no evidence for or against them', async () => {
  const settings = { decimal: ',', dateFormat: 'DD.MM.YYYY' }
  expect(await described('nothing-said', 'sku;name;price\nA1;Mug;12\n', settings)).toMatchObject({
    decimal: null,
    dateFormat: null,
    evidence: [],
    advice: [],
    settings: { files: { products: settings } },
  })
})

test.each([
  [
    'number formats',
    'sku;name;price\nA1;Mug;1,234\n',
    'Numbers can be read in two ways, for example "1,234" in column price: ask the sender',
  ],
  [
    'contradictions',
    'sku;name;price;weight\nA1;Mug;1,5;2.5\n',
    'contradict each other: "1,5" in column price has a decimal comma, "2.5" in column weight a',
  ],
  [
    'date formats',
    'sku;name;Updated At\nA1;Mug;01/02/2026\n',
    '"01/02/2026" in column Updated At as MM/DD/YYYY or DD/MM/YYYY: ask the sender',
  ],
  [
    'mixed dates',
    'sku;name;a;b\nA1;Mug;31.01.2026;20260131\n',
    'have several formats, "31.01.2026" in column a and "20260131" in column b: ask the sender',
  ],
])('an ambiguous format is a question to the sender, not a proposal: %s', async (folder, text, advice) => {
  const { settings, ...file } = await described(folder, text)
  expect(file.advice).toEqual([expect.stringContaining(advice)])
  expect(settings).toMatchObject({ files: { products: { format: file.format } } })
  expect(settings).not.toHaveProperty('files.products.decimal')
  expect(settings).not.toHaveProperty('files.products.dateFormat')
})

test('a file without a single good row still shows its columns and what is wrong with the rows', async () => {
  const columns = ['sku', 'name', 'price'].map((name) => ({ name, field: name }))
  expect(await described('header', 'sku,name,price\n')).toMatchObject({ columns, advice: [] })
  expect(await described('unquoted', 'sku,name,price\nA1,Mug,12,90\nA2,Cup,1,50\n')).toMatchObject({
    columns,
    advice: ['2 of the first 2 rows cannot be read: row 1 has 4 cells, but the header has 3; a delimiter within a cell needs quotes'],
  })
})

test('columns named in the settings are shown with the fields that they fill', async () => {
  const files = { fields: { name: 'BEZ' }, id: 'KEY', changedAt: 'STAND' }
  const { columns } = await described('named', 'KEY;BEZ;STAND;price;R\nA1;Mug;2026-01-01;1.50;x\n', files)
  expect(columns.map(({ field }) => field)).toEqual(['id', 'name', 'sourceUpdatedAt', 'price', null])
})

test('numbers in nested lists and in elements with attributes are evidence too', async () => {
  const price = (text: string) => `<Price currency="EUR">${text}</Price>`
  const catalog = `<Catalog><Product number="A1"><Name>Mug</Name>${price('12,50')}</Product><Product number="A2">${price('1')}</Product></Catalog>`
  expect(await described('attributes', catalog, {}, 'products.xml')).toMatchObject({
    columns: [
      { name: '@number', field: 'sku' },
      { name: 'Name', field: 'name' },
      { name: 'Price', field: 'price' },
    ],
    decimal: ',',
    evidence: [{ column: 'Price', cell: '12,50', cells: 1 }],
  })
  const orders = [{ orderNumber: '1', note: '1.5', lines: [{ sku: 'A.1', quantity: '2,5' }, { sku: 'A.2' }] }]
  expect(await described('lines', JSON.stringify(orders), {}, 'orders.json')).toMatchObject({
    columns: [{ field: 'orderNumber' }, { name: 'note', field: null }, { field: 'lines' }],
    decimal: ',',
    evidence: [{ column: 'lines.quantity', cell: '2,5' }],
  })
})

test('columns used by the field mapping are shown with the fields that they fill', async () => {
  const erp = await connect('mapped')
  await erp.put('products.csv', 'sku;name;EAN\nA1;Mug;4000\n')
  const { files } = await preview(erp.id, { fieldMapping: { id: 'EAN', sku: 'EAN' } })
  expect(files[0]?.columns.map(({ field }) => field)).toEqual([null, 'name', 'id'])
})

test('an unreadable file is shown with settings that would read it, beside the readable files', async () => {
  const erp = await connect('unreadable', { files: { products: { format: { kind: 'csv', delimiter: ';', columns: ['sku', 'name'] } } } })
  await erp.put('products_1.csv', Buffer.from('A1;Löffel\n', 'latin1'))
  await erp.put('products_2.csv', 'A2;Cup\n')
  await erp.put('products_3.csv', '')
  const { files, records } = await preview(erp.id)
  expect(records).toMatchObject([{ raw: { sku: 'A2', name: 'Cup' }, status: 'accepted' }])
  expect(files).toMatchObject([
    {
      name: 'products_1.csv',
      fault: expect.stringContaining('products_1.csv: Line 1 has bytes that are no utf-8 text'),
      format: { encoding: 'windows-1252', delimiter: ';', columns: ['sku', 'name'] },
      isFormatGuessed: true,
      columns: [{ field: 'sku' }, { field: 'name' }],
      advice: [expect.stringContaining('encoding seems to be "windows-1252", but "utf-8" is used')],
    },
    { name: 'products_2.csv', fault: null, isFormatGuessed: false },
    {
      name: 'products_3.csv',
      fault: expect.stringContaining('it is empty'),
      settings: { files: { products: { format: { delimiter: ';' } } } },
    },
  ])
  expect(await stack.sync(erp.id, 'products', { dryRun: true })).toMatchObject({
    status: 'error',
    errorDetails: { code: 'file.unreadable' },
  })
  await stack.client.call('PATCH', `/erp/connections/${erp.id}`, { settings: files[0]?.settings })
  expect((await preview(erp.id)).records).toMatchObject([{ record: { name: 'Löffel' } }, { record: { name: 'Cup' } }])
  expect(await erp.files()).toEqual(['products_1.csv', 'products_2.csv', 'products_3.csv'])
})

test('a file of a different kind than the settings say, and files that cannot be examined at all', async () => {
  const full = { format: { kind: 'json' }, content: 'full' }
  expect(await described('another-kind', 'sku;name\nA1;Mug\n', full)).toMatchObject({
    fault: expect.stringContaining('not a single JSON list or object'),
    format: { kind: 'csv', delimiter: ';' },
    advice: [expect.stringContaining('The file looks like csv, but is read as json')],
    settings: { files: { products: { format: { kind: 'csv' }, content: 'full' } } },
  })
  expect(await described('packed', 'no gzip', {}, 'products.csv.gz')).toMatchObject({ fault: expect.stringContaining('not valid gzip') })
  await expect(described('document-type', '<!DOCTYPE a [<!ENTITY b "c">]><a><b/></a>', {}, 'products.xml')).rejects.toThrow(
    /products\.xml: The XML has declarations in its DOCTYPE/,
  )
})
