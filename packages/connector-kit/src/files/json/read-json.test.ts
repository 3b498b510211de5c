import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { parseJson } from '../../http/json.ts'
import { gather, inPieces } from '../../testing/gather-rows.ts'
import { fromBeginning, resumeAfter } from '../file-row.ts'
import { JsonFormat, NdjsonFormat } from '../format.ts'
import { readJson } from './read-json.ts'
import { readNdjson } from './read-ndjson.ts'

const read = (json: string | Buffer, path = '', length = 3) =>
  gather(readJson(inPieces(Buffer.from(json), length), JsonFormat.parse({ kind: 'json', path })))
const readLines = (json: string | Buffer, encoding = 'utf-8', start = fromBeginning, length = 3) =>
  gather(readNdjson(inPieces(Buffer.from(json), length), NdjsonFormat.parse({ kind: 'ndjson', encoding }), start))

test.each([
  ['a list', '[{"a":1},{"a":"]},{"}]', ''],
  ['a list with a byte order mark and spaces', '\uFEFF [ \r\n {"a" : 1} , {"a":"]},{"} ]\n', ''],
  [
    'a list at a path',
    '{"n":[[{"items":[{"a":9}]}]],"data":{"no":"\\"items\\":[","items":[{"a":1},{"a":"]},{"}],"x":[1]},"z":{}}',
    'data.items',
  ],
  ['a list under an escaped key', '{"d\\u0061ta":[{"a":1},{"a":"]},{"}]}', 'data'],
])('reads %s element by element', async (_, json, path) => {
  const { rows, error } = await read(json, path)
  expect(error).toBeNull()
  expect(rows.map(({ row }) => row)).toEqual([{ a: 1 }, { a: ']},{' }])
  expect(rows.map(({ line, offset }) => [line, offset])).toEqual([
    [1, null],
    [2, null],
  ])
})

test('any rows are read back unchanged, in chunks of any size, and no digit is lost', async () => {
  const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 20 }), async (given, length) => {
      const { rows: back } = await read(JSON.stringify({ data: given }), 'data', length)
      expect(back.map(({ row }) => row)).toEqual(given.map((element) => parseJson(JSON.stringify(element))))
    }),
  )
  expect((await read('[{"id":12345678901234567890}]')).rows[0]?.row).toEqual({ id: '12345678901234567890' })
})

test('an element that is not an object has a fault of its own', async () => {
  const { rows } = await read('[1,{"a":1},[{}],null]')
  expect(rows.map(({ fault }) => fault !== null)).toEqual([true, false, true, true])
})

test.each([
  ['a cut list', '[{"a":1},{"a":', '', 'file.truncated', 1],
  ['an unclosed list', '[{"a":1},{"a":2}', '', 'file.truncated', 1],
  ['an unclosed document', '{"data":[{"a":1}]', 'data', 'file.truncated', 1],
  ['nothing', '', '', 'file.truncated', 0],
  ['a path without a list', '{"data":[{"a":1}]}', 'items', 'file.unreadable', 0],
  ['an object without a path', '{"data":[{"a":1}]}', '', 'file.unreadable', 0],
  ['an element that is not JSON', '[{"a":1},{a:2}]', '', 'file.unreadable', 1],
  ['an extra comma', '[{"a":1},]', '', 'file.unreadable', 1],
  ['something after the end', '[{"a":1}]x', '', 'file.unreadable', 1],
  ['HTML', '<html></html>', '', 'file.unreadable', 0],
  ['endless nesting', '['.repeat(100_000), '', 'file.unreadable', 0],
  ['endless nesting outside the path', '{"a":'.repeat(100_000), 'data', 'file.unreadable', 0],
  ['an endless element', `[{"a":"${'x'.repeat(10_100_000)}`, '', 'file.too-large', 0],
] as const)('refuses %s, after the good rows before', async (_, json, path, code, good) => {
  const { rows, error } = await read(json, path, 50_000)
  expect(error).toMatchObject({ code })
  expect(rows).toHaveLength(good)
})

test('NDJSON: blank lines are skipped, a line that is not an object has a fault, lines are counted', async () => {
  const { rows, error } = await readLines('{"a":1}\r\n\r\n{"a":\n[1]\n{"a":2}')
  expect(error).toBeNull()
  expect(rows.map(({ row, line, fault }) => [row, line, fault !== null])).toEqual([
    [{ a: 1 }, 1, false],
    [{}, 3, true],
    [{}, 4, true],
    [{ a: 2 }, 5, false],
  ])
})

test('NDJSON: a cut last line means a truncated file', async () => {
  const { rows, error } = await readLines('{"a":1}\n{"a":"x')
  expect(error).toMatchObject({ code: 'file.truncated' })
  expect(rows).toHaveLength(1)
})

test('NDJSON: an endless line is refused', async () => {
  expect((await readLines(`[${'{"a":1},'.repeat(1_300_000)}`, 'utf-8', fromBeginning, 65_536)).error).toMatchObject({
    code: 'file.too-large',
  })
})

test.each(['utf-8', 'utf-16le', 'windows-1252'])('NDJSON in %s can be resumed from the offset of any row', async (encoding) => {
  const bytes = iconv.encode('{"a":"ä"}\r\n\n{"a":"€"}\n{"a":"c"}', encoding)
  const all = await readLines(bytes, encoding)
  expect(all.rows.map(({ row }) => row)).toEqual([{ a: 'ä' }, { a: '€' }, { a: 'c' }])
  for (const [at, row] of all.rows.entries()) {
    const resume = resumeAfter(row, all.columns)
    const rest = await readLines(bytes.subarray(resume?.offset), encoding, { resume, isPlain: true })
    expect(rest.rows).toEqual(all.rows.slice(at + 1))
  }
})
