import { chmod, mkdir } from 'node:fs/promises'
import type { Page, PullRequest } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { productRows, pullAll, skus, startSftpFixture } from '../testing/sftp-fixture.ts'

test('rows that are not taken stand in a report with their number, column and reason, and hold up no other', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', 'sku,name,price\nA1,Mug 1,1\nA2,Mug 2\nA3,Mug 3,expensive\nA4,Mug 4,4\n')
  await using session = await fixture.open()
  const rejects = [
    { recordId: '', page: 1, errors: [{ path: 'id', message: 'the record has no id', value: null }] },
    { recordId: 'A3', page: 1, errors: [{ path: 'price', message: 'is no number', value: 'expensive' }] },
  ]
  const { ids } = await pullAll(session, 'products', { rejects: () => rejects })
  expect(ids).toEqual(['A1', '', 'A3', 'A4', ...[]])
  expect(await fixture.files()).toEqual(['archive/products.csv', 'error/products.csv.err.json'])
  expect(JSON.parse(await fixture.get('error/products.csv.err.json'))).toMatchObject({
    file: 'products.csv',
    rows: 4,
    notTaken: 2,
    faults: [
      { row: 2, recordId: '', errors: [{ message: expect.stringContaining('Row 2 has 2 cells where the header has 3') }] },
      { row: 3, recordId: 'A3', errors: [{ path: 'price', message: 'is no number', value: 'expensive' }] },
    ],
  })
})

test('who goes on with a file after a crash reports the rows from before it too, and of many the first', async () => {
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

test('a file none of whose rows is taken goes to the errors itself', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 2))
  await using session = await fixture.open()
  const errors = [{ path: 'name', message: 'is missing', value: null }]
  await pullAll(session, 'products', { rejects: ({ records }) => records.map(({ id }) => ({ recordId: id, page: 1, errors })) })
  expect(await fixture.files()).toEqual(['error/products.csv', 'error/products.csv.err.json'])
})

test('a file that cannot be read is told at the end, when all others are stored; left in its place, it is not read again', async () => {
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

test('what is stored can be deleted or left, and a name that is taken in the archive is not overwritten', async () => {
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

test('an account that may not move files reads them once nevertheless', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('in/products.csv', productRows(1, 3))
  await chmod(fixture.at('in'), 0o555)
  const read = async () => {
    await using session = await fixture.open({}, { files: { products: { folder: 'in' } } })
    return await pullAll(session, 'products')
  }
  expect(await read()).toMatchObject({ ids: skus(1, 3) })
  expect(fixture.heard.lines.join('\n')).toContain('products.csv stays where it is, and is not read again')
  expect((await read()).ids).toEqual([])
})

test('a file that the account may not read, or a folder that is missing, is said by its path', async () => {
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

test('where a worker dies just after the last page is stored, whoever goes on moves the file away', async () => {
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

test('a full disk ends the sync so that it is tried again, and loses nothing', async () => {
  await using fixture = await startSftpFixture({}, { maxBlocks: 0 })
  await fixture.put('products.csv', 'sku,name,price\nA1,Mug 1,1\nA2,Mug 2\n')
  await using session = await fixture.open()
  const { pages, failure } = await pullAll(session, 'products', { rejects: () => [{ recordId: '', page: 1, errors: [] }] })
  expect(failure).toMatchObject({ code: 'remote.unavailable', message: expect.stringContaining('kept 0 of') })
  expect(pages).toHaveLength(1)
  expect(await fixture.files()).toContain('products.csv')
})

test('among 10,000 files those that are new are found within seconds, and only so many are read at once', async () => {
  await using fixture = await startSftpFixture({ after: 'leave', maxFiles: 5 })
  for (let from = 0; from < 10_000; from += 500)
    await Promise.all(Array.from({ length: 500 }, (_, at) => fixture.put(`products_${from + at}.csv`, `sku,name\nA${from + at},Mug\n`)))
  const read = async () => {
    await using session = await fixture.open()
    return (await pullAll(session, 'products')).ids
  }
  const begun = performance.now()
  expect(await read()).toEqual(skus(0, 4))
  const seconds = (performance.now() - begun) / 1000
  process.stdout.write(`10,000 files: listed, chosen, and five read in ${seconds.toFixed(2)} s\n`)
  expect(seconds).toBeLessThan(10)
  expect(await read()).toEqual(skus(5, 9))
})
