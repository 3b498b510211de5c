import { expect, test } from 'vitest'
import { urlBelow, withoutParameters } from './url.ts'

test.each([
  ['https://erp.example.com', 'products', {}, 'https://erp.example.com/products'],
  ['https://erp.example.com/', '/products', {}, 'https://erp.example.com/products'],
  ['https://erp.example.com/api/v1/', 'products', {}, 'https://erp.example.com/api/v1/products'],
  ['https://erp.example.com/api?tenant=5', 'products?x=1', { limit: '10' }, 'https://erp.example.com/api/products?tenant=5&x=1&limit=10'],
  ['https://erp.example.com/api?limit=5', 'products', { limit: '10' }, 'https://erp.example.com/api/products?limit=10'],
  ['https://erp.example.com', '', {}, 'https://erp.example.com/'],
  ['https://erp.example.com', '//evil.example.com/x', {}, 'https://erp.example.com/evil.example.com/x'],
  ['https://erp.example.com', 'p', { $filter: "a eq 'b c+d'" }, "https://erp.example.com/p?$filter=a%20eq%20'b%20c%2Bd'"],
])('%s and %s', (base, path, parameters, url) => {
  expect(urlBelow(base, path, new Map(Object.entries(parameters as object))).href).toBe(url.replaceAll("'", '%27'))
})

test('takes parameters out however they are spelled', () => {
  expect(withoutParameters('?a=1&api%5Fkey=s&b=2&api_key', ['api_key'])).toEqual(['a=1', 'b=2'])
})
