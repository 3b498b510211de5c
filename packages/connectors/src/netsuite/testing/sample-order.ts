import type { OutgoingRecord } from '@linkspan/core/connector'

interface Sample extends Partial<Omit<OutgoingRecord, 'data'>> {
  readonly sku?: string
  readonly lines?: readonly Readonly<Record<string, unknown>>[]
  readonly data?: Readonly<Record<string, unknown>>
}

/** An order that a NetSuite with the item takes. */
export function sampleOrder(reference: string, { sku = 'GS-1000000', lines, data, ...more }: Sample = {}): OutgoingRecord {
  return {
    id: reference,
    erpId: null,
    reference,
    idempotencyKey: `key-${reference}`,
    changed: null,
    erpVersion: null,
    sentAt: new Date().toISOString(),
    ...more,
    data: {
      orderNumber: reference,
      orderDate: '2026-11-23',
      requestedDeliveryDate: '2026-12-01',
      currency: 'EUR',
      total: '25.00',
      customerId: '17100001',
      lines: lines ?? [{ lineNumber: '1', type: 'item', sku, quantity: '2', unitPrice: '12.50' }],
      ...data,
    },
  }
}
