import type { OutgoingRecord } from '@linkspan/core/connector'

export interface Sample extends Partial<Omit<OutgoingRecord, 'data'>> {
  readonly sku?: string
  readonly lines?: readonly Readonly<Record<string, unknown>>[]
  readonly data?: Readonly<Record<string, unknown>>
}

/** A new order of one line, as the simulators take it. */
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

/** A change of an order that the ERP has: it is wanted later. */
export function wantedLater(order: OutgoingRecord, { erpId, erpVersion }: Pick<OutgoingRecord, 'erpId' | 'erpVersion'>): OutgoingRecord {
  const changed = ['requestedDeliveryDate']
  return { ...order, erpId, erpVersion, changed, data: { ...order.data, requestedDeliveryDate: '2026-12-24' } }
}
