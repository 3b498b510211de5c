import { expect, test } from 'vitest'
import { byName, companionsOf, matcherFor } from './file-names.ts'

const among = (names: readonly string[], ...args: Parameters<typeof matcherFor>) => names.filter(matcherFor(...args))

test('without settings, files are known by the name of their data type and an ending that can be read', () => {
  const names = [
    'products.csv',
    'PRODUCTS_20261123.CSV',
    'products-1.json.gz',
    'products.csv.pgp',
    'products.pdf',
    'my-products.csv',
    'productsheet.csv',
  ]
  expect(among(names, 'products', undefined)).toEqual(names.slice(0, 4))
})

test('the words of a data type may be joined in any way, and one data type is not taken for another', () => {
  const names = ['order_status_2026-11-23.xml', 'order-status.csv', 'OrderStatus.csv', 'orders_1.csv', 'orders.csv']
  expect(among(names, 'order_status', undefined)).toEqual(names.slice(0, 3))
  expect(among(names, 'orders', undefined)).toEqual(names.slice(3))
})

test('what answers our orders is their status, and no order', () => {
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
  expect(among([...answers, ...others], 'order_status', undefined)).toEqual(answers)
  expect(among([...answers, ...others], 'orders', undefined)).toEqual(['orders_1.csv', 'orders_backup.csv'])
})

test('what is being written, or stands beside a file, is none', () => {
  const names = [
    'products.csv.tmp',
    'products.csv.part',
    'products.csv.filepart',
    'products.csv~',
    '.products.csv',
    'products.csv.done',
    'products.csv.md5',
  ]
  expect(among(names, 'products', undefined)).toEqual([])
  expect(among(['.a.csv', 'a.csv.tmp', 'a.csv'], 'products', '*')).toEqual(['a.csv'])
})

test('a pattern takes stars and question marks, and nothing else for more than it is', () => {
  expect(among(['ART_1.csv', 'art_22.csv', 'ART_1xcsv', 'ART_(1).csv'], 'products', 'ART_?.csv')).toEqual(['ART_1.csv'])
  expect(among(['ART_(1).csv', 'ART_1.csv'], 'products', 'art_(*).csv')).toEqual(['ART_(1).csv'])
})

test('names that lead elsewhere are no names', () => {
  expect(among(['../products.csv', 'products/../x.csv', '..', 'products\\x.csv', 'products\0.csv'], 'products', '*')).toEqual([])
})

test('files follow each other by the numbers in their names', () => {
  const names = ['p_10.csv', 'p_9.csv', 'p_20261123_0002.csv', 'p_20261123_1.csv', 'P_1.csv'].map((name) => ({ name }))
  expect(names.sort(byName).map(({ name }) => name)).toEqual(['P_1.csv', 'p_9.csv', 'p_10.csv', 'p_20261123_1.csv', 'p_20261123_0002.csv'])
})

test('a companion has its ending after the name, or in place of its ending', () => {
  expect(companionsOf('orders.csv', ['.done'])).toEqual(['orders.csv.done', 'orders.done'])
  expect(companionsOf('orders', ['.ok', '.trg'])).toEqual(['orders.ok', 'orders.trg'])
})
