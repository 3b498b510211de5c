import { createHash } from 'node:crypto'
import { rename, symlink } from 'node:fs/promises'
import { startCuttingProxy } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { productRows, pullAll, skus, startSftpFixture } from '../testing/sftp-fixture.ts'

test('without settings, files are read in the order of their numbers, stored, and archived', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products_10.csv', productRows(21, 30))
  await fixture.put('products_2.csv', productRows(1, 20))
  await fixture.put('other.csv', 'x\n1\n')
  await using session = await fixture.open()
  const { pages, ids } = await pullAll(session, 'products')
  expect(ids).toEqual(skus(1, 30))
  expect(pages.map(({ records }) => records.length)).toEqual([7, 7, 6, 7, 3, 0])
  expect(pages.at(-1)).toEqual({ records: [], next: null, partial: true })
  expect(pages[0]?.records[0]).toMatchObject({ id: 'A1', fields: { sku: 'A1', name: 'Mug 1', price: '12.50' } })
  expect(await fixture.files()).toEqual(['archive/products_10.csv', 'archive/products_2.csv', 'other.csv'])
})

test('if there is nothing new, one empty page says so', async () => {
  await using fixture = await startSftpFixture()
  await using session = await fixture.open()
  expect((await pullAll(session, 'products')).pages).toEqual([{ records: [], next: null, partial: true }])
})

test('a file is moved only after its last page is stored, and before the next file is begun', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products_1.csv', productRows(1, 10))
  await fixture.put('products_2.csv', productRows(11, 12))
  await using session = await fixture.open()
  const iterator = session.source('products').pages({ after: null, since: null })[Symbol.asyncIterator]()
  await iterator.next()
  const last = await iterator.next()
  const next = iterator.next()
  expect(await Promise.race([next.then(() => 'came'), fixture.open().then(() => 'not yet')])).toBe('not yet')
  expect(await fixture.files()).toEqual(['products_1.csv', 'products_2.csv'])
  await last.value.onCommitted([])
  expect(await fixture.files()).toEqual(['archive/products_1.csv', 'products_2.csv'])
  expect((await next).value.records.map(({ id }: { id: string }) => id)).toEqual(['A11', 'A12'])
})

test('a dry run changes nothing and does not wait', async () => {
  await using fixture = await startSftpFixture({ complete: { by: 'stable' } })
  await fixture.put('products.csv', productRows(1, 10))
  await using session = await fixture.open()
  const { ids } = await pullAll(session, 'products', { dryRun: true })
  expect(ids).toEqual(skus(1, 10))
  expect(await fixture.files()).toEqual(['products.csv'])
  expect(fixture.state.values.size).toBe(0)
})

test('a pull resumed after any page loses nothing and reads nothing twice', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products_1.csv', productRows(1, 20))
  await fixture.put('products_2.csv', productRows(21, 25))
  const ids: string[] = []
  for (let after = null as never; ; ) {
    await using session = await fixture.open()
    const { pages, ids: some } = await pullAll(session, 'products', { after, maxPages: 1 })
    ids.push(...some)
    after = pages[0]?.next as never
    if (after === null) break
  }
  expect(ids).toEqual(skus(1, 25))
  expect(await fixture.files()).toEqual(['archive/products_1.csv', 'archive/products_2.csv'])
})

test('after the network breaks in the middle of a file, reading resumes at the exact byte', async () => {
  await using fixture = await startSftpFixture()
  const rows = productRows(1, 200_000)
  await fixture.put('products.csv', rows)
  await using proxy = await startCuttingProxy(fixture.sshd)
  let ids: string[] = []
  let breaks = 0
  for (let after = null as never; ; ) {
    await using session = await fixture.open({ pageSize: 5000 }, {}, { sftpPort: proxy.port })
    if (breaks < 3) proxy.cutAfter(1_500_000)
    const { pages, ids: some, failure } = await pullAll(session, 'products', { after })
    ids = ids.concat(some)
    after = (pages.at(-1)?.next ?? after) as never
    if (!failure) break
    expect(failure).toMatchObject({ code: 'remote.cut-short' })
    breaks += 1
  }
  expect(breaks).toBeGreaterThanOrEqual(2)
  expect(ids).toEqual(skus(1, 200_000))
  expect(fixture.state.values.get('file:products:products.csv')).toContain(createHash('sha256').update(rows).digest('hex'))
})

test('a file that has been moved meanwhile is skipped; one that has changed is read from its beginning', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products_1.csv', productRows(1, 10))
  await fixture.put('products_2.csv', productRows(11, 20))
  await using first = await fixture.open()
  const { pages } = await pullAll(first, 'products', { maxPages: 1 })
  await rename(fixture.at('products_1.csv'), fixture.at('gone.csv'))
  await using second = await fixture.open()
  const again = await pullAll(second, 'products', { after: pages[0]?.next ?? null, maxPages: 1 })
  expect(again.ids).toEqual(skus(11, 17))
  await fixture.put('products_2.csv', productRows(31, 35))
  await using third = await fixture.open()
  expect((await pullAll(third, 'products', { after: again.pages[0]?.next ?? null })).ids).toEqual(skus(31, 35))
})

