import { sampleOrder as anyOrder, type Sample } from '@linkspan/connector-kit/testing/sample-order'
import type { OutgoingRecord } from '@linkspan/core/connector'

/** An order of two lines: header and lines are written apart. */
export function sampleOrder(reference: string, { sku = 'GS-1000000', lines, data, ...more }: Sample = {}): OutgoingRecord {
  const two = [
    { lineNumber: '1', type: 'item', sku, quantity: '2', unitPrice: '12.50' },
    { lineNumber: '2', type: 'item', sku, quantity: '1', unitPrice: '12.50' },
  ]
  return anyOrder(reference, { ...more, lines: lines ?? two, data: { total: '37.50', ...data } })
}
