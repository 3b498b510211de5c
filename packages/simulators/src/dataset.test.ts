import { expect, test } from 'vitest'
import { isGtin } from './dataset/gtin.ts'
import { select } from './dataset/selection.ts'
import { createDataset, datasetTables } from './dataset.ts'

test('the same seed gives the same bytes, and another seed gives different ones', () => {
  const bytes = (seed: string) =>
    datasetTables.map((name) => JSON.stringify([...createDataset({ seed, products: 200, orders: 40 })[name]])).join()
  expect(bytes('a')).toBe(bytes('a'))
  expect(bytes('a')).not.toBe(bytes('b'))
})

test('every id is unique, and rows are sorted by id', () => {
  const dataset = createDataset({ products: 300 })
  for (const name of datasetTables) {
    const ids = [...dataset[name]].map((row) => row.id)
    expect(new Set(ids).size).toBe(dataset[name].size)
    expect(ids).toEqual([...ids].sort())
  }
})

test('the order by time is sorted by change time and then by id, and contains every row once', () => {
  for (const count of [1, 2, 7, 99, 500, 1_003]) {
    const { products } = createDataset({ products: count })
    const keys = Array.from({ length: count }, (_, i) => products.at(i, 'time')!).map((row) => `${row.updatedAt} ${row.id}`)
    expect(new Set(keys).size).toBe(count)
    expect(keys).toEqual([...keys].sort())
    expect(keys.map((key) => key.split(' ')[1]).sort()).toEqual([...products].map((row) => row.id))
  }
})

test('a tenth of all rows share one change time', () => {
  const { products } = createDataset({ products: 1_000 })
  const counts = new Map<string, number>()
  for (const { updatedAt } of products) counts.set(updatedAt, (counts.get(updatedAt) ?? 0) + 1)
  expect(Math.max(...counts.values())).toBe(100)
})

test('barcodes have correct check digits, and the difficult cases occur', () => {
  const rows = [...createDataset({ products: 1_000 }).products]
  expect(rows.every((row) => row.barcode === null || isGtin(row.barcode))).toBe(true)
  expect(rows.some((row) => row.barcode?.length === 8)).toBe(true)
  expect(rows.some((row) => row.barcode?.startsWith('0'))).toBe(true)
  expect(rows.some((row) => row.priceUnitQuantity === '100')).toBe(true)
  expect(rows.some((row) => row.deleted)).toBe(true)
  for (const letters of ['ü', 'É', '猫', '🎁', "O'Brien"]) expect(rows.some((row) => row.name.includes(letters))).toBe(true)
  expect(new Set(rows.map((row) => row.uom)).size).toBeGreaterThan(4)
})

test('the totals of an order are the sums of its lines', () => {
  for (const order of createDataset({ orders: 50 }).orders) {
    const sum = (pick: (line: (typeof order.lines)[number]) => string) => order.lines.reduce((total, line) => total + Number(pick(line)), 0)
    expect(sum((line) => line.lineTotal)).toBeCloseTo(Number(order.subtotal), 6)
    expect(sum((line) => line.tax)).toBeCloseTo(Number(order.taxTotal), 6)
  }
})

test('a touched row moves to the end of the order by time and keeps its place in the order by id', () => {
  const { products } = createDataset({ products: 50 })
  const first = products.at(0, 'time')!
  const touched = products.touch(first.id, { price: '1.00' })
  expect(products.size).toBe(50)
  expect(products.at(49, 'time')).toEqual(touched)
  expect(products.get(first.id)?.price).toBe('1.00')
  expect([...products].map((row) => row.id)).toEqual([...createDataset({ products: 50 }).products].map((row) => row.id))
})

