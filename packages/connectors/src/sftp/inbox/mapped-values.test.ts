import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { dataTypes } from '@linkspan/core/connector'
import { type MappingSettings, openMapping } from '@linkspan/core/testing'
import { expect, test } from 'vitest'
import { planFor, SftpSettings } from '../settings.ts'
import { createRowMapper } from './to-records.ts'

interface Given {
  readonly row: Record<string, unknown>
  readonly files?: object
  readonly fieldMapping: Readonly<Record<string, string>>
  readonly transformations?: MappingSettings['transformations']
  readonly pointed?: string[]
}

/** The product that a row becomes by the customer's own mapping, or what is wrong with it. */
async function mapped({ row, files = {}, fieldMapping, transformations, pointed }: Given) {
  const plan = planFor(SftpSettings.parse({ files: { products: files } }), 'products')
  const fileRow = { number: 1, row: { sku: 'A', name: 'Mug', ...row }, fault: null, ...(pointed && { pointed }) } as unknown as FileRow
  const { records } = createRowMapper(plan).toRecords([fileRow])
  await using mapping = openMapping({ fieldMapping, transformations }, AbortSignal.timeout(10_000))
  const result = (await mapping?.mapperFor(records))?.(records[0] as (typeof records)[number])
  if (result?.kind !== 'mapped') return result
  const parsed = dataTypes.products.schema.safeParse(result.record.fields)
  return parsed.success ? parsed.data : parsed.error.issues.map(({ message }) => message)
}

test('numbers and dates that a field mapping takes from a file are read as the settings of its files say', async () => {
  const row = { VK1: '1.234,50', Stand: '31.12.2025' }
  const fieldMapping = { price: 'VK1', sourceUpdatedAt: 'Stand' }
  expect(await mapped({ row, files: { decimal: ',', dateFormat: 'DD.MM.YYYY' }, fieldMapping })).toMatchObject({
    price: '1234.50',
    sourceUpdatedAt: '2025-12-31T00:00:00.000Z',
  })
  expect(await mapped({ row: { VK1: '12.50' }, fieldMapping: { price: 'VK1' } })).toMatchObject({ price: '12.50' })
})

test('without the setting, the reason names it', async () => {
  expect(await mapped({ row: { VK1: '12,50' }, fieldMapping: { price: 'VK1' } })).toEqual([
    expect.stringContaining('set settings.files.products.decimal to ","'),
  ])
})

test('a transformation of the field reads the value as it is in the file', async () => {
  const transformations: MappingSettings['transformations'] = [{ field: 'price', operation: 'number', value: { decimal: ',', group: '.' } }]
  const given = { row: { VK1: '1.234,50' }, files: { decimal: ',' }, fieldMapping: { price: 'VK1' }, transformations } as const
  expect(await mapped(given)).toMatchObject({ price: '1234.50' })
})

test('the number cells of a workbook have a decimal point, and both notations of a path name the same', async () => {
  const given = { row: { VK1: '1.234', Texte: [{ txt: 'Becher' }] }, files: { decimal: ',' }, pointed: ['VK1'] } as const
  for (const name of ['Texte.0.txt', 'Texte[0].txt'])
    expect(await mapped({ ...given, pointed: ['VK1'], fieldMapping: { price: 'VK1', name } })).toMatchObject({
      price: '1.234',
      name: 'Becher',
    })
})
