import { expect, test } from 'vitest'
import { startRestErp } from './erp/rest.ts'
import { startSapOData } from './erp/sap-odata.ts'
import type { Simulator } from './serve.ts'
import type { WriteSummary } from './write-log.ts'

const callers = 16
const referencesOf = (length: number): string[] => Array.from({ length }, (_, number) => `W-${number}`)

interface Sender {
  post(reference: string): Promise<Response>
  /** The ids of the orders that the ERP has for a reference. */
  lookUp(reference: string): Promise<readonly string[]>
}

/** Sends each order until the ERP has it. After a failure it looks the order up before it sends again, if `isCareful`. */
async function sendAll(sender: Sender, wanted: readonly string[], { isCareful }: { isCareful: boolean }): Promise<{ resent: number }> {
  const waiting = [...wanted]
  let resent = 0
  async function deliver(reference: string): Promise<void> {
    for (;;) {
      const isStored = await isCreated(sender.post(reference))
      if (isStored || (isCareful && (await sender.lookUp(reference)).length > 0)) return
      resent++
    }
  }
  const call = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await deliver(next)
  }
  await Promise.all(Array.from({ length: callers }, call))
  return { resent }
}

async function isCreated(answer: Promise<Response>): Promise<boolean> {
  try {
    const response = await answer
    await response.text()
    return response.status === 201
  } catch {
    return false
  }
}

function breakWrites({ faults }: Simulator): void {
  faults.add({ kind: 'drop-after-store', every: 20, method: 'POST' })
  faults.add({ kind: 'drop-before-store', every: 333, method: 'POST' })
}

const onceEach = (orders: number): WriteSummary => ({
  received: orders,
  stored: orders,
  replayed: 0,
  refused: 0,
  updated: 0,
  updatesRefused: 0,
  duplicates: [],
})

function restSender({ url }: Simulator): Sender {
  return {
    post: (ourReference) => {
      const body = JSON.stringify({ ourReference, customerId: '17100001', lines: [{ sku: 'GS-1000001', quantity: '1' }] })
      return fetch(`${url}/orders`, { method: 'POST', body })
    },
    lookUp: async (reference) => {
      const { data } = (await (await fetch(`${url}/orders?ourReference=${reference}`)).json()) as { data: { id: string }[] }
      return data.map(({ id }) => id)
    },
  }
}

test('a REST ERP that drops every 20th answer stores 10,000 orders once each if the sender looks them up', async () => {
  const references = referencesOf(10_000)
  await using erp = await startRestErp({ dataset: { products: 50 } })
  breakWrites(erp)
  const { resent } = await sendAll(restSender(erp), references, { isCareful: true })
  expect(resent).toBe(Math.floor((10_000 + resent) / 333))
  expect(erp.faults.list().map(({ taken }) => taken)).toEqual([500, resent])
  expect(erp.writeLog.summary()).toEqual(onceEach(10_000))
  expect(new Set(erp.writeLog.orders().map(({ reference }) => reference))).toEqual(new Set(references))
  expect(erp.dataset.orders.size).toBe(10_300)
})

test('a sender that looks nothing up has orders stored twice, and the write log names them', async () => {
  await using erp = await startRestErp({ dataset: { products: 50 } })
  const dropping = erp.faults.add({ kind: 'drop-after-store', every: 20, method: 'POST' })
  await sendAll(restSender(erp), referencesOf(500), { isCareful: false })
  const { stored, duplicates } = erp.writeLog.summary()
  expect(stored).toBe(500 + dropping.taken)
  const twice = erp.writeLog.orders().filter(({ timesStored }) => timesStored > 1)
  expect(twice.length).toBeGreaterThan(20)
  expect(duplicates).toEqual(twice.map(({ reference }) => reference))
})

test('an SAP that drops every 20th answer stores 2,000 orders once each if the sender looks them up', async () => {
  const references = referencesOf(2_000)
  await using sap = await startSapOData({ dataset: { products: 50 } })
  const service = `${sap.url}/sap/opu/odata/sap/API_SALES_ORDER_SRV`
  const common = { authorization: `Basic ${Buffer.from(`${sap.user}:${sap.password}`).toString('base64')}`, accept: 'application/json' }
  const fetched = await fetch(`${service}/`, { method: 'HEAD', headers: { ...common, 'x-csrf-token': 'Fetch' } })
  const cookie = fetched.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const headers = { ...common, cookie, 'x-csrf-token': fetched.headers.get('x-csrf-token')!, 'content-type': 'application/json' }
  const sender: Sender = {
    post: (reference) => {
      const body = JSON.stringify({
        SalesOrderType: 'OR',
        SalesOrganization: '1710',
        DistributionChannel: '10',
        OrganizationDivision: '00',
        SoldToParty: '17100001',
        PurchaseOrderByCustomer: reference,
        to_Item: [{ Material: 'GS-1000001', RequestedQuantity: '1' }],
      })
      return fetch(`${service}/A_SalesOrder`, { method: 'POST', body, headers })
    },
    lookUp: async (reference) => {
      const filter = encodeURIComponent(`PurchaseOrderByCustomer eq '${reference}' and SoldToParty eq '17100001'`)
      const found = await fetch(`${service}/A_SalesOrder?$filter=${filter}`, { headers: common })
      const { d } = (await found.json()) as { d: { results: { SalesOrder: string }[] } }
      return d.results.map(({ SalesOrder }) => SalesOrder)
    },
  }
  breakWrites(sap)
  const { resent } = await sendAll(sender, references, { isCareful: true })
  expect(sap.faults.list().map(({ taken }) => taken)).toEqual([100, resent])
  expect(sap.writeLog.summary()).toEqual(onceEach(2_000))
  expect(new Set(sap.writeLog.orders().map(({ reference }) => reference))).toEqual(new Set(references))
})
