import { expect, test } from 'vitest'
import { guessFormat } from './guess-format.ts'

test.each([
  ['products.csv', 'sku;name, long;price\n', { kind: 'csv', delimiter: ';' }],
  ['products.txt', '"sku, or number"\tname\n', { kind: 'csv', delimiter: '\t' }],
  ['products.csv', 'sep=|\nsku|name\n', { kind: 'csv', delimiter: '|' }],
  ['products.json', '[{"sku":"A1","tags":["x"]}]', { kind: 'json', path: '' }],
  ['products.json', '{"at": "2026-11-23", "count": 2, "items": [{"sku":"A1"}]}', { kind: 'json', path: 'items' }],
  ['products.jsonl', '{"sku":"A1"}\n', { kind: 'ndjson' }],
  [
    'products.xml',
    '<?xml version="1.0"?><!-- <a> --><Catalog at="x"><Product id="1"><Sku>A1</Sku></Product></Catalog>',
    { kind: 'xml', path: 'Catalog/Product' },
  ],
])('what %s is, is found out by its name and first bytes: %s', (name, text, format) => {
  expect(guessFormat(name, Buffer.from(text))).toMatchObject(format)
})

test('an encoding other than UTF-8 is noticed', () => {
  expect(guessFormat('products.csv', Buffer.from('sku,Größe\n', 'latin1'))).toMatchObject({ encoding: 'windows-1252' })
  expect(guessFormat('products.csv', Buffer.from('\uFEFFsku;name\n', 'utf16le'))).toMatchObject({ encoding: 'utf-16le', delimiter: ';' })
})
