import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { gather, inPieces } from '../../testing/gather-rows.ts'
import { openFileMemory } from '../file-memory.ts'
import { XlsxFormat } from '../format.ts'
import { UnpackingLimits } from '../limits.ts'
import { readXlsx } from './read-xlsx.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const parts = (sheet: string, from1904 = false): Record<string, string> => ({
  'xl/workbook.xml': `${head}<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="Stock" sheetId="1" r:id="rId1"/><sheet name="Second" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
  'xl/styles.xml': `${head}<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="0.00\\ &quot;days&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="000000"/><numFmt numFmtId="168" formatCode="0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="4"/></cellXfs></styleSheet>`,
  'xl/sharedStrings.xml': `${head}<sst><si><t>sku</t></si><si><r><t>val</t></r><r><t>ue</t></r><rPh><t>no</t></rPh></si><si><t xml:space="preserve"> 00012 </t></si></sst>`,
  'xl/worksheets/sheet1.xml': `${head}<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
  'xl/worksheets/sheet2.xml': `${head}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>other</t></is></c></row><row r="2"><c t="str"><v>yes</v></c></row></sheetData></worksheet>`,
})
const zipped = (files: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))
const header = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>'
const readBytes = (bytes: Buffer, sheet?: string) =>
  gather(
    readXlsx(
      inPieces(bytes, 1000),
      XlsxFormat.parse({ kind: 'xlsx', ...(sheet && { sheet }) }),
      UnpackingLimits.parse({}),
      openFileMemory(undefined),
    ),
  )
const read = (rows: string, from1904 = false) => readBytes(zipped(parts(`${header}${rows}`, from1904)))

test.each([
  ['a shared text, with its zeros', '<c r="B3" t="s"><v>2</v></c>', ' 00012 '],
  ['a whole number', '<c r="B3"><v>123456789012</v></c>', '123456789012'],
  ['a barcode that Excel shows as 1.23E+11', '<c r="B3"><v>1.23456789012E11</v></c>', '123456789012'],
  ['a number with the format 000000, with its zeros', '<c r="B3" s="5"><v>123</v></c>', '000123'],
  ['a number that is longer than its format', '<c r="B3" s="5"><v>12345678</v></c>', '12345678'],
  ['a number with a binary rounding error', '<c r="B3"><v>0.30000000000000004</v></c>', '0.3'],
  ['a small number', '<c r="B3"><v>1.0000000000000001E-5</v></c>', '0.00001'],
  ['a negative number with a unit shown', '<c r="B3" s="3"><v>-12.5</v></c>', '-12.5'],
  ['a built-in date', '<c r="B3" s="1"><v>46053</v></c>', '2026-01-31'],
  ['a date and time in a custom format', '<c r="B3" s="2"><v>46053.75</v></c>', '2026-01-31T18:00:00'],
  ['a duration', '<c r="B3" s="4"><v>1.5</v></c>', '1.5'],
  ['a boolean', '<c r="B3" t="b"><v>1</v></c>', true],
  ['the text result of a formula', '<c r="B3" t="str"><f>A1&amp;"x"</f><v>Ax</v></c>', 'Ax'],
  ['inline text', '<c r="B3" t="inlineStr"><is><t>in</t></is></c>', 'in'],
  ['an empty cell', '<c r="B3"/>', null],
  ['a missing cell', '', null],
  ['#N/A', '<c r="B3" t="e"><v>#N/A</v></c>', null],
])('understands %s', async (_, cell, value) => {
  const { rows, error } = await read(`<row r="3"><c r="A3" t="str"><v>A</v></c>${cell}</row>`)
  expect(error).toBeNull()
  const pointed = typeof value === 'string' && value.includes('.') ? { pointed: ['value'] } : {}
  expect(rows).toEqual([{ row: { sku: 'A', value }, ...pointed, fault: null, line: 3, nextLine: 4, number: 1, offset: null }])
})

test.each(['6', '7'])('a key is read with the zeros behind the point that are shown, another number without (style %s)', async (style) => {
  const { rows } = await read(`<row r="3"><c r="A3" s="${style}"><v>1.5</v></c><c r="B3" s="${style}"><v>1.5</v></c></row>`)
  expect(rows[0]?.row).toEqual({ sku: '1.50', value: '1.5' })
})

test('dates in old Mac files count from 1904', async () => {
  expect((await read('<row r="3"><c r="B3" s="1"><v>44591</v></c></row>', true)).rows[0]?.row).toEqual({ sku: null, value: '2026-01-31' })
})

test('a sheet is chosen by name; blank rows are skipped; cells without references go from left to right', async () => {
  expect((await readBytes(zipped(parts('')), 'Second')).rows.map(({ row }) => row)).toEqual([{ other: 'yes' }])
  const { rows } = await read('<row r="3"><c r="A3" t="str"><v></v></c></row><row r="9"><c t="str"><v>A</v></c><c><v>1</v></c></row>')
  expect(rows).toMatchObject([{ row: { sku: 'A', value: '1' }, line: 9, number: 1 }])
})

test('a row with a failed formula, or with a cell beyond the header, has a fault of its own', async () => {
  const { rows, error } = await read(
    '<row r="3"><c r="B3" t="e"><v>#REF!</v></c></row><row r="4"><c r="D4"><v>1</v></c></row><row r="5"><c r="A5"><v>1</v></c></row>',
  )
  expect(error).toBeNull()
  expect(rows.map(({ fault }) => fault)).toEqual([expect.stringContaining('#REF!'), expect.stringContaining('beyond the 2 columns'), null])
})

const laughs = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'

test.each([
  ['an unknown sheet', zipped(parts('')), 'Third', 'file.unreadable', 'it has "Stock", "Second"'],
  ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), undefined, 'file.unreadable', '.xls'],
  ['another zip file', zipped({ a: 'b' }), undefined, 'file.unreadable', 'not an Excel workbook'],
  ['a CSV file', Buffer.from('a,b\n'), undefined, 'file.unreadable', 'not a zip file'],
  ['entities', zipped({ ...parts(''), 'xl/worksheets/sheet1.xml': laughs }), undefined, 'file.unreadable', 'document type'],
  ['a missing sheet', zipped({ ...parts(''), 'xl/_rels/workbook.xml.rels': '<Relationships/>' }), undefined, 'file.unreadable', 'no entry'],
  [
    'a cell beyond the last possible column',
    zipped(parts('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')),
    undefined,
    'file.unreadable',
    'ZZZ1',
  ],
  ['a cut file', zipped(parts('')).subarray(0, -30), undefined, 'file.truncated', 'no valid end'],
  [
    'a bomb',
    zipped(parts(`<row r="1"><c t="str"><v>${'0'.repeat(1_000_000)}</v></c></row>`.repeat(40))),
    undefined,
    'file.too-large',
    'as large',
  ],
  [
    'a row that repeats a long text in each of its cells',
    zipped({
      ...parts(`<row r="1">${'<c t="s"><v>0</v></c>'.repeat(1000)}</row>`),
      'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(100_000)}</t></si></sst>`,
    }),
    undefined,
    'file.too-large',
    'Row 1 is longer',
  ],
] as const)('refuses %s', async (_, bytes, sheet, code, words) => {
  expect((await readBytes(bytes, sheet)).error).toMatchObject({ code, message: expect.stringContaining(words) })
})
