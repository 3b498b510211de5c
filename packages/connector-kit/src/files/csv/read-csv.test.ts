import { AppError } from '@linkspan/core/connector'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { gather, inPieces } from '../../testing/gather-rows.ts'
import { fromBeginning } from '../file-row.ts'
import { CsvFormat } from '../format.ts'
import { readCsv } from './read-csv.ts'

const read = (text: string | Buffer, settings: object = {}, pieceLength = 7) =>
  gather(readCsv(inPieces(Buffer.from(text), pieceLength), CsvFormat.parse({ kind: 'csv', ...settings }), fromBeginning))
const rowsOf = async (text: string | Buffer, settings: object = {}) => (await read(text, settings)).rows.map(({ row }) => row)
const failureOf = async (text: string | Buffer, settings: object = {}) => {
  const { error } = await read(text, settings)
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

test.each([
  ['commas and LF', 'sku,qty\nA,1\nB,2\n', {}],
  ['semicolons and CRLF', 'sku;qty\r\nA;1\r\nB;2\r\n', { delimiter: ';' }],
  ['tabs and CR', 'sku\tqty\rA\t1\rB\t2\r', { delimiter: '\t' }],
  ['pipes, and no line end at the end', 'sku|qty\nA|1\nB|2', { delimiter: '|' }],
  ['carets', 'sku^qty\nA^1\nB^2', { delimiter: '^' }],
  ['a byte order mark', '\uFEFFsku,qty\nA,1\nB,2\n', {}],
  ["Excel's sep= line", 'sep=;\r\nsku;qty\r\nA;1\r\nB;2\r\n', { delimiter: ';' }],
  ['quoted cells', '"sku","qty"\n"A","1"\n"B","2"\n', {}],
  ['a delimiter at each end', 'sku,qty,\nA,1,\nB,2,\n', {}],
  ['a delimiter at the end of rows only', 'sku,qty\nA,1,\nB,2,\n', {}],
  ['blank lines and lines of delimiters', '\nsku,qty\n\nA,1\n,\n\nB,2\n\n', {}],
  ['a repeated header', 'sku,qty\nA,1\n sku ,qty,\nB,2\n', {}],
  ['given columns and no header', 'A,1\nB,2\n', { columns: ['sku', 'qty'] }],
  ['a trailer', 'sku,qty\nA,1\nB,2\nTRL,2\n', { trailer: { mark: 'TRL' } }],
  ['UTF-16 little endian', iconv.encode('sku,qty\nA,1\nB,2\n', 'utf-16le', { addBOM: true }), { encoding: 'utf-16le' }],
  ['UTF-16 big endian', iconv.encode('sku,qty\nA,1\nB,2\n', 'utf-16be'), { encoding: 'utf-16be' }],
])('reads %s', async (_, text, settings) => {
  expect(await rowsOf(text, settings)).toEqual([
    { sku: 'A', qty: '1' },
    { sku: 'B', qty: '2' },
  ])
})

test.each([
  ['a line end within quotes', 'a,b\n"1\r\n2",3\n', { a: '1\r\n2', b: '3' }, {}],
  ['a doubled quote', 'a,b\n"5"" pipe",3\n', { a: '5" pipe', b: '3' }, {}],
  ['a quote after a backslash', 'a,b\n"5\\" pipe",3\n', { a: '5" pipe', b: '3' }, { escape: '\\' }],
  ['a stray quote', 'a,b\n5" pipe,3\n', { a: '5" pipe', b: '3' }, {}],
  ['quotes as plain characters', 'a,b\n"x,3\n', { a: '"x', b: '3' }, { quote: null }],
  ['a combining accent', 'a,b\ncafe\u0301,3\n', { a: 'café', b: '3' }, {}],
  [
    'the euro sign in Windows-1252',
    Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x80, 0x2c, 0x93, 0x0a]),
    { a: '€', b: '“' },
    { encoding: 'windows-1252' },
  ],
  ['Japanese in Shift JIS', iconv.encode('a|b\n表|予\n', 'cp932'), { a: '表', b: '予' }, { encoding: 'cp932', delimiter: '|' }],
  [
    'column names that are repeated, empty or dangerous',
    'a,a,,__proto__\n1,2,3,4\n',
    { a: '1', a_2: '2', column_3: '3', column_4: '4' },
    {},
  ],
])('understands %s', async (_, text, row, settings) => {
  expect(await rowsOf(text, settings)).toEqual([row])
})

