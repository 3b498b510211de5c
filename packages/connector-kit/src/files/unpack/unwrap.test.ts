import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inPieces } from '../../testing/gather-rows.ts'
import { whole } from '../../testing/whole.ts'
import { readName } from '../format.ts'
import { UnpackingLimits } from '../limits.ts'
import { gunzip } from './gunzip.ts'
import { unwrap } from './unwrap.ts'
import { unzip } from './unzip.ts'

const content = 'sku,qty\n'.repeat(10_000)
const zipped = (files: Readonly<Record<string, string>>, level: 0 | 6 = 6): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level }))

const unpackings = {
  gzip: (bytes: Buffer, limits: object = {}) => whole(gunzip(inPieces(bytes, 10_000), UnpackingLimits.parse(limits))),
  zip: (bytes: Buffer, limits: object = {}) => whole(unzip(inPieces(bytes, 10_000), UnpackingLimits.parse(limits))),
}
const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

test('all members of a gzip file are unpacked', async () => {
  expect((await unpackings.gzip(Buffer.concat([gzipSync(content), gzipSync('more')]))).toString()).toBe(`${content}more`)
})

test.each(['orders.csv', '../../etc/passwd', '/etc/passwd', 'C:\\x.csv', 'folder/orders.csv'])(
  'a zip file with the single entry %s is unpacked',
  async (name) => {
    expect((await unpackings.zip(zipped({ [name]: content, '__MACOSX/x': 'x' }))).toString()).toBe(content)
    expect((await unpackings.zip(zipped({ [name]: content, 'folder/': '' }, 0))).toString()).toBe(content)
  },
)

const gzip = gzipSync(content)
const zip = zipped({ a: content })
const zeros = Buffer.alloc(60_000_000)

test.each([
  ['gzip', 'a gzip bomb', gzipSync(zeros), {}, 'file.too-large', '250 times'],
  ['gzip', 'a gzip file that is too long', gzip, { maxBytes: 50_000 }, 'file.too-large', '50000 bytes'],
  ['gzip', 'a cut gzip file', gzip.subarray(0, -20), {}, 'file.truncated', 'too early'],
  ['gzip', 'a damaged gzip file', flipped(gzip, gzip.length - 6), {}, 'file.unreadable', 'not valid gzip'],
  ['gzip', 'no gzip file', Buffer.from(content), {}, 'file.unreadable', 'not valid gzip'],
  ['gzip', 'nothing', Buffer.alloc(0), {}, 'file.truncated', 'too early'],
  ['zip', 'a zip bomb', Buffer.from(zipSync({ a: zeros })), {}, 'file.too-large', '250 times'],
  ['zip', 'a zip file that is too long', zip, { maxBytes: 50_000 }, 'file.too-large', '50000 bytes'],
  ['zip', 'a cut zip file', zip.subarray(0, -20), {}, 'file.truncated', 'no valid end'],
  ['zip', 'a damaged zip file', flipped(zip, 60), {}, 'file.unreadable', 'damaged'],
  ['zip', 'no zip file', Buffer.from(content), {}, 'file.unreadable', 'not a zip file'],
  ['zip', 'nothing', Buffer.alloc(0), {}, 'file.truncated', 'empty'],
  ['zip', 'several files', zipped({ a: 'x', b: 'y' }), {}, 'file.unreadable', 'holds 2 files'],
  ['zip', 'no file', zipped({ 'folder/': '' }), {}, 'file.unreadable', 'holds 0 files'],
] as const)('%s: refuses %s', async (kind, _, bytes, limits, code, words) => {
  await expect(unpackings[kind](bytes, limits)).rejects.toMatchObject({ code, message: expect.stringContaining(words) })
})

test('a zip file whose entry has a wrong checksum is damaged', async () => {
  const wrong = zipped({ a: content }, 0)
  await expect(unpackings.zip(flipped(wrong, 100))).rejects.toMatchObject({
    code: 'file.unreadable',
    message: expect.stringContaining('damaged'),
  })
})

test('no temporary file is left behind, even if reading stops early', async () => {
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`linkspan-file-${process.pid}-`))
  for await (const _ of unzip(inPieces(zip, 100), UnpackingLimits.parse({}))) {
    expect(left()).toHaveLength(1)
    break
  }
  expect(left()).toEqual([])
})

test.each([
  ['orders.csv', [], 'csv'],
  ['ORDERS.CSV.GZ.PGP', ['pgp', 'gzip'], 'csv'],
  ['stock.2026.01.31.xlsx', [], 'xlsx'],
  ['items.zip', ['zip'], null],
  ['items.xml.asc', ['pgp'], 'xml'],
  ['items', [], null],
  ['a.constructor', [], null],
])('readName finds the layers and the kind of %s', (name, layers, kind) => {
  expect(readName(name)).toEqual({ layers, kind })
})

test('layers are unwrapped from the outermost inwards', async () => {
  const packed = zipped({ a: gzipSync('x').toString('latin1') }, 0)
  const bytes = zipSync({ a: gzipSync(content) })
  const options = { limits: UnpackingLimits.parse({}) }
  expect((await whole(unwrap(inPieces(Buffer.from(bytes), 100), ['zip', 'gzip'], options))).toString()).toBe(content)
  await expect(whole(unwrap(inPieces(packed, 100), ['gzip', 'zip'], options))).rejects.toMatchObject({ code: 'file.unreadable' })
  expect(() => unwrap(inPieces(packed, 100), ['pgp'], options)).toThrow(expect.objectContaining({ code: 'file.locked' }))
})
