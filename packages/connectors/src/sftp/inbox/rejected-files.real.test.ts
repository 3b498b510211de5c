import { chmod, mkdir, rename, stat, utimes } from 'node:fs/promises'
import type { DataTypeId, Page } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { productRows, pullAll, type SftpFixture, skus, startSftpFixture } from '../testing/sftp-fixture.ts'

const errors = [{ path: 'price', message: 'is no number', value: 'x' }]
const rejectAll = ({ records }: Page) => records.map(({ id }) => ({ recordId: id, page: 1, errors }))

const read = async (
  fixture: SftpFixture,
  dataType: DataTypeId = 'products',
  rejects: (page: Page) => ReturnType<typeof rejectAll> = () => [],
) => {
  await using session = await fixture.open()
  return await pullAll(session, dataType, { rejects })
}
const warningsOf = ({ pages }: { readonly pages: readonly Page[] }) => pages.flatMap(({ warnings = [] }) => warnings).join('\n')

test('a file of which every record is rejected goes to the errors, even if its records have several rows each', async () => {
  await using fixture = await startSftpFixture()
  const rows = ['O1,2026-11-23,EUR,10,A1,2', 'O1,2026-11-23,EUR,20,A2,1', 'O2,2026-11-23,EUR,10,A1,5', 'O2,2026-11-23,EUR,20,A3,5']
  await fixture.put('orders.csv', `orderNumber,orderDate,currency,lineNumber,sku,qty\n${rows.join('\n')}\n`)
  expect((await read(fixture, 'orders', rejectAll)).ids).toEqual(['O1', 'O2'])
  expect(await fixture.files()).toEqual(['error/orders.csv', 'error/orders.csv.err.json'])
})

test('no page of a file is so large that it is stored in parts, so that all of its rejects are told', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 5001))
  await using session = await fixture.open({ pageSize: 10_000 })
  const { pages, ids } = await pullAll(session, 'products', { rejects: rejectAll })
  expect(ids).toEqual(skus(1, 5001))
  expect(Math.max(...pages.map(({ records }) => records.length))).toBe(5000)
  expect(await fixture.files()).toEqual(['error/products.csv', 'error/products.csv.err.json'])
})

test('a file of which every record was rejected is read again if it is put back, once the settings are corrected', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 3), 1_700_000_000)
  await read(fixture, 'products', rejectAll)
  const { mtime } = await stat(fixture.at('error/products.csv'))
  await rename(fixture.at('error/products.csv'), fixture.at('products.csv'))
  await utimes(fixture.at('products.csv'), mtime, mtime)
  expect((await read(fixture)).ids).toEqual(skus(1, 3))
  expect(await fixture.files()).toContain('archive/products.csv')
})

test('a report that cannot be written is a warning, and the file is finished all the same', async () => {
  await using fixture = await startSftpFixture()
  await mkdir(fixture.at('error'))
  await chmod(fixture.at('error'), 0o555)
  await fixture.put('products.csv', productRows(1, 3))
  const result = await read(fixture, 'products', (page) => rejectAll(page).slice(0, 1))
  expect(result.failure).toBeUndefined()
  expect(warningsOf(result)).toMatch(/The report on products\.csv could not be written: .*not allowed/)
  expect(await fixture.files()).toEqual(['archive/products.csv'])
})

test('a bad file that cannot be moved is not read again, and every later sync says that it is still there', async () => {
  await using fixture = await startSftpFixture()
  await mkdir(fixture.at('error'))
  await chmod(fixture.at('error'), 0o555)
  await fixture.put('products.csv', '')
  const first = await read(fixture)
  expect(first.failure).toMatchObject({ code: 'file.unreadable' })
  expect(warningsOf(first)).toContain('products.csv could not be moved')
  const second = await read(fixture)
  expect(second).toMatchObject({ ids: [] })
  expect(warningsOf(second)).toContain('Still in the folder, though they could not be read: products.csv (tried at ')
})
