import { chmod, mkdir } from 'node:fs/promises'
import type { Page, PullRequest } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { productRows, pullAll, skus, startSftpFixture } from '../testing/sftp-fixture.ts'

test('rejected rows are reported with their number, column and reason, and delay no other row', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', 'sku,name,price\nA1,Mug 1,1\nA2,Mug 2\nA3,Mug 3,expensive\nA4,Mug 4,4\n')
  await using session = await fixture.open()
  const rejects = [
    { recordId: '', page: 1, errors: [{ path: 'id', message: 'the record has no id', value: null }] },
    { recordId: 'A3', page: 1, errors: [{ path: 'price', message: 'is no number', value: 'expensive' }] },
  ]
  const { ids } = await pullAll(session, 'products', { rejects: () => rejects })
  expect(ids).toEqual(['A1', '', 'A3', 'A4'])
  expect(await fixture.files()).toEqual(['archive/products.csv', 'error/products.csv.err.json'])
  expect(JSON.parse(await fixture.get('error/products.csv.err.json'))).toMatchObject({
    file: 'products.csv',
    rows: 4,
    notTaken: 2,
    faults: [
      { row: 2, recordId: '', errors: [{ message: expect.stringContaining('Row 2 has 2 cells, but the header has 3') }] },
      { row: 3, recordId: 'A3', errors: [{ path: 'price', message: 'is no number', value: 'expensive' }] },
    ],
  })
})

test('a file resumed after a crash also reports the rejected rows from before it, but no more than the first thousand', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 3000))
  const errors = [{ path: 'price', message: 'is no number', value: 'x' }]
  const read = async (after: PullRequest['after'], isRejected: (at: number) => boolean, maxPages?: number) => {
    await using session = await fixture.open({ pageSize: 1000 })
    const rejects = ({ records }: Page) => records.filter((_, at) => isRejected(at)).map(({ id }) => ({ recordId: id, page: 1, errors }))
    return await pullAll(session, 'products', { after, rejects, ...(maxPages !== undefined && { maxPages }) })
  }
  const { pages } = await read(null, (at) => at < 700, 2)
  await read(pages[0]?.next ?? null, (at) => at < 700)
  const report = JSON.parse(await fixture.get('error/products.csv.err.json'))
  expect(report).toMatchObject({ rows: 3000, notTaken: 2100 })
  expect(report.faults).toHaveLength(1000)
  expect([report.faults[0].row, report.faults[700].row]).toEqual([1, 1001])
  expect([...fixture.state.values.keys()].filter((name) => name.startsWith('fault'))).toEqual([])
})

test('a file whose rows are all rejected is moved to the errors', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 2))
  await using session = await fixture.open()
  const errors = [{ path: 'name', message: 'is missing', value: null }]
  await pullAll(session, 'products', { rejects: ({ records }) => records.map(({ id }) => ({ recordId: id, page: 1, errors })) })
  expect(await fixture.files()).toEqual(['error/products.csv', 'error/products.csv.err.json'])
})

test('an unreadable file is reported after all others are stored; if left in place, it is not read again', async () => {
  await using fixture = await startSftpFixture({ onError: 'leave', maxFileBytes: 2000 })
  await fixture.put('products_1.csv', '')
  await fixture.put('products_2.csv', productRows(1, 3))
  await fixture.put('products_3.csv', productRows(1, 1000))
  const read = async () => {
    await using session = await fixture.open()
    return await pullAll(session, 'products')
  }
  const { ids, failure } = await read()
  expect(ids).toEqual(skus(1, 3))
  expect(failure).toMatchObject({
    code: 'file.unreadable',
    message: expect.stringMatching(/^2 files could not be read.*products_1.csv: .*mpty.*products_3.csv: it has \d+ bytes/),
  })
  expect(await fixture.files()).toEqual(['archive/products_2.csv', 'products_1.csv', 'products_3.csv'])
  expect(await read()).toMatchObject({ ids: [] })
  expect((await read()).failure).toBeUndefined()
})