test('a processed file is not read again, under its own name or any other', async () => {
  await using fixture = await startSftpFixture({ after: 'leave' })
  const read = async () => {
    await using session = await fixture.open()
    return (await pullAll(session, 'products')).ids
  }
  await fixture.put('products_1.csv', productRows(1, 3), 1_700_000_000)
  expect(await read()).toEqual(skus(1, 3))
  expect(await read()).toEqual([])
  await fixture.put('products_1.csv', productRows(1, 3), 1_700_000_100)
  await fixture.put('products_2.csv', productRows(1, 3), 1_700_000_200)
  expect(await read()).toEqual([])
  expect(fixture.logs.lines.join('\n')).toContain('products_2.csv has the same content as a file that was already read')
  await fixture.put('products_1.csv', productRows(4, 6), 1_700_000_300)
  expect(await read()).toEqual(skus(4, 6))
})

test('stock that returns to an earlier level is read again, though a file with the same content was read before', async () => {
  await using fixture = await startSftpFixture()
  const read = async (name: string, quantity: number) => {
    await fixture.put(name, `sku,location,qty\nA1,N,${quantity}\n`)
    await using session = await fixture.open()
    return (await pullAll(session, 'inventory')).ids
  }
  expect(await read('inventory_1.csv', 5)).toEqual(['A1/N'])
  expect(await read('inventory_2.csv', 7)).toEqual(['A1/N'])
  expect(await read('inventory_3.csv', 5)).toEqual(['A1/N'])
  expect(await read('inventory_4.csv', 5)).toEqual([])
})

test('links and folders are not followed', async () => {
  await using fixture = await startSftpFixture()
  await symlink('/etc/passwd', fixture.at('products_link.csv'))
  await fixture.put('products_dir.csv/products_x.csv', productRows(1, 1))
  await symlink('/etc', fixture.at('elsewhere'))
  await using session = await fixture.open()
  expect((await pullAll(session, 'products')).ids).toEqual([])
  await using outside = await fixture.open({}, { files: { products: { folder: 'elsewhere', pattern: '*' } } })
  expect((await pullAll(outside, 'products')).failure).toMatchObject({
    code: 'setup.permission-missing',
    message: expect.stringContaining('outside'),
  })
})

test.each([
  ['products.json', '{"items":[{"sku":"A1","name":"Mug","price":12.75},{"sku":"A2","name":"Cup"}]}'],
  ['products.ndjson', '{"sku":"A1","name":"Mug","price":12.75}\n{"sku":"A2","name":"Cup"}\n'],
  [
    'products.xml',
    '<Catalog><Product><Sku>A1</Sku><Name>Mug</Name><Price>12.75</Price></Product><Product><Sku>A2</Sku><Name>Cup</Name></Product></Catalog>',
  ],
  ['products.csv', Buffer.from('\uFEFFArtikelnummer;Bezeichnung;Preis\r\nA1;Mug;12.75\r\nA2;Cup;\r\n', 'utf16le')],
])('the format of %s is detected, and reading can be resumed after any row', async (name, content) => {
  await using fixture = await startSftpFixture()
  await fixture.put(name, content)
  const found: unknown[] = []
  for (let after = null as never; ; ) {
    await using session = await fixture.open({ pageSize: 1 })
    const { pages } = await pullAll(session, 'products', { after, maxPages: 1 })
    found.push(
      ...(pages[0]?.records ?? []).map(({ id, fields }) => [id, fields.name, fields.price === undefined ? null : String(fields.price)]),
    )
    after = pages[0]?.next as never
    if (after === null) break
  }
  expect(found).toEqual([
    ['A1', 'Mug', '12.75'],
    ['A2', 'Cup', null],
  ])
})

test('consecutive rows with the same number are the lines of one order, and no page separates them', async () => {
  await using fixture = await startSftpFixture()
  const rows = [
    '1;2026-11-23;EUR;1.030,50;10;A1;2;10,25;Köln',
    '1;2026-11-23;EUR;1.030,50;20;A2;1;1.010,00;Köln',
    '2;2026-11-23;EUR;5,00;10;A1;1;5,00;Ulm',
  ]
  const head = 'Order No;Order Date;Currency;Total;Pos;SKU;Qty;Unit Price;Ship To City'
  await fixture.put('orders.csv', [head, ...rows].join('\n'))
  await using session = await fixture.open({ pageSize: 1 }, { files: { orders: { decimal: ',' } } })
  const { pages, ids } = await pullAll(session, 'orders')
  expect(ids).toEqual(['1', '2'])
  expect(pages.map(({ records }) => records.length)).toEqual([1, 1, 0])
  expect(pages[0]?.records[0]?.fields).toMatchObject({
    orderNumber: '1',
    orderDate: '2026-11-23',
    total: '1030.50',
    shipTo: { city: 'Köln' },
    lines: [
      { lineNumber: '10', sku: 'A1', quantity: '2', unitPrice: '10.25' },
      { lineNumber: '20', sku: 'A2', quantity: '1', unitPrice: '1010.00' },
    ],
  })
})