test('a row with too few or too many cells has a fault of its own, and lines are counted as an editor does', async () => {
  const { rows, error } = await read('a,b\n"1\n2",3\n\nx\n1,2,3\n\n8,9\n')
  expect(error).toBeNull()
  expect(rows.map(({ line, number }) => [line, number])).toEqual([
    [2, 1],
    [5, 2],
    [6, 3],
    [8, 4],
  ])
  expect(rows.map(({ fault }) => fault)).toEqual([null, expect.stringContaining('1 cells'), expect.stringContaining('3 cells'), null])
  expect(rows.at(-1)?.row).toEqual({ a: '8', b: '9' })
})

test.each([
  ['an unclosed quote', 'a,b\n1,2\n3,"4\n5,6\n', {}, 'file.truncated', 'line 3'],
  ['a trailer with a wrong count', 'a,b\n1,2\nTRL,2\n', { trailer: { mark: 'TRL' } }, 'file.truncated', 'announces 2 rows'],
  ['a missing trailer', 'a,b\n1,2\n', { trailer: { mark: 'TRL' } }, 'file.truncated', 'missing'],
  ['a row after the trailer', 'a,b\n1,2\nTRL,1\n3,4', { trailer: { mark: 'TRL' } }, 'file.unreadable', 'Line 4'],
  [
    'Windows-1252 read as UTF-8',
    Buffer.from('a,b\n1,2\nGr\xf6\xdfe,3\n', 'latin1'),
    {},
    'file.unreadable',
    'Line 3 has bytes that are no utf-8 text. It may be windows-1252',
  ],
  ['UTF-16 read as UTF-8', iconv.encode('a,b\n', 'utf-16le', { addBOM: true }), {}, 'file.unreadable', 'Set the encoding "utf-16le"'],
  ['UTF-8 with a mark read as Windows-1252', '\uFEFFa,b\n', { encoding: 'windows-1252' }, 'file.unreadable', 'Set the encoding "utf-8"'],
  ['a byte that Windows-1252 lacks', Buffer.from('a,b\n1,\x81\n', 'latin1'), { encoding: 'windows-1252' }, 'file.unreadable', 'Line 2'],
  ['half a character at the end', Buffer.from('a,b\n1,ä').subarray(0, -1), {}, 'file.truncated', 'middle of a character'],
  [
    'half of a UTF-16 character at the end',
    iconv.encode('a,b\n1,2', 'utf-16le').subarray(0, -1),
    { encoding: 'utf-16le' },
    'file.truncated',
    'middle of a character',
  ],
  ['an unknown encoding', 'a,b\n', { encoding: 'utf-99' }, 'setup.settings-invalid', 'utf-99'],
  ["a delimiter other than the file's sep= line", 'sep=;\na;b\n', {}, 'file.unreadable', 'Set the delimiter ";"'],
  ['an endless row', `a,b\n"${'x'.repeat(1_100_000)}`, {}, 'file.unreadable', 'line 2'],
] as const)('refuses %s', async (_, text, settings, code, words) => {
  const error = await failureOf(text, settings)
  expect([error.code, error.message]).toEqual([code, expect.stringContaining(words)])
})

test('the good rows before a damaged one are returned', async () => {
  const { rows } = await read('a,b\n1,2\n3,"4\n')
  expect(rows.map(({ row }) => row)).toEqual([{ a: '1', b: '2' }])
})

test('lines above the header are skipped if the format says how many, whatever is in them', async () => {
  const { rows } = await read('sep=,\n"Plant,1000\r\nUser,Ann\na,b\n1,2\n', { skipLines: 2 })
  expect(rows.map(({ row, line }) => [row, line])).toEqual([[{ a: '1', b: '2' }, 5]])
})

test('cells that are left out at the end are blank if the format says so', async () => {
  const { rows } = await read('a,b,c\n1\n2,3\n', { shortRows: 'blank' })
  expect(rows.map(({ row }) => row)).toEqual([
    { a: '1', b: '', c: '' },
    { a: '2', b: '3', c: '' },
  ])
})