test('a stored file can be deleted or left in place, and the archive never overwrites a file of the same name', async () => {
  await using fixture = await startSftpFixture()
  const read = async (name: string, numbers: number, after: string) => {
    await fixture.put(name, productRows(1, numbers))
    await using session = await fixture.open({}, { after })
    return (await pullAll(session, 'products')).ids.length
  }
  expect(await read('products_1.csv', 1, 'delete')).toBe(1)
  expect(await fixture.files()).toEqual([])
  expect(await read('products.csv', 2, 'archive')).toBe(2)
  expect(await read('products.csv', 3, 'archive')).toBe(3)
  expect(await fixture.files()).toEqual(['archive/products.2.csv', 'archive/products.csv'])
  expect(await read('products.csv', 4, 'leave')).toBe(4)
  expect(await fixture.files()).toContain('products.csv')
})

test('an account that may not move files still reads each of them once', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('in/products.csv', productRows(1, 3))
  await chmod(fixture.at('in'), 0o555)
  const read = async () => {
    await using session = await fixture.open({}, { files: { products: { folder: 'in' } } })
    return await pullAll(session, 'products')
  }
  expect(await read()).toMatchObject({ ids: skus(1, 3) })
  expect(fixture.logs.lines.join('\n')).toContain('products.csv could not be moved; it will not be read again')
  expect((await read()).ids).toEqual([])
})

test('a file that the account may not read, and a missing folder, are reported with their path', async () => {
  await using fixture = await startSftpFixture({ files: { products: { folder: 'in' } } })
  await using session = await fixture.open()
  expect((await pullAll(session, 'products')).failure).toMatchObject({
    code: 'setup.resource-missing',
    message: expect.stringContaining('/in'),
  })
  await mkdir(fixture.at('in'))
  await fixture.put('in/products.csv', productRows(1, 3))
  await chmod(fixture.at('in/products.csv'), 0o000)
  expect((await pullAll(session, 'products')).failure).toMatchObject({
    code: 'setup.permission-missing',
    message: expect.stringContaining('in/products.csv'),
  })
})

test('if a worker dies just after the last page is stored, the next one moves the file', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 3))
  await using dying = await fixture.open()
  const { pages } = await pullAll(dying, 'products', { maxPages: 1 })
  expect(await fixture.files()).toEqual(['products.csv'])
  for (const _ of ['once', 'and once more']) {
    await using session = await fixture.open()
    expect((await pullAll(session, 'products', { after: pages[0]?.next ?? null })).ids).toEqual([])
    expect(await fixture.files()).toEqual(['archive/products.csv'])
  }
})

test('a full disk fails the sync with an error that is retried, and nothing is lost', async () => {
  await using fixture = await startSftpFixture({}, { maxBlocks: 0 })
  await fixture.put('products.csv', 'sku,name,price\nA1,Mug 1,1\nA2,Mug 2\n')
  await using session = await fixture.open()
  const { pages, failure } = await pullAll(session, 'products', { rejects: () => [{ recordId: '', page: 1, errors: [] }] })
  expect(failure).toMatchObject({ code: 'remote.unavailable', message: expect.stringContaining('kept 0 of') })
  expect(pages).toHaveLength(1)
  expect(await fixture.files()).toContain('products.csv')
})

test('of 10,000 files only the new ones are read, and no more than settings.maxFiles in one sync', async () => {
  await using fixture = await startSftpFixture({ after: 'leave', maxFiles: 5 })
  for (let from = 0; from < 10_000; from += 500)
    await Promise.all(Array.from({ length: 500 }, (_, at) => fixture.put(`products_${from + at}.csv`, `sku,name\nA${from + at},Mug\n`)))
  let calls = 0
  const read = async () => {
    await using session = await fixture.open({ onCall: () => void calls++ })
    return (await pullAll(session, 'products')).ids
  }
  expect(await read()).toEqual(skus(0, 4))
  expect(calls).toBeLessThan(100) // it lists the folder, and does not look at each file
  expect(await read()).toEqual(skus(5, 9))
})
