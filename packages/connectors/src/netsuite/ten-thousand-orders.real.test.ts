import { openFor, readPages } from '@linkspan/connector-kit/testing/open-context'
import { sampleOrder } from '@linkspan/connector-kit/testing/sample-order'
import { startNetSuite } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { netSuite } from './connector.ts'
import { certificateOf } from './testing/open-netsuite.ts'

const count = Number(process.env.NETSUITE_ORDERS ?? 500)
const callers = 2

test('orders through a NetSuite that drops every 20th answer are there once each, and come back by few calls', async () => {
  await using erp = await startNetSuite({ dataset: { products: 50, orders: 0 } })
  erp.faults.add({ kind: 'drop-after-store', every: 20, method: 'POST', path: /salesOrder/ })
  erp.faults.add({ kind: 'drop-before-store', every: 333, method: 'POST', path: /salesOrder/ })
  let calls = 0
  const context = { pageSize: 1000, timeoutMs: 30_000, onCall: () => void calls++ }
  const connection = { credentials: certificateOf(erp, erp.url), settings: { accountTimeZone: erp.timeZone } }
  await using session = await openFor(netSuite, connection, context)
  const sink = session.sink!('orders')
  const waiting = Array.from({ length: count }, (_, at) => `W-${at}`)

  async function deliver(reference: string): Promise<void> {
    const record = sampleOrder(reference, { sku: `GS-${1_000_000 + (reference.length % 40)}` })
    for (;;) {
      const outcome = await sink.write(record)
      if (outcome.kind === 'accepted') return
      expect(outcome.kind).toBe('unknown')
      if (await sink.find(record)) return
    }
  }
  const call = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await deliver(next)
  }
  await Promise.all(Array.from({ length: callers }, call))
  expect(erp.writeLog.summary()).toMatchObject({ stored: count, duplicates: [] })
  expect(new Set(erp.writeLog.orders().map(({ reference }) => reference)).size).toBe(count)
  const lost = erp.faults.list().reduce((sum, { taken }) => sum + taken, 0)
  expect(lost).toBeGreaterThanOrEqual(Math.floor(count / 20))
  const written = calls
  // Each order is one call; each lost one costs four more at most: it is looked up and read, or sent again.
  expect(written).toBeLessThanOrEqual(count + 5 * lost + 20)

  const records = (await readPages(session, 'orders')).flatMap((page) => page.records)
  expect(new Set(records.map(({ id }) => id)).size).toBe(count)
  const read = calls - written
  expect(read).toBeLessThanOrEqual(3 * Math.ceil(count / 1000) + Math.ceil(count / 1000) + 2)
  if (process.env.NETSUITE_ORDERS) process.stdout.write(`${count} orders: ${written} calls to write, ${lost} lost, ${read} calls to read\n`)
})
