import type { DataTypeId } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { fieldsOfColumns, fieldWithin } from './fields-of-columns.ts'

const fields = (dataType: DataTypeId, columns: string, settings: object = {}) => [
  ...fieldsOfColumns({ dataType, ...settings }, columns.split(';')).values(),
]

test('columns fill what their names say; one without a known name fills nothing', () => {
  expect(fields('orders', 'Order No;Qty;Ship To City;Regal')).toEqual(['orderNumber', 'lines[].quantity', 'shipTo.city', null])
})

test('the settings come first, and nothing else fills what they fill', () => {
  const settings = { fields: { name: 'BEZ' }, id: ['X1', 'X2'], changedAt: 'STAND' }
  expect(fields('products', 'X1;X2;BEZ;Bezeichnung;STAND', settings)).toEqual(['id', 'id', 'name', null, 'sourceUpdatedAt'])
})

test('a column of ids is one, unless the settings name another', () => {
  expect(fields('products', 'id;name')).toEqual(['id', 'name'])
  expect(fields('products', 'id;name;X1', { id: 'X1' })).toEqual([null, 'name', 'id'])
})

test('plant and storage location are one place', () => {
  expect(fields('inventory', 'MATNR;WERKS;LGORT')).toEqual(['sku', 'locationId', 'locationId'])
  expect(fields('inventory', 'MATNR;WERKS;LGORT', { fields: { locationId: 'LGORT' } })).toEqual(['sku', null, 'locationId'])
})

test('an attribute goes by its name where no element has that', () => {
  expect(fields('products', '@sku;name')).toEqual(['sku', 'name'])
  expect(fields('products', '@sku;sku')).toEqual([null, 'sku'])
})

test('what lies within a column goes by its own name', () => {
  expect(fieldWithin({ dataType: 'orders' }, 'Lines.Line.UnitPrice')).toBe('lines[].unitPrice')
  expect(fieldWithin({ dataType: 'orders' }, 'Lines.Line.@shelf')).toBe(null)
})
