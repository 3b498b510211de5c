import type { OutgoingRecord } from '@linkspan/core/connector'
import fc from 'fast-check'

/** Texts that a file, an XML document and a URL could each damage, without blanks at the ends. */
export const someText = fc.stringMatching(/^[A-ZÄÖÜa-zß<&";,1-9]([A-Za-zäöü <&"';,.0-9-]{0,18}[A-Za-z0-9])?$/)

type SomeOrder = typeof someOrder extends fc.Arbitrary<infer Value> ? Value : never

export const someOrder = fc.record({
  customerName: someText,
  total: fc.integer({ min: 1, max: 999_999 }).map((cents) => (cents / 100).toFixed(2)),
  lines: fc.array(fc.record({ description: someText }), { minLength: 1, maxLength: 3 }),
})

/** An order with these values, and with what an ERP demands beside them. */
export function orderWith(reference: string, sku: string, { customerName, total, lines }: SomeOrder): OutgoingRecord {
  return {
    id: reference,
    erpId: null,
    reference,
    idempotencyKey: `key-${reference}`,
    data: {
      orderNumber: reference,
      orderDate: '2026-11-23',
      currency: 'EUR',
      total,
      customerId: '17100001',
      customerName,
      lines: lines.map(({ description }, at) => ({
        lineNumber: String((at + 1) * 10),
        type: 'item',
        sku,
        quantity: '2',
        unitPrice: '12.50',
        description,
      })),
    },
    changed: null,
    erpVersion: null,
    sentAt: null,
  }
}