test('rows can be inserted and removed repeatedly', () => {
  const { products } = createDataset({ products: 10 })
  const row = products.at(3)!
  expect(products.remove(row.id)).toBe(true)
  expect(products.remove(row.id)).toBe(false)
  expect(products.get(row.id)).toBeUndefined()
  expect(products.size).toBe(9)
  products.insert({ ...row, updatedAt: '2020-01-01T00:00:00Z' })
  products.insert({ ...row, id: '1000003X' })
  expect([...products].map((each) => each.id).slice(2, 6)).toEqual(['1000002', '1000003', '1000003X', '1000004'])
  expect(products.at(0, 'time')?.updatedAt).toBe('2020-01-01T00:00:00.000Z')
  expect(() => products.insert({ ...row })).toThrow('already')
  expect(() => products.touch('nobody')).toThrow('nobody')
})

test('added rows resemble the others and have ids that no row has or had', () => {
  const dataset = createDataset({ products: 10, orders: 4, employees: 3 })
  const { products, orders } = dataset
  expect([products.nextId(), products.add({ name: 'New' }).id, products.nextId()]).toEqual(['1000010', '1000011', '1000012'])
  expect(products.get('1000011')).toMatchObject({ name: 'New', sku: 'GS-1000011' })
  orders.insert({ ...orders.at(0)!, id: '4000004' })
  orders.remove('4000004')
  expect(orders.nextId()).toBe('4000005')
  for (const name of datasetTables) {
    const before = dataset[name].at(dataset[name].size - 1, 'time')!
    const added = dataset[name].add()
    expect(added.updatedAt > before.updatedAt).toBe(true)
    expect(dataset[name].at(dataset[name].size - 1)).toEqual(added)
  }
  expect(() => products.add({ id: '1000001' })).toThrow('already')
})

test('rows are found by the value of a field, even after changes', () => {
  const { products } = createDataset({ products: 100 })
  const row = products.at(40)!
  expect(products.findBy('sku', row.sku)).toEqual([row])
  const twin = products.insert({ ...row, id: '0' })
  expect(products.findBy('sku', row.sku)).toEqual([twin, row])
  products.touch('0', { sku: 'other' })
  products.remove(row.id)
  expect(products.findBy('sku', row.sku)).toEqual([])
  expect(products.findBy('sku', 'other').map(({ id }) => id)).toEqual(['0'])
  const brand = products.at(3)!.brand
  expect(products.findBy('brand', brand)).toEqual([...products].filter((each) => each.brand === brand))
})

test('many changes leave both orders sorted and complete', () => {
  const { products } = createDataset({ products: 400, clock: () => 0 })
  for (let i = 0; i < 400; i += 3) products.touch(products.at(i)!.id, i % 2 === 0 ? {} : { updatedAt: '2023-07-01T00:00:00Z' })
  for (let i = 0; i < 50; i++) products.remove(products.at(i * 5, 'time')!.id)
  for (const order of ['id', 'time'] as const) {
    const keys = Array.from({ length: products.size }, (_, i) => products.at(i, order)!).map(
      (row) => (order === 'id' ? '' : row.updatedAt) + row.id,
    )
    expect(keys).toHaveLength(350)
    expect(keys).toEqual([...new Set(keys)].sort())
  }
})

test('a selection by change time includes the given time and agrees in both orders', () => {
  const { products } = createDataset({ products: 500 })
  const since = products.at(250, 'time')!.updatedAt
  const expected = [...products].filter((row) => row.updatedAt >= since).map((row) => row.id)
  for (const order of ['id', 'time'] as const) {
    const selection = select(products, { order, since })
    expect(selection.length).toBe(expected.length)
    expect(
      selection
        .slice(0, 1_000)
        .map((row) => row.id)
        .sort(),
    ).toEqual(expected)
  }
})

test('any of a million rows can be read directly', () => {
  const { inventory, products } = createDataset({ products: 1_000_000 })
  expect(products.size).toBe(1_000_000)
  expect(inventory.size).toBe(3_000_000)
  const row = products.at(987_654, 'time')!
  expect(products.get(row.id)).toEqual(row)
  expect(select(products, { order: 'time', since: row.updatedAt }).length).toBeGreaterThan(12_000)
  products.touch(row.id)
  expect(products.at(999_999, 'time')?.id).toBe(row.id)
})
