import { orderWith, someOrder } from '@linkspan/connector-kit/testing/mapped-orders'
import { createState, openFor } from '@linkspan/connector-kit/testing/open-context'
import type { SourceRecord } from '@linkspan/core/connector'
import { mappedSession } from '@linkspan/core/testing'
import { startSapOData } from '@linkspan/simulators'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sapOData } from './connector.ts'

const salesOrder = { organization: '1710', distributionChannel: '10', division: '00' }

async function open(odataVersion: 'v2' | 'v4', mapping: { fieldMapping: object; transformations?: object[] }) {
  const sap = await startSapOData({ dataset: { products: 3, orders: 0 } })
  const settings = { odataVersion, salesOrder }
  const connection = { credentials: { apiUrl: sap.url, username: sap.user, password: sap.password }, settings }
  const session = await openFor(sapOData, connection, { state: createState() })
  const mapped = mappedSession({ connector: sapOData, session, dataType: 'orders', settings }, mapping as never)
  return {
    sap,
    mapped,
    sku: sap.dataset.products.at(0)?.sku ?? '',
    async pulled(erpId: string): Promise<Readonly<Record<string, unknown>>> {
      const records: SourceRecord[] = []
      for await (const page of session.source('orders').pages({ after: null, since: null })) records.push(...page.records)
      return mapped.read(records.find(({ id }) => id === erpId) as SourceRecord)
    },
    async [Symbol.asyncDispose]() {
      await mapped[Symbol.asyncDispose]()
      await session[Symbol.asyncDispose]()
      await sap[Symbol.asyncDispose]()
    },
  }
}

const item = { v2: 'to_Item.results[]', v4: '_Item[]' } as const

test.each(['v2', 'v4'] as const)('mapped fields are written to the properties that they are read from (%s)', async (version) => {
  const fieldMapping = {
    customerName: 'PurchaseOrderByShipToParty',
    customerId: 'SoldToParty',
    'lines[].description': `${item[version]}.MaterialByCustomer`,
  }
  const transformations = [{ field: 'customerId', operation: 'strip_leading_zeros', push: { pad: 10 } }]
  await using opened = await open(version, { fieldMapping, transformations })
  let count = 0
  await fc.assert(
    fc.asyncProperty(someOrder, async (given) => {
      const record = orderWith(`M-${++count}`, opened.sku, given)
      const outcome = await opened.mapped.sink.write(record)
      if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome))
      const { customerName, customerId } = record.data
      const expected = {
        customerName,
        customerId,
        lines: given.lines.map(({ description }, at) => ({ description, sku: opened.sku, lineNumber: String((at + 1) * 10) })),
      }
      expect(await opened.pulled(outcome.record.erpId)).toMatchObject(expected)
      expect((await opened.mapped.sink.find(record))?.erpId).toBe(outcome.record.erpId)
    }),
    { numRuns: 15 },
  )
  expect(JSON.parse(opened.sap.requests.find(({ method }) => method === 'POST')?.body ?? '')).toMatchObject({ SoldToParty: '0017100001' })
})

test('a change of a mapped property of the header is sent, one of the items is refused', async () => {
  const fieldMapping = { customerName: 'PurchaseOrderByShipToParty', 'lines[].description': 'to_Item.results[].MaterialByCustomer' }
  await using opened = await open('v2', { fieldMapping })
  const record = orderWith('M-1', opened.sku, { customerName: 'Ann', total: '25.00', lines: [{ description: 'Mug' }] })
  const outcome = await opened.mapped.sink.write(record)
  const erpId = outcome.kind === 'accepted' ? outcome.record.erpId : ''
  const changed = { ...record, erpId, changed: ['customerName'], data: { ...record.data, customerName: 'Bob' } }
  expect(await opened.mapped.sink.write(changed)).toMatchObject({ kind: 'accepted' })
  expect(await opened.pulled(erpId)).toMatchObject({ customerName: 'Bob', lines: [{ description: 'Mug' }] })
  expect(await opened.mapped.sink.write({ ...changed, changed: ['lines'] })).toMatchObject({ kind: 'refused' })
})

test('what lies in other entities, and what SAP sets itself, is read-only; our reference is never overwritten', async () => {
  const fieldMapping = {
    customerName: 'to_Partner.results[].Customer',
    orderNumber: 'SalesOrder',
    customerReference: 'PurchaseOrderByCustomer',
  }
  await using opened = await open('v2', { fieldMapping })
  expect(Object.keys(opened.mapped.readOnly)).toEqual(['customerName', 'orderNumber'])
  const { data, ...record } = orderWith('M-1', opened.sku, { customerName: 'Ann', total: '25.00', lines: [{ description: 'Mug' }] })
  const outcome = await opened.mapped.sink.write({ ...record, data: { ...data, customerReference: 'PO 7' } })
  expect(outcome).toMatchObject({ kind: 'accepted' })
  expect(JSON.parse(opened.sap.requests.find(({ method }) => method === 'POST')?.body ?? '')).toMatchObject({
    PurchaseOrderByCustomer: 'M-1',
  })
})
