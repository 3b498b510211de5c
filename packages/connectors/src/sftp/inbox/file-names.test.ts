import { expect, test } from 'vitest'
import { byName, companionsOf, matcherFor } from './file-names.ts'

const matching = (names: readonly string[], ...args: Parameters<typeof matcherFor>) => names.filter(matcherFor(...args))

test('without settings, a file counts if its name begins with the data type and has a readable extension', () => {
  const names = [
    'products.csv',
    'PRODUCTS_20261123.CSV',
    'products-1.json.gz',
    'products.csv.pgp',
    'products.pdf',
    'my-products.csv',
    'productsheet.csv',
  ]
  expect(matching(names, 'products', undefined)).toEqual(names.slice(0, 4))
})

test('the words of a data type may be joined in any way, and one data type is not mistaken for another', () => {
  const names = ['order_status_2026-11-23.xml', 'order-status.csv', 'OrderStatus.csv', 'orders_1.csv', 'orders.csv']
  expect(matching(names, 'order_status', undefined)).toEqual(names.slice(0, 3))
  expect(matching(names, 'orders', undefined)).toEqual(names.slice(3))
})

test('an answer to our orders is an order status, not an order', () => {
  const answers = [
    'ack_1.csv',
    'ACK-20261123.xml',
    'acknowledgements.json',
    'orders_20261123_000001_ack.csv',
    'order-confirmation.xml',
    'orders_status.csv',
    'order response 7.csv',
  ]
  const others = ['orders_1.csv', 'package.csv', 'orders_backup.csv', 'acknowledged-by-nobody.csv', 'ackermann.csv']
  expect(matching([...answers, ...others], 'order_status', undefined)).toEqual(answers)
  expect(matching([...answers, ...others], 'orders', undefined)).toEqual(['orders_1.csv', 'orders_backup.csv'])
})

test('unfinished files and companions are left out', () => {
  const names = [
    'products.csv.tmp',
    'products.csv.part',
    'products.csv.filepart',
    'products.csv~',
    '.products.csv',
    'products.csv.done',
    'products.csv.md5',
  ]
  expect(matching(names, 'products', undefined)).toEqual([])
  expect(matching(['.a.csv', 'a.csv.tmp', 'a.csv'], 'products', '*')).toEqual(['a.csv'])
})

test('in a pattern only stars and question marks are special', () => {
  expect(matching(['ART_1.csv', 'art_22.csv', 'ART_1xcsv', 'ART_(1).csv'], 'products', 'ART_?.csv')).toEqual(['ART_1.csv'])
  expect(matching(['ART_(1).csv', 'ART_1.csv'], 'products', 'art_(*).csv')).toEqual(['ART_(1).csv'])
})

test('names with path separators are left out', () => {
  expect(matching(['../products.csv', 'products/../x.csv', '..', 'products\\x.csv', 'products\0.csv'], 'products', '*')).toEqual([])
})

test('files are sorted by the numbers in their names', () => {
  const names = ['p_10.csv', 'p_9.csv', 'p_20261123_0002.csv', 'p_20261123_1.csv', 'P_1.csv'].map((name) => ({ name }))
  expect(names.sort(byName).map(({ name }) => name)).toEqual(['P_1.csv', 'p_9.csv', 'p_10.csv', 'p_20261123_1.csv', 'p_20261123_0002.csv'])
})

test('a companion has its suffix after the name, or in place of the extension', () => {
  expect(companionsOf('orders.csv', ['.done'])).toEqual(['orders.csv.done', 'orders.done'])
  expect(companionsOf('orders', ['.ok', '.trg'])).toEqual(['orders.ok', 'orders.trg'])
})
