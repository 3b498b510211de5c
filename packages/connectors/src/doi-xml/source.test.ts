import { createInbox, createState } from '@linkspan/connector-kit/testing/open-context'
import type { DataTypeId, SourceRecord } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { createOrderHistory } from './order-history.ts'
import { createInboxSource } from './source.ts'
import { sampleOrder } from './testing/sample-order.ts'

const head = { isTest: false, sender: {}, orderId: null, orderPayloadId: null, writtenAt: '2026-03-01T00:00:00.000Z' }
const confirmation = { ...head, kind: 'confirmation', outcome: 'accepted', word: 'AP', promisedDate: null, lines: [] }
const notice = {
  ...head,
  kind: 'ship-notice',
  operation: 'new',
  isPlanned: false,
  isReturn: false,
  fulfillment: null,
  shippedAt: null,
  estimatedDelivery: null,
  carrier: null,
  carrierCode: null,
  trackingNumbers: [],
  trackingUrl: null,
}
const line = (lineNumber: string, quantity: string) => ({ lineNumber, sku: null, quantity })

/** A partner that has the order W-1, and whose documents are read in pages of some size. */
async function partner(pageSize: number) {
  const inbox = createInbox()
  const orders = createOrderHistory(createState(), { now: () => new Date('2026-03-02T00:00:00Z') })
  const lines = [
    { lineNumber: '10', sku: 'ROSE-01', quantity: '3' },
    { lineNumber: '20', sku: 'DRAHT', quantity: '0.5' },
  ]
  await orders.saveSent('W-1', { lines, payloadId: 'sent@us', version: 1, previous: null, order: sampleOrder })
  return async (dataType: DataTypeId, ...documents: readonly object[]) => {
    for (const document of documents) inbox.add(dataType, JSON.stringify(document))
    const records: SourceRecord[] = []
    for await (const page of createInboxSource(dataType, { inbox, orders, pageSize }).pages({ after: null, since: null })) {
      records.push(...page.records)
      await page.onCommitted?.([])
    }
    return records
  }
}

test.each(['w-1', ' W-1 ', '000W-1', 'W-1'])('a document about order "%s" is about our W-1', async (orderId) => {
  const read = await partner(10)
  expect(await read('order_status', { ...confirmation, payloadId: 'c1', orderId })).toMatchObject([
    { id: 'W-1', fields: { orderNumber: 'W-1', status: 'processing' } },
  ])
  const invoice = { ...head, kind: 'invoice', payloadId: 'i1', invoiceNumber: 'I-1', operation: 'new', total: '1' }
  const [record] = await read('invoices', { ...invoice, currency: 'EUR', issueDate: '2026-03-01', lines: [], orderRefs: [orderId] })
  expect(record?.fields).toMatchObject({ orderNumber: 'W-1' })
})

test('an order that nearly has the number is another one', async () => {
  const read = await partner(10)
  expect(await read('order_status', { ...confirmation, payloadId: 'c1', orderId: 'W1' })).toMatchObject([{ id: 'W1' }])
})

test.each([1, 2, 100])("a document by the partner's own number is about our order, in pages of %i", async (pageSize) => {
  const read = await partner(pageSize)
  const records = await read(
    'order_status',
    { ...confirmation, payloadId: 'c1', orderId: 'W-1', supplierOrderId: 'SO-7' },
    { ...notice, payloadId: 'n1', salesOrderId: 'SO-7', shipmentId: 'S1', lines: [line('10', '3'), line('20', '0.5')] },
  )
  expect(records.at(-1)).toMatchObject({ id: 'W-1', fields: { status: 'shipped', orderExternalId: 'SO-7' } })
  const invoice = {
    ...head,
    kind: 'invoice',
    payloadId: 'i1',
    invoiceNumber: 'I-1',
    operation: 'new',
    total: '1',
    balanceDue: null,
    lines: [],
  }
  expect(await read('invoices', { ...invoice, orderRefs: [], salesOrderId: 'SO-7' })).toMatchObject([{ fields: { orderNumber: 'W-1' } }])
  const byMessage = { ...invoice, orderRefs: ['W-9'], orderMessages: ['sent@us', 'foreign@us'] }
  expect(await read('invoices', byMessage)).toMatchObject([{ fields: { orderNumber: 'W-9', orderRefs: ['W-9', 'W-1'] } }])
})

test('a number that the partner gave to two orders is about neither', async () => {
  const read = await partner(100)
  const named = (orderId: string) => ({ ...confirmation, payloadId: `c-${orderId}`, orderId, supplierOrderId: 'SO-7' })
  const stray = { ...notice, payloadId: 'n1', salesOrderId: 'SO-7', shipmentId: 'S1', lines: [line('10', '3')] }
  expect((await read('order_status', named('W-1'), named('W-2'), stray)).map(({ id }) => id)).toEqual(['W-1', 'W-2', ''])
  expect((await read('order_status', stray)).map(({ id }) => id)).toEqual([''])
})

test.each([1, 100])('two documents of one message about one order are both kept, in pages of %i', async (pageSize) => {
  const read = await partner(pageSize)
  const first = { ...notice, payloadId: 'n1', orderId: 'W-1', shipmentId: 'S1', lines: [line('10', '3')] }
  const second = { ...first, part: 1, orderId: null, orderPayloadId: 'sent@us', lines: [line('20', '0.5')] }
  expect((await read('order_status', first, second)).at(-1)).toMatchObject({ id: 'W-1', fields: { status: 'shipped' } })
  expect((await read('order_status', first, second)).at(-1)?.fields).toMatchObject({
    shipments: [{ lines: [line('10', '3'), line('20', '0.5')].map(({ sku, ...rest }) => rest) }],
  })
})

test('of two confirmations with the same time the later arrival counts', async () => {
  const read = await partner(100)
  const rejected = { ...confirmation, payloadId: 'z', orderId: 'W-1', supplierOrderId: null, outcome: 'rejected', word: 'RE' }
  const records = await read('order_status', rejected, { ...rejected, payloadId: 'a', outcome: 'accepted', word: 'AP' })
  expect(records).toMatchObject([{ fields: { status: 'processing' } }])
})
