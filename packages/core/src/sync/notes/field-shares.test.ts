import { expect, test } from 'vitest'
import { lostFields, nextShares } from './field-shares.ts'

const before = { records: 100, shares: { price: 0.9, brand: 0.4, 'lines[].sku': 1 } }
const all = { looked: 100, known: 0, filled: { price: 0, brand: 0, 'lines[].sku': 100 } }

test('a field is lost if most records had it and none has it now', () => {
  expect(lostFields(before, all)).toEqual([{ path: 'price', share: 0.9 }])
  expect(lostFields(before, { ...all, filled: { 'lines[].sku': 100, price: 1 } })).toEqual([])
  expect(lostFields(null, all)).toEqual([])
})

test('unchanged rows may only be as many as had no value', () => {
  expect(lostFields(before, { looked: 90, known: 10, filled: { 'lines[].sku': 90 } })).toEqual([{ path: 'price', share: 0.9 }])
  expect(lostFields(before, { looked: 80, known: 20, filled: { 'lines[].sku': 80 } })).toEqual([])
})

test('the shares of rows that nobody looked at stay, and those of the others are new', () => {
  expect(nextShares(before, { looked: 0, known: 100, filled: {} })).toBe(before)
  expect(nextShares(before, { looked: 50, known: 50, filled: { price: 0, name: 50 } })).toEqual({
    records: 100,
    shares: { price: 0.45, brand: 0.2, 'lines[].sku': 0.5, name: 0.5 },
  })
})
