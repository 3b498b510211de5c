import { setTimeout as sleep } from 'node:timers/promises'
import type { ERPConnectionTestResult, ERPRecord } from '@linkspan/core'
import { type DoiPartner, findFreePort, startDoiPartner } from '@linkspan/simulators'
import type { Client } from '../sandbox/client.ts'
import { replaceConnection } from '../sandbox/replace-connection.ts'
import { showTest } from '../sandbox/show-test.ts'
import { sync } from '../sandbox/sync.ts'
import { green, say, step } from '../sandbox/terminal.ts'

const timeoutMs = 60_000

/** A client whose ERP accepts orders as cXML: one is sent, confirmed, shipped in two parts and invoiced. `url` is that of our API. */
export async function showMessages(client: Client, url: string): Promise<AsyncDisposable> {
  const port = await findFreePort()
  const [user, password] = ['linkspan', 'Geheim!1']
  const { id } = await replaceConnection(client, {
    name: 'Flower supplier',
    provider: 'Custom',
    connectionMethod: 'doi',
    credentials: {
      doiEndpoint: `http://127.0.0.1:${port}/orders`,
      doiUsername: user,
      doiPassword: password,
      doiSharedSecret: 'shared-secret',
    },
    settings: {
      timeout: 2000,
      enabledDataTypes: ['orders', 'order_status', 'invoices'],
      cxml: { from: { identity: 'AN-BUYER' }, to: { identity: 'AN-SUPPLIER' } },
    },
  } as Parameters<typeof replaceConnection>[1])
  const partner = await step('Sandbox ERP: a supplier that accepts orders as cXML', () =>
    startDoiPartner({ port, inbound: { url: `${url}/doi/${id}`, user, password } }),
  )
  try {
    await followOrder(client, id, partner)
    return partner
  } catch (thrown) {
    await partner[Symbol.asyncDispose]()
    throw thrown
  }
}

async function followOrder(client: Client, id: string, partner: DoiPartner): Promise<void> {
  showTest(await step('Connection test', () => client.call<ERPConnectionTestResult>('POST', `/erp/connections/${id}/test`)))
  const order = `WEB-${Date.now()}`
  await client.call('POST', `/erp/connections/${id}/records/orders`, [
    {
      id: order,
      orderDate: '2026-11-23',
      currency: 'EUR',
      total: '100.00',
      customerName: 'Ada Example',
      shipTo: { name: 'Ada Example', line1: 'Ring 1', city: 'Köln', postalCode: '50667', country: 'DE' },
      lines: [
        { lineNumber: '10', sku: 'ROSE-01', description: 'Rose, red & long', quantity: '3', uom: 'EA', unitPrice: '20.00' },
        { lineNumber: '20', sku: 'VASE-02', description: 'Vase', quantity: '2', uom: 'EA', unitPrice: '20.00' },
      ],
    },
  ])
  partner.faults.add({ kind: 'drop-after-store', method: 'POST' })
  await sync(client, id, 'orders', { direction: 'push' })
  const times = partner.writeLog.find(order)?.timesStored
  if (times !== 1) throw new Error(`The supplier has stored the order ${times ?? 0} times`)
  say(`  The supplier's first answer was lost, but the order is stored exactly once.`)

  const becomes = (status: string) =>
    until(async () => (await find<{ status?: string }>(client, id, 'order_status', order))?.status === status, `${order} "${status}"`)
  const steps: readonly (readonly [what: string, does: () => Promise<unknown>, status: string])[] = [
    ['The supplier confirms it', () => partner.confirm(order), 'processing'],
    [
      'It ships the roses',
      () => partner.ship(order, [{ lineNumber: '10', quantity: '3' }], { shipmentId: 'S1', trackingNumbers: ['T-4711'] }),
      'partially_shipped',
    ],
    ['It ships the vases', () => partner.ship(order, [{ lineNumber: '20', quantity: '2' }], { shipmentId: 'S2' }), 'shipped'],
  ]
  for (const [what, does, status] of steps) {
    await does()
    await becomes(status)
    say(`${green('✓')} ${what}: ${status}`)
  }
  await partner.invoice(order, { invoiceNumber: 'I-7' })
  const invoices = () => client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/invoices`)
  await until(async () => (await invoices()).length === 1, 'the invoice')
  const [{ data } = { data: {} as ERPRecord['data'] }] = await invoices()
  say(`${green('✓')} It sends the invoice: ${data.invoiceNumber}, ${data.total} ${data.currency}`)
}

const find = async <Data>(client: Client, id: string, dataType: string, record: string): Promise<Data | undefined> => {
  const records = await client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/${dataType}`)
  return records.find((one) => one.id === record)?.data as Data | undefined
}

async function until(condition: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + timeoutMs; !(await condition()); await sleep(50)) {
    if (Date.now() > end) throw new Error(`Timed out waiting for ${what}`)
  }
}
