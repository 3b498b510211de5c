import { sampleRows } from '@linkspan/connector-kit/files/detect/sample-rows'
import { CsvFormat } from '@linkspan/connector-kit/files/format'
import { dataTypes } from '@linkspan/core/connector'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SftpContext } from '../context.ts'
import { describeFile } from '../describe/describe-file.ts'
import { planFor, SftpSettings } from '../settings.ts'
import { readingOf } from './file-reading.ts'
import { createRowMapper } from './to-records.ts'

const price = fc.oneof(
  fc.constantFrom('1,459', '0,500', '12,50', '1.459', '0.500', '12.50', '7', '1,234.56', '1.234,56', '1,234,567', '€ 1,459', '(2,5)', ''),
  fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.constantFrom('.', ','), fc.integer({ min: 0, max: 9999 })).map((parts) => parts.join('')),
)

/** What a preview advises on a file, and the prices that a sync refuses. */
async function both(prices: readonly string[], files: object) {
  const settings = SftpSettings.parse({ files: { products: files } })
  const plan = planFor(settings, 'products')
  const head = Buffer.from(`sku;name;price\n${prices.map((each, at) => `A${at};Mug;${each}\n`).join('')}`)
  const format = CsvFormat.parse({ kind: 'csv', delimiter: ';' })
  const sample = await sampleRows(head, format)
  async function* bytes() {
    yield head
  }
  const context = { settings } as SftpContext
  const { advice } = await describeFile({ name: 'products.csv', plan, context, bytes: bytes(), rows: sample.rows, fault: null })
  const { records } = createRowMapper(plan).toRecords(sample.rows, readingOf(plan, format, sample))
  const refused = records.filter(({ fields }) => !dataTypes.products.schema.safeParse(fields).success).map(({ raw }) => raw)
  return { advice: advice.filter((line) => line.startsWith('Numbers')), refused }
}

test('what the preview doubts the sync refuses, and what it does not doubt the sync takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(price, { minLength: 1, maxLength: 8 }), async (prices) => {
      const { advice, refused } = await both(prices, {})
      if (advice.length > 0) expect(refused).not.toEqual([])
      else expect(refused.filter((row) => /^[\d.,]*$/.test((row as { price: string }).price))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('a setting settles what is in doubt', async () => {
  for (const decimal of ['.', ',']) expect(await both(['1,459', '1.459'], { decimal })).toMatchObject({ refused: [] })
})
