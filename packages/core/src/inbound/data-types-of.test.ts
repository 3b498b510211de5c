import { expect, test } from 'vitest'
import { WebhookSettings } from '../connections/webhook-settings.ts'
import { dataTypesOf } from './data-types-of.ts'

const typesOf = (settings: object, body: unknown) => dataTypesOf(WebhookSettings.parse(settings), Buffer.from(JSON.stringify(body)))
const named = { path: 'event.type', map: { 'item.updated': 'products', stock: 'inventory' } }

test('an event is about the data type of the settings, whatever is in it', () => {
  expect(dataTypesOf(WebhookSettings.parse({ dataType: 'orders' }), Buffer.from('<xml/>'))).toEqual(['orders'])
})

test.each([
  ['settings.webhook', named],
  ['settings.webhook.dataType', { dataType: named }],
])('or about what its body names, by the map in %s', (_, settings) => {
  expect(typesOf(settings, { event: { type: 'item.updated' } })).toEqual(['products'])
  expect(typesOf(settings, { event: { type: 'erp/stock/changed' } })).toEqual(['inventory'])
})

test('several events in one body are about several data types', () => {
  const settings = { path: 'value[].resource', map: { items: 'products', salesOrders: 'orders' } }
  const value = ['api/v2.0/companies(1)/items(7)', 'api/v2.0/companies(1)/salesOrders(8)', 'api/v2.0/companies(1)/items(9)']
  expect(typesOf(settings, { value: value.map((resource) => ({ resource })) })).toEqual(['products', 'orders'])
})

test.each([
  ['a word that the map lacks', named, { event: { type: 'restocked' } }],
  ['a name of every object', named, { event: { type: 'constructor' } }],
  ['no word', named, { event: {} }],
  ['settings that say nothing', {}, { event: { type: 'stock' } }],
])('%s is told', (_, settings, body) => {
  expect(() => typesOf(settings, body)).toThrow(expect.objectContaining({ code: 'webhook.unknown-type' }))
})

test('settings that contradict themselves are refused', () => {
  for (const settings of [{ ...named, dataType: 'orders' }, { path: 'type' }, { scheme: 'token' }, { scheme: 'hmac' }])
    expect(WebhookSettings.safeParse(settings).success).toBe(false)
})
