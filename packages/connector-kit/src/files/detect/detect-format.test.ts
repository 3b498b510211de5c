import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { detectFormat } from './detect-format.ts'
import { detectDateFormat, detectDecimal } from './detect-values.ts'
import { sampleRows } from './sample-rows.ts'

async function detect(text: string | Buffer, name = 'items.csv') {
  const head = Buffer.from(text)
  const format = await detectFormat(head, name)
  const { columns, cells } = await sampleRows(head, format)
  return { format, columns, decimal: detectDecimal(cells).value, dateFormat: detectDateFormat(cells).value }
}

test.each([
  ['semicolons, decimal commas, German dates', 'sku;preis;datum\nA;1.234,56;31.01.2026\n', { delimiter: ';' }, ',', 'DD.MM.YYYY'],
  ['commas, decimal points, American dates', 'sku,price,date\nA,"1,234.56",01/31/2026\n', { delimiter: ',' }, '.', 'MM/DD/YYYY'],
  ['tabs', 'sku\tprice\nA\t0.125\n', { delimiter: '\t' }, '.', null],
  ['pipes and ambiguous numbers', 'sku|price\nA|1,234\n', { delimiter: '|' }, 'unknown', null],
  ['carets and ambiguous dates', 'sku^date\nA^01/02/2026\n', { delimiter: '^' }, null, 'unknown'],
  ['numbers that contradict each other', 'sku|price\nA|1,5\nB|1.5\n', { delimiter: '|' }, 'unknown', null],
  ['delimiters within quotes', '"a,b,c,d";"e"\n1;2\n', { delimiter: ';' }, null, null],
  ["Excel's sep= line", 'sep=|\na,b|c\n1,5|2\n', { delimiter: '|' }, ',', null],
  ['backslashes before quotes', 'a,b\n"x\\"y",2\n', { escape: '\\' }, null, null],
  ['single quotes', "'a','b','c'\n'1','2','3'\n", { quote: "'", escape: "'" }, null, null],
  ['SAP dates', 'sku;date\nA;20260131\nB;00000000\n', { delimiter: ';' }, null, 'YYYYMMDD'],
  ['ambiguous dates that another column settles', 'a;b\n01/02/2026;25/01/2026\n', { delimiter: ';' }, null, 'DD/MM/YYYY'],
  ['German dates beside ISO dates', 'a;b\n2026-01-31;31.01.2026\n', { delimiter: ';' }, null, 'DD.MM.YYYY'],
  ['dates that contradict each other', 'a;b\n31.01.2026;20260131\n', { delimiter: ';' }, null, 'unknown'],
  ['several groups of thousands', 'sku;qty\nA;1.234.567\n', { delimiter: ';' }, ',', null],
] as const)('CSV: proposes by %s', async (_, text, format, decimal, dateFormat) => {
  expect(await detect(text)).toMatchObject({ format: { kind: 'csv', encoding: 'utf-8', ...format }, decimal, dateFormat })
})

test.each([
  ['UTF-8', Buffer.from('größe,b\n1,2\n'), 'utf-8'],
  ['UTF-8 cut within a character', Buffer.from(`größe,b\n${'äü\n'.repeat(20_000)}`).subarray(0, 65_536), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from('\uFEFFgröße,b\n1,2\n'), 'utf-8'],
  ['UTF-16 with a mark', iconv.encode('größe,b\n1,2\n', 'utf-16le', { addBOM: true }), 'utf-16le'],
  ['UTF-16 without one', iconv.encode('größe,b\n1,2\n', 'utf-16le'), 'utf-16le'],
  ['UTF-16 big endian without one', iconv.encode('größe,b\n1,2\n', 'utf-16be'), 'utf-16be'],
  ['Windows-1252', iconv.encode('größe,b\n€,2\n', 'windows-1252'), 'windows-1252'],
])('the encoding %s is recognised', async (_, bytes, encoding) => {
  expect(await detect(bytes)).toMatchObject({ format: { encoding, delimiter: ',' }, columns: ['größe', 'b'] })
})

