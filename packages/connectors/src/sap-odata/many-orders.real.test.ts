import type { OutgoingRecord } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { openSap } from './testing/open-sap.ts'

/** How many orders are sent. `ORDERS=10000` sends as many. */
const count = Number(process.env.ORDERS ?? 200)
const senders = 8

const salesOrder = { organization: '1710', distributionChannel: '10', division: '00', priceCondition: 'PPR0', units: { EA: 'PC' } }

const orderOf = (reference: string, sku: string): OutgoingRecord => ({
  id: reference,
  erpId: null,
  reference,
  idempotencyKey: reference,
  data: {
    orderNumber: reference,
    orderDate: '2026-11-23',
    currency: 'EUR',
    total: '25.00',
    customerId: '17100001',
    lines: [{ lineNumber: '10', type: 'item', sku, quantity: '2', uom: 'EA', unitPrice: '12.50' }],
  },
  changed: null,
  erpVersion: null,
  sentAt: new Date().toISOString(),
})

test(`${count} orders into an SAP that drops every 20th answer are stored once each`, { timeout: 600_000 }, async () => {
  await using opened = await openSap({ settings: { salesOrder }, dataset: { products: 10, orders: 0 } })
  opened.sap.faults.add({ kind: 'drop-after-store', every: 20, method: 'POST' })
  const sku = String(opened.sap.dataset.products.at(0)?.sku)
  const waiting = Array.from({ length: count }, (_, at) => `W-${at}`)

  /** Sends an order until SAP has it, and looks it up before it is sent again. */
  async function deliver(record: OutgoingRecord): Promise<void> {
    for (;;) {
      const outcome = await opened.sink.write(record)
      if (outcome.kind === 'accepted') return
      if (outcome.kind !== 'unknown') throw new Error(JSON.stringify(outcome))
      if (await opened.sink.find(record)) return
    }
  }
  const send = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await deliver(orderOf(next, sku))
  }
  await Promise.all(Array.from({ length: senders }, send))

  expect(opened.sap.writeLog.summary()).toMatchObject({ received: count, stored: count, duplicates: [] })
  const lost = Math.floor(count / 20)
  expect(opened.sap.requestCount).toBe(1 + count + lost) // one for the token, and a look-up for each answer that was lost
})
