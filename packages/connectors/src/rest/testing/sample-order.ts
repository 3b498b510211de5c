import type { OutgoingRecord } from '@linkspan/core/connector'

/** A new order of one item. */
export const sampleOrder = (reference: string, sku: string): OutgoingRecord => ({
  id: reference,
  erpId: null,
  reference,
  idempotencyKey: `key-${reference}`,
  data: {
    orderNumber: reference,
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '25.00',
    customerId: '17100001',
    shipTo: { city: 'Köln' },
    lines: [{ lineNumber: '10', type: 'item', sku, quantity: '2', uom: 'EA', unitPrice: '12.50' }],
  },
  changed: null,
  erpVersion: null,
  sentAt: new Date().toISOString(),
})
