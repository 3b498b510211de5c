import { expect, test } from 'vitest'
import { groupStock, toInventory } from './inventory.ts'
import { lineStatusOf, orderStatusOf } from './order-status.ts'
import { checkItems, toOrder } from './orders.ts'
import { toProduct } from './products.ts'
import { SapSettings } from './settings.ts'
import { changedAtOf, keyOf } from './values.ts'

const settings = SapSettings.parse({})
const context = { language: 'DE', now: '2026-01-15T00:00:00.000Z' }

test.each([
  ['000000000000001234', '1234'],
  ['0000', '0'],
  ['00TG11', '00TG11'],
  [17, '17'],
  [' A ', 'A'],
  [undefined, ''],
])('the key %j is %j', (value, expected) => {
  expect(keyOf(value)).toBe(expected)
})

test.each([
  [{ LastChangeDateTime: '/Date(0+0000)/', LastChangeDate: '/Date(86400000)/' }, '1970-01-01T00:00:00.000Z'],
  [{ LastChangeDateTime: null, LastChangeDate: '2024-05-01' }, '2024-05-01T00:00:00.000Z'],
  [{ LastChangeDateTime: null, LastChangeDate: null, CreationDate: '/Date(86400000)/' }, '1970-01-02T00:00:00.000Z'],
  [{}, null],
])('%j changed at %j', (row, expected) => {
  expect(changedAtOf(row)).toBe(expected)
})

const named = (...languages: readonly string[]) => ({
  to_Description: { results: languages.map((each) => ({ Language: each, ProductDescription: `in ${each}` })) },
})
test.each([
  [named('EN', 'DE'), 'in DE'],
  [named('FR', 'EN'), 'in EN'],
  [named('FR', 'IT'), 'in FR'],
  [{ _ProductDescription: [{ Language: 'DE', ProductDescription: ' ' }] }, '12'],
  [{ to_Description: { __deferred: { uri: 'x' } } }, '12'],
])('the name of %j is %j', (row, name) => {
  expect(toProduct({ Product: '0012', ...row }, context)).toMatchObject({ id: '12', fields: { sku: '12', name } })
})

test.each([
  [{}, true],
  [{ IsMarkedForDeletion: true }, false],
  [{ CrossPlantStatus: '01' }, false],
  [{ CrossPlantStatus: '01', CrossPlantStatusValidityDate: '2026-01-15' }, false],
  [{ CrossPlantStatus: '01', CrossPlantStatusValidityDate: '2026-01-16' }, true],
  [{ CrossPlantStatus: '01', CrossPlantStatusValidityDate: '0001-01-01' }, false],
])('%j is active: %j', (row, active) => {
  expect(toProduct({ Product: '1', ...row }, context).fields.active).toBe(active)
})

test('the cost is that of the first area without valuation type, by its price control', () => {
  const valuation = (ValuationArea: string, ValuationType: string, more = {}) => ({
    ValuationArea,
    ValuationType,
    StandardPrice: '10.00',
    MovingAveragePrice: '11.00',
    PriceUnitQty: '100',
    Currency: 'EUR',
    ...more,
  })
  const costs = (...results: readonly object[]) => toProduct({ Product: '1', to_Valuation: { results } }, context).fields
  expect(costs(valuation('1020', ''), valuation('1010', 'X'), valuation('1010', '', { StandardPrice: '9.00' }))).toMatchObject({
    cost: '9.00',
    priceUnitQuantity: '100',
    currency: 'EUR',
  })
  expect(costs(valuation('1010', '', { InventoryValuationProcedure: 'V' })).cost).toBe('11.00')
})

test.each([
  [{ OverallSDDocumentRejectionSts: 'C', DeliveryBlockReason: '01' }, 'cancelled'],
  [{ SalesOrderType: 'RE', OverallSDProcessStatus: 'A' }, 'returned'],
  [{ DeliveryBlockReason: '01', OverallDeliveryStatus: 'C' }, 'on_hold'],
  [{ HeaderBillingBlockReason: '02' }, 'on_hold'],
  [{ TotalBlockStatus: 'C' }, 'on_hold'],
  [{ TotalCreditCheckStatus: 'B' }, 'on_hold'],
  [{ OverallDeliveryStatus: 'B' }, 'processing'],
  [{ OverallTotalDeliveryStatus: 'C', OverallSDProcessStatus: 'C' }, 'processing'],
  [{ OverallDeliveryStatus: 'A', OverallSDProcessStatus: 'A' }, 'pending'],
  [{ OverallDeliveryStatus: '', OverallSDProcessStatus: 'C' }, 'processing'],
  [{}, 'unknown'],
])('the status of %j is %s', (row, status) => {
  expect(orderStatusOf(row)).toBe(status)
})

