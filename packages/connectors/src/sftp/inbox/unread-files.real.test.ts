import type { CheckStep, Page } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { pullAll, type SftpFixture, startSftpFixture } from '../testing/sftp-fixture.ts'

const warningsOf = (pages: readonly Page[]) => pages.flatMap(({ warnings = [] }) => warnings).join('\n')
const files = async (fixture: SftpFixture, settings = {}) => {
  await using session = await fixture.open({}, { enabledDataTypes: ['products'], ...settings })
  const step = session.checks().find(({ name }) => name === 'Files') as CheckStep
  return await step.run().catch(({ message }: Error) => message)
}
const pull = async (fixture: SftpFixture, settings = {}, options = {}) => {
  await using session = await fixture.open({}, settings)
  return await pullAll(session, 'products', options)
}

const preview = async (fixture: SftpFixture) => {
  await using session = await fixture.open()
  const { pages } = await pullAll(session, 'products', { dryRun: true })
  const described = await Promise.all(pages.flatMap(({ inspectFile }) => (inspectFile ? [inspectFile()] : [])))
  return described.map(({ fault, advice }) => [fault, ...advice].join('\n')).join('\n')
}

const odd: readonly (readonly [string, string, string])[] = [
  ['products.xls', 'x', 'products.xls is not read: its extension'],
  ['products.zip', 'x', 'products.zip is not read: its extension'],
  ['products.dat', 'sku,name\nA1,Mug\n', 'products.dat is not read: its extension'],
  ['artikel.csv', 'sku,name\nA1,Mug\n', 'artikel.csv is not read: its name does not begin with "products"'],
  ['products.csv', 'ERROR: permission denied\n', 'None of its columns is known for products: "ERROR: permission denied"'],
  ['products.csv', 'foo,bar\n1,2\n', 'None of its columns is known for products: "foo", "bar"'],
]

test.each(odd)('%s with %j is named in the test, the preview and the sync, with why', async (name, text, why) => {
  await using fixture = await startSftpFixture()
  await fixture.put(name, text)
  expect(await files(fixture)).toContain(why)
  expect(await preview(fixture)).toContain(why)
  const { pages, failure } = await pull(fixture)
  expect(`${warningsOf(pages)}\n${failure?.message}`).toContain(why)
})

test('a file that cannot be read is named beside files that are', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', 'sku,name\nA1,Mug\n')
  await fixture.put('products.xls', 'x')
  expect(await files(fixture)).toContain('products: 1 new (products.csv) (products.xls is not read')
  const { pages, ids } = await pull(fixture)
  expect(ids).toEqual(['A1'])
  expect(warningsOf(pages)).toContain('products.xls is not read')
})

test.each<[string, object]>([
  ['fields', { fields: { sku: 'ARTNR' } }],
  ['id', { id: 'ARTNR' }],
])('a message in place of a file is no success with 0 records, though the settings name %s', async (_, products) => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', 'ERROR: permission denied\n')
  const settings = { files: { products } }
  expect(await files(fixture, settings)).toContain('ERROR: permission denied')
  expect((await pull(fixture, settings)).failure).toMatchObject({ code: 'file.unreadable', message: expect.stringContaining('ERROR') })
})

test('a message in place of a file is no success with 0 records, though a mapping reads the rows', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', 'ERROR: permission denied\n')
  expect((await pull(fixture, {}, { hasMapping: true })).failure).toMatchObject({ message: expect.stringContaining('ERROR') })
  await fixture.put('products.csv', 'foo,bar\n1,2\n')
  expect((await pull(fixture, {}, { hasMapping: true })).failure).toBeUndefined()
})
