/** One order of two items, as the platform writes it. */
export const anOrder = (id: string, [first, second]: readonly [string, string] = ['MUG-1', 'MUG-2']) => ({
  id,
  orderDate: '2026-11-23',
  currency: 'EUR',
  subtotal: '25.00',
  total: '25.00',
  customerId: '17100001',
  shipTo: { name: 'Ada Example', line1: 'Musterstraße 1', city: 'Köln', postalCode: '50667', country: 'DE' },
  lines: [
    { lineNumber: '10', sku: first, quantity: '1', unitPrice: '12.50' },
    { lineNumber: '20', sku: second, quantity: '1', unitPrice: '12.50' },
  ],
})
