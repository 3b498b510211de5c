import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather, inPieces } from '../../testing/gather-rows.ts'
import { fromBeginning, resumeAfter } from '../file-row.ts'
import { CsvFormat } from '../format.ts'
import { readCsv } from './read-csv.ts'
import { CsvDialect, writeCsv } from './write-csv.ts'

const columns = [{ name: 'sku' }, { name: 'näme' }, { name: 'qty', isNumeric: true }]

/** Cells full of characters that are special in CSV, and arbitrary ones. */
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', '\\', ',', ';', '\t', '|', '\r', '\n', ' ', "'", '=', '-', 'a', 'ß', '€') }),
  fc.string({ unit: 'grapheme' }),
)
const asRead = (text: string): string => text.normalize('NFC')
const row = fc
  .record({ sku: cell, näme: cell, qty: fc.integer().map(String) })
  .map(({ sku, näme, qty }) => ({ sku: asRead(sku), näme: asRead(näme), qty }))
const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', '^'),
  escape: fc.constantFrom('"', '\\'),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  mark: fc.boolean(),
})

const written = async (rows: readonly object[], settings: object): Promise<Buffer> => {
  const chunks: Buffer[] = []
  const source = rows as readonly Readonly<Record<string, unknown>>[]
  for await (const chunk of writeCsv(source, columns, CsvDialect.parse({ guardFormulas: false, ...settings }))) chunks.push(chunk)
  return Buffer.concat(chunks)
}
const formatOf = (settings: Partial<CsvDialect>): CsvFormat =>
  CsvFormat.parse({ kind: 'csv', delimiter: settings.delimiter, escape: settings.escape, encoding: settings.encoding })

test.each(['utf-8', 'utf-16le', 'utf-16be'])('rows written as %s are read back unchanged, in chunks of any size', async (encoding) => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), dialect, fc.integer({ min: 1, max: 40 }), async (rows, chosen, length) => {
      const bytes = await written(rows, { ...chosen, encoding })
      const back = await gather(readCsv(inPieces(bytes, length), formatOf({ ...chosen, encoding }), fromBeginning))
      expect(back.error).toBeNull()
      expect(back.rows.map((read) => read.row)).toEqual(rows)
    }),
    { numRuns: 150 },
  )
})

test.each(['utf-8', 'utf-16le', 'utf-16be', 'iso-8859-15'])('%s can be resumed from the offset of any row', async (encoding) => {
  const texts = encoding.startsWith('utf') ? row : row.map((given) => ({ ...given, sku: latin(given.sku), näme: latin(given.näme) }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(texts, { minLength: 1, maxLength: 6 }),
      dialect,
      fc.integer({ min: 1, max: 40 }),
      async (rows, chosen, length) => {
        const settings = { ...chosen, encoding, mark: chosen.mark && encoding.startsWith('utf') }
        const bytes = await written(rows, settings)
        const all = await gather(readCsv(inPieces(bytes, length), formatOf(settings), fromBeginning))
        for (const [at, read] of all.rows.entries()) {
          const resume = resumeAfter(read, all.columns)
          const rest = await gather(
            readCsv(inPieces(bytes.subarray(resume?.offset), length), formatOf(settings), { resume, isPlain: true }),
          )
          expect(rest).toEqual({ rows: all.rows.slice(at + 1), columns: all.columns, error: null })
        }
      },
    ),
    { numRuns: 60 },
  )
})

const latin = (text: string): string => text.replace(/[^\n\r\t -~ß€ä]/g, 'ß')

const isGuarded = async (sku: string) =>
  (await written([{ sku, näme: '', qty: '-1' }], { guardFormulas: true })).toString().split('\r\n')[1]

test.each(['=1+1', '@SUM(A1)', '+A1', '-A1', '\tx', '-2+3+cmd|x'])(
  'the text %j is written so that a spreadsheet does not run it as a formula',
  async (sku) => {
    expect(await isGuarded(sku)).toBe(`'${sku},,-1`)
  },
)

test.each(['-12.50', '+49 (30) 123-45', 'A=1'])('%j is written unchanged', async (sku) => {
  expect(await isGuarded(sku)).toBe(`${sku},,-1`)
})

test('a character that the encoding lacks is refused, not replaced', async () => {
  await expect(written([{ sku: '日', näme: '', qty: '1' }], { encoding: 'windows-1252' })).rejects.toMatchObject({ code: 'record.invalid' })
})
