import { expect, test } from 'vitest'
import { callSpan, pathTemplate } from './call-span.ts'

test.each([
  ['/api/v2/orders', '/api/v2/orders'],
  ['/orders/4711/lines', '/orders/{}/lines'],
  ['/sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder', '/sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder'],
  ["/odata/A_SalesOrder('17')/to_Item", '/odata/A_SalesOrder({})'],
  ['/customers/anna.berg@example.com', '/customers/{}'],
  ['/people/Anna%20Berg', '/people/{}'],
  ['/hooks/abcdefghijklmnopqrstuvwxyzabcdefghijkl', '/hooks/{}'],
])('%s becomes %s', (path, template) => {
  expect(pathTemplate(path)).toBe(template)
})

test('a span has neither the query nor the credentials of a URL', () => {
  const span = callSpan('GET', new URL('https://ada:lovelace@erp.example.com/orders/anna-berg?token=geheim'), '/orders/{}')
  expect(JSON.stringify(span)).not.toMatch(/ada|lovelace|anna|token|geheim/)
  expect(span.attributes).toEqual({
    'http.request.method': 'GET',
    'server.address': 'erp.example.com',
    'server.port': 443,
    'url.scheme': 'https',
    'url.template': '/orders/{}',
  })
})