test.each([
  ['a list', 'x.json', '[{"sku":"A","price":"1,5"},{"sku":', { kind: 'json', path: '' }],
  ['a nested list', 'x.json', '{"n":{"a":[]},"x":"[","data":{"items":[{"sku":"A","price":"1,5"}', { kind: 'json', path: 'data.items' }],
  [
    'a nested list in a file without extension',
    'x',
    '{\n"meta":{"page":1},"data":{"items":[{"sku":"A","price":"1,5"}',
    { kind: 'json', path: 'data.items' },
  ],
  ['one object per line', 'x', '{"sku":"A","price":"1,5"}\n{"sku":', { kind: 'ndjson' }],
  [
    'XML',
    'x',
    '<?xml version="1.0"?><c:Catalog xmlns:c="x"><Head/><Product><sku>A</sku><price>1,5</price></Product><Product><s',
    { kind: 'xml', path: 'Catalog/Product' },
  ],
  ['a workbook', 'x.csv', Buffer.from('PK\u0003\u0004...'), { kind: 'xlsx' }],
])('%s is recognised by content', async (_, name, text, format) => {
  const detected = await detect(text, name)
  expect(detected.format).toMatchObject(format)
  if (detected.columns.length > 0) expect(detected).toMatchObject({ columns: ['sku', 'price'], decimal: ',' })
})

test.each([
  ['is the declared one if the sample is ASCII', 'ISO-8859-1', 'Mug', 'iso-8859-1'],
  ['is the detected one if the declaration is wrong', 'utf-16', 'Mug', 'utf-8'],
  ['is the detected one if the sample shows it', 'ISO-8859-1', 'Größe', 'utf-8'],
])('the encoding of an XML document %s', async (_, declared, name, encoding) => {
  const text = `<?xml version="1.0" encoding="${declared}"?><a><b><name>${name}</name></b><b/></a>`
  expect(await detect(text, 'x.xml')).toMatchObject({ format: { kind: 'xml', encoding, path: 'a/b' } })
})

test('a number cut off by the end of the sample is ignored', async () => {
  const sample = Buffer.from(`sku;price\n${'A;1.234\n'.repeat(10_000)}`)
  const length = 10 + 8 * 8192 + 5
  expect(sample.toString('utf8', 0, length)).toMatch(/A;1\.2$/)
  expect(await detect(sample.subarray(0, length))).toMatchObject({ decimal: 'unknown' })
})

test.each<[string, string, object]>([
  ['a title with commas', 'Articles, all, 2026\nsku;name;price\nA1;Mug;1\nA2;Cup;2\n', { delimiter: ';' }],
  ['a name with more semicolons than there are tabs', 'sku\tname; long; short\nA1\tMug\nA2\tCup\n', { delimiter: '\t' }],
  ['cells that are left out', 'sku,name,brand\nA1,Mug,x\nA2,Cup\nA3,Pan,y\nA4,Pot\n', { delimiter: ',', shortRows: 'blank' }],
])('of %s the dialect is the one that all rows fit', async (_, text, expected) => {
  expect(await detectFormat(Buffer.from(text), 'products.csv')).toMatchObject({ kind: 'csv', ...expected })
})

test.each([
  ['one row is short', 'sku,name,brand\nA1,Mug,x\nA2,Cup\nA3,Pot,y\n'],
  ['blank cells are there in other rows', 'sku,name,brand\nA1,Mug,\nA2,Cup\nA3,Pot\n'],
  ['a line end has cut a row in two', 'sku,name,brand\nA1,Mug,x\nA2,Cup\nblue,y\n'],
])('cells are not taken to be left out if %s', async (_, text) => {
  expect(await detectFormat(Buffer.from(text), 'products.csv')).not.toHaveProperty('shortRows')
})
