import type { DataTypeId } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { fieldsOfColumns, fieldWithin } from './fields-of-columns.ts'

const fields = (dataType: DataTypeId, columns: string, settings: object = {}) => [
  ...fieldsOfColumns({ dataType, ...settings }, columns.split(';')).values(),
]

test('a column fills the field that its name stands for; one with an unknown name fills none', () => {
  expect(fields('orders', 'Order No;Qty;Ship To City;Regal')).toEqual(['orderNumber', 'lines[].quantity', 'shipTo.city', null])
})

test('the settings come first, and no other column fills a field that they assign', () => {
  const settings = { fields: { name: 'BEZ' }, id: ['X1', 'X2'], changedAt: 'STAND' }
  expect(fields('products', 'X1;X2;BEZ;Bezeichnung;STAND', settings)).toEqual(['id', 'id', 'name', null, 'sourceUpdatedAt'])
})

test('a column named like an id is the id, unless the settings name another', () => {
  expect(fields('products', 'id;name')).toEqual(['id', 'name'])
  expect(fields('products', 'id;name;X1', { id: 'X1' })).toEqual([null, 'name', 'id'])
})

test('plant and storage location together are one location', () => {
  expect(fields('inventory', 'MATNR;WERKS;LGORT')).toEqual(['sku', 'locationId', 'locationId'])
  expect(fields('inventory', 'MATNR;WERKS;LGORT', { fields: { locationId: 'LGORT' } })).toEqual(['sku', null, 'locationId'])
})

test('an attribute counts by its name, unless an element has the same name', () => {
  expect(fields('products', '@sku;name')).toEqual(['sku', 'name'])
  expect(fields('products', '@sku;sku')).toEqual([null, 'sku'])
})

test('a nested value counts by its own name', () => {
  expect(fieldWithin({ dataType: 'orders' }, 'Lines.Line.UnitPrice')).toBe('lines[].unitPrice')
  expect(fieldWithin({ dataType: 'orders' }, 'Lines.Line.@shelf')).toBe(null)
})
