import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { pullAll, startSftpFixture } from '../testing/sftp-fixture.ts'

const row = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`
const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const number = (value: string) => `<c><v>${value}</v></c>`

const workbook = (...rows: readonly string[]): Buffer =>
  Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="Stock" sheetId="1" r:id="rId1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`),
    }),
  )

test('a preview of a workbook shows its columns, and numbers that are stored as text', async () => {
  await using fixture = await startSftpFixture()
  const header = row(text('sku'), text('name'), text('price'), text('Regal'))
  await fixture.put('products_1.xlsx', workbook(header, row(text('A1'), text('Mug'), number('12.5'), text('R4'))))
  await fixture.put('products_2.xlsx', workbook(header, row(text('A2'), text('Cup'), text('12,50'), text('R5'))))
  await using session = await fixture.open()
  const { pages } = await pullAll(session, 'products', { dryRun: true })
  const columns = [
    { name: 'sku', field: 'sku' },
    { name: 'name', field: 'name' },
    { name: 'price', field: 'price' },
    { name: 'Regal', field: null },
  ]
  const found = []
  for (const { inspectFile } of pages) if (inspectFile) found.push(await inspectFile())
  expect(found).toMatchObject([
    { name: 'products_1.xlsx', format: { kind: 'xlsx' }, columns, decimal: '.', advice: [] },
    {
      name: 'products_2.xlsx',
      columns,
      decimal: ',',
      advice: [expect.stringContaining('decimal comma, for example "12,50" in column price')],
    },
  ])
})

test('a number cell of a workbook has a decimal point, even if the settings name a decimal comma for text', async () => {
  await using fixture = await startSftpFixture({ files: { products: { decimal: ',' } } })
  const header = row(text('sku'), text('name'), text('price'), text('cost'))
  await fixture.put('products.xlsx', workbook(header, row(text('A1'), text('Mug'), number('1.234'), text('1.234,50'))))
  await using session = await fixture.open()
  const { pages } = await pullAll(session, 'products')
  const [record] = pages.flatMap(({ records }) => records)
  expect(record).toMatchObject({ fields: { price: '1.234', cost: '1234.50' }, raw: { price: '1.234', cost: '1.234,50' } })
})
