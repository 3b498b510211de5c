import { orderWith, someOrder } from '@linkspan/connector-kit/testing/mapped-orders'
import { createState, openFor } from '@linkspan/connector-kit/testing/open-context'
import type { SourceRecord } from '@linkspan/core/connector'
import { mappedSession } from '@linkspan/core/testing'
import { json, startServer } from '@linkspan/simulators'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rest } from './connector.ts'

type Row = Record<string, unknown>

/** An ERP that keeps each order as it is sent. */
async function startKeeper() {
  const rows: Row[] = []
  const server = await startServer({
    routes: [
      {
        method: 'POST',
        path: '/orders',
        answer({ body }) {
          rows.push({ id: String(rows.length + 1), ...(JSON.parse(body) as Row) })
          return json(rows.at(-1), { status: 201 })
        },
      },
      { method: 'GET', path: '/orders', answer: () => json(rows) },
    ],
  })
  return Object.assign(server, { rows })
}

test('mapped fields are written to their paths, beside the other fields of the same lines, and read from there again', async () => {
  await using erp = await startKeeper()
  const settings = { resources: { orders: {} } }
  await using session = await openFor(rest, { credentials: { apiUrl: erp.url }, settings }, { state: createState() })
  await using mapped = mappedSession(
    { connector: rest, session, dataType: 'orders', settings },
    {
      fieldMapping: { customerName: 'buyer.name', total: 'amounts.cents', 'lines[].description': 'lines[].text' },
      transformations: [{ field: 'total', operation: 'multiply', value: '0.01' }],
    },
  )
  let count = 0
  await fc.assert(
    fc.asyncProperty(someOrder, async (given) => {
      const record = orderWith(`M-${++count}`, 'A1', given)
      expect(await mapped.sink.write(record)).toMatchObject({ kind: 'accepted' })
      const records: SourceRecord[] = []
      for await (const page of session.source('orders').pages({ after: null, since: null })) records.push(...page.records)
      const lines = given.lines.map(({ description }) => ({ description, sku: 'A1', quantity: '2' }))
      const read = await mapped.read(records.find(({ id }) => id === String(count)) as SourceRecord)
      expect(read).toMatchObject({ customerName: given.customerName, lines })
      expect(Number(read.total)).toBe(Number(given.total))
      expect(erp.rows.at(-1)).toMatchObject({ buyer: { name: given.customerName } })
      expect(erp.rows.at(-1)).not.toHaveProperty('customerName')
    }),
    { numRuns: 25 },
  )
})
