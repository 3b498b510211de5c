import { expect, test } from 'vitest'
import { toContent } from './content.ts'
import { dataTypes } from './data-types.ts'

const { inventory, products } = dataTypes

test('the same content has the same hash, whenever it was read', () => {
  const stock = { sku: 'A', locationId: '*', quantityOnHand: '5', uom: 'EA' }
  const early = toContent(inventory, { ...stock, asOf: '2026-01-01T00:00:00.000Z' })
  const late = toContent(inventory, { ...stock, asOf: '2026-01-02T00:00:00.000Z' })
  expect(late.hash).toBe(early.hash)
  expect(JSON.parse(late.json)).toEqual({ ...stock, asOf: '2026-01-02T00:00:00.000Z' })
})

test('any other difference changes the hash', () => {
  const product = { sku: 'A', name: 'Mug', active: true }
  expect(toContent(products, { ...product, active: false }).hash).not.toBe(toContent(products, product).hash)
})

test('the JSON is valid with and without volatile fields', () => {
  expect(JSON.parse(toContent(products, {}).json)).toEqual({})
  expect(JSON.parse(toContent(products, { sourceUpdatedAt: 'x' }).json)).toEqual({ sourceUpdatedAt: 'x' })
})