test('the status of a line', () => {
  expect(
    [{ SalesDocumentRjcnReason: '00', DeliveryStatus: 'C' }, { DeliveryStatus: 'A' }, { SDProcessStatus: 'B' }, {}].map(lineStatusOf),
  ).toEqual(['cancelled', 'pending', 'processing', undefined])
})

const item = (NetAmount: string, TaxAmount: string, SalesDocumentRjcnReason = '') => ({ NetAmount, TaxAmount, SalesDocumentRjcnReason })
test.each([
  ['exactly', '0.30', [item('0.10', '0.019'), item('0.20', '0.038')], { total: '0.357', taxTotal: '0.057' }],
  ['without rejected items', '10', [item('10', '1.9'), item('5', '0.95', '00')], { total: '11.9', taxTotal: '1.9' }],
  ['with them if the header has them', '15', [item('10', '1.9'), item('5', '0.95', '00')], { total: '17.85', taxTotal: '2.85' }],
  ['by the header without items', '10.00', [], { total: '10.00' }],
  ['by the header without amounts', '10.00', [item('', '')], { total: '10.00' }],
])('the total is %s', (_, TotalNetAmount, results, expected) => {
  const { fields } = toOrder({ SalesOrder: '1', TotalNetAmount, to_Item: { results } }, settings)
  expect({ total: fields.total, ...(fields.taxTotal !== undefined && { taxTotal: fields.taxTotal }) }).toEqual(expected)
})

test.each([
  [{ to_Item: { results: [{ Material: '007', RequestedQuantityISOUnit: 'PCE', ProductionPlant: '1010' }] } }],
  [{ _Item: [{ Product: '007', RequestedQuantitySAPUnit: 'ST', RequestedQuantityISOUnit: 'PCE', Plant: '1010' }] }],
  [{ _Item: [{ Product: '007', RequestedQuantitySAPUnit: 'PCE', RequestedQuantityISOUnit: '', Plant: '1010' }] }],
])('the items of both versions are read: %j', (links) => {
  expect(toOrder({ SalesOrder: '1', ...links }, settings).fields.lines).toMatchObject([{ sku: '7', uom: 'PCE', locationId: '1010' }])
})

test('items without a product by any known name are an error, not orders without products', () => {
  expect(() => checkItems([{ _Item: [{ SalesOrderItem: '10', ProductId: '7' }] }])).toThrow(
    expect.objectContaining({ code: 'setup.answer-unexpected', details: { names: ['SalesOrderItem', 'ProductId'] } }),
  )
  checkItems([{ _Item: [{ SalesOrderItem: '10', Product: '' }] }, { _Item: [] }])
  checkItems([])
})

const stock = (InventoryStockType: string, InventorySpecialStockType: string, quantity: string, Material = '007') => ({
  Material,
  Plant: '1010',
  StorageLocation: '101A',
  InventoryStockType,
  InventorySpecialStockType,
  MaterialBaseUnit: 'PC',
  MatlWrhsStkQtyInMatlBaseUnit: quantity,
})

test('stock is summed exactly over batches and kinds', () => {
  const rows = [stock('01', '', '0.10000000000000'), stock('01', '', '0.20000000000000'), stock('01', 'Q', '5'), stock('07', '', '-1')]
  const groups = groupStock(rows, null)
  expect(groups).toHaveLength(1)
  expect(toInventory(groups[0]!, '2026-01-15T00:00:00.000Z')).toMatchObject({
    id: '7|1010|101A',
    changedAt: null,
    fields: { sku: '7', locationId: '1010/101A', quantityOnHand: '4.3', quantityAvailable: '0.3', uom: 'PC' },
    raw: { shares: [{ quantity: '0.3' }, { specialStockType: 'Q' }, { stockType: '07' }] },
  })
})

test('what is no number, or has no material, is left for the run to reject', () => {
  const [first, second, third] = groupStock([stock('01', '', 'abc'), stock('01', '', '1', ''), stock('01', '', '1', '')], null)
  expect(toInventory(first!, undefined).fields).toMatchObject({ quantityOnHand: 'abc', quantityAvailable: 'abc' })
  expect([toInventory(second!, undefined).id, toInventory(third!, undefined).id]).toEqual(['', ''])
})
