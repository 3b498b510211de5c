import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { gather, inPieces } from '../testing/gather-rows.ts'
import { resumeAfter } from './file-row.ts'
import { FileFormat, readName } from './format.ts'
import { UnpackingLimits } from './limits.ts'
import { readRows } from './read-rows.ts'

const limits = UnpackingLimits.parse({})
const csv = Buffer.from(`sku,qty\n${Array.from({ length: 2500 }, (_, at) => `S${at},${at}\n`).join('')}`)

test('rows come a thousand at a time; those of a plain file have offsets', async () => {
  const sizes: number[] = []
  const format = FileFormat.parse({ kind: 'csv' })
  for await (const { rows } of readRows(inPieces(csv, 100_000), format, { layers: [], limits })) sizes.push(rows.length)
  expect(sizes).toEqual([1000, 1000, 500])
  const all = await gather(readRows(inPieces(csv, 100_000), format, { layers: [], limits }))
  const resume = resumeAfter(all.rows[1233] ?? expect.fail(), all.columns)
  const rest = await gather(readRows(inPieces(csv.subarray(resume?.offset), 999), format, { layers: [], limits, resume }))
  expect(rest.rows).toEqual(all.rows.slice(1234))
})

test.each([
  ['items.csv.gz', gzipSync(csv), { kind: 'csv' }],
  ['items.csv.zip', Buffer.from(zipSync({ a: csv })), { kind: 'csv' }],
  ['items.json.gz', gzipSync('[{"sku":"S0","qty":"0"}]'), { kind: 'json' }],
  ['items.ndjson.gz', gzipSync('{"sku":"S0","qty":"0"}'), { kind: 'ndjson' }],
  ['items.xml.gz', gzipSync('<a><b><sku>S0</sku><qty>0</qty></b></a>'), { kind: 'xml', path: 'a/b' }],
])('%s is unpacked and read, and has no offsets', async (name, bytes, format) => {
  const { layers, kind } = readName(name)
  expect(kind).toBe(format.kind)
  const { rows, columns, error } = await gather(readRows(inPieces(bytes, 1000), FileFormat.parse(format), { layers, limits }))
  expect(error).toBeNull()
  expect(rows[0]).toEqual({
    row: { sku: 'S0', qty: '0' },
    fault: null,
    line: kind === 'csv' ? 2 : 1,
    nextLine: kind === 'csv' ? 3 : 2,
    number: 1,
    offset: null,
  })
  expect(resumeAfter(rows[0] ?? expect.fail(), columns)).toBeNull()
})
