import { ok } from '@linkspan/client'
import type { ERPRecord } from '@linkspan/core'
import { findFreePort, startDoiPartner } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from '../stack/stack.ts'

const credentials = { doiUsername: 'linkspan', doiPassword: 'Geheim!1', doiSharedSecret: 'shared-secret' }

const order = {
  id: 'W-1000',
  orderDate: '2026-11-23',
  currency: 'EUR',
  total: '100.00',
  customerId: '4711',
  customerName: 'Ada Example',
  shipTo: { name: 'Ada Example', line1: 'Ring 1', city: 'Köln', postalCode: '50667', country: 'DE' },
  lines: [
    { lineNumber: '10', sku: 'ROSE-01', description: 'Rose, red & long', quantity: '3', uom: 'EA', unitPrice: '20.00' },
    { lineNumber: '20', sku: 'VASE-02', description: 'Vase', quantity: '2', uom: 'EA', unitPrice: '20.00' },
  ],
}

test.each(['cxml', 'ubl'] as const)(
  'an order goes to a partner, is confirmed, shipped in two parts and invoiced, and its status says so (%s)',
  async (dialect) => {
    await using stack = await startStack()
    const port = await findFreePort()
    const { id } = await stack.connect({
      connectionMethod: 'doi',
      credentials: { doiEndpoint: `http://127.0.0.1:${port}/orders`, ...credentials },
      settings: {
        dialect,
        timeout: 10_000,
        enabledDataTypes: ['orders', 'order_status', 'invoices'],
        cxml: { from: { identity: 'AN-BUYER' }, to: { identity: 'AN-SUPPLIER' } },
      },
    })
    const { doiUsername: user, doiPassword: password } = credentials
    await using partner = await startDoiPartner({ port, inbound: { url: `${stack.url}/doi/${id}`, user, password } })
    expect(await stack.client.call('POST', `/erp/connections/${id}/test`)).toMatchObject({ success: true })

    await stack.client.call('POST', `/erp/connections/${id}/records/orders`, order)
    partner.faults.add({ kind: 'drop-after-store', method: 'POST' })
    expect(await stack.sync(id, 'orders', { direction: 'push' })).toMatchObject({ status: 'success', recordsPushed: 1 })
    expect(partner.writeLog.find('W-1000')).toMatchObject({
      timesStored: 1,
      contents: { lines: [{ lineNumber: '10' }, { lineNumber: '20' }] },
    })

    const status = async () => {
      const response = await fetch(`${stack.url}/api/v1/erp/connections/${id}/records/order_status/W-1000`, { headers: stack.headers })
      return response.ok ? ((await response.json()) as { data: { status: string; shipments?: unknown[] } }).data : null
    }
    const becomes = (expected: string) => expect.poll(async () => (await status())?.status).toBe(expected)
    const orderNow = async () => {
      const response = await fetch(`${stack.url}/api/v1/erp/connections/${id}/records/orders/W-1000`, { headers: stack.headers })
      return (await response.json()) as ERPRecord
    }
    const orderBecomes = (expected: string) => expect.poll(async () => (await orderNow()).data.status).toBe(expected)
    const confirmed = await partner.confirm('W-1000', { promised: '2026-12-01' })
    await becomes('processing')
    await orderBecomes('processing')
    await partner.status('W-1000', { code: '200', text: 'On its way through the warehouse' })
    await expect.poll(orderNow).toMatchObject({
      syncStatus: 'synced',
      data: { promisedDate: '2026-12-01', total: '100.00', customerName: 'Ada Example' },
    })
    await partner.ship('W-1000', [{ lineNumber: '10', quantity: '3' }], { shipmentId: 'S1', trackingNumbers: ['T1'] })
    await becomes('partially_shipped')
    await orderBecomes('partially_shipped')
    await expect.poll(async () => (await orderNow()).data.lines).toMatchObject([{ quantity: '3', quantityShipped: '3' }, { quantity: '2' }])
    expect(await partner.repeat(confirmed.payloadId)).toMatchObject({ code: confirmed.code })
    await partner.ship('W-1000', [{ lineNumber: '20', quantity: '2' }], { shipmentId: 'S2' })
    await becomes('shipped')
    expect((await status())?.shipments).toHaveLength(2)
    await partner.invoice('W-1000', { invoiceNumber: 'I-7' })
    await expect
      .poll(
        async () =>
          (await ok(stack.api.GET('/erp/connections/{id}/records/{dataType}', { params: { path: { id, dataType: 'invoices' } } }))).length,
        {
          timeout: 20_000,
        },
      )
      .toBe(1)
    await becomes('shipped')
    await orderBecomes('shipped')
    const orders = await ok(stack.api.GET('/erp/connections/{id}/records/{dataType}', { params: { path: { id, dataType: 'orders' } } }))
    expect(orders).toMatchObject([{ id: 'W-1000', syncStatus: 'synced' }])
    expect(partner.writeLog.find('W-1000')).toMatchObject({ timesStored: 1 })
    const readLogs = () => ok(stack.api.GET('/erp/sync-logs', { params: { query: { erpConnectionId: id } } }))
    await expect.poll(async () => (await readLogs()).every(({ completedAt }) => completedAt)).toBe(true)
    const logs = await readLogs()
    expect(logs.filter(({ trigger }) => trigger === 'webhook').length).toBeGreaterThan(1)
    expect(logs.every((log) => log.status === 'success' && log.recordsFailed === 0)).toBe(true)
  },
)

test('a notice from a partner updates the record that was written, whatever its id', async () => {
  await using stack = await startStack()
  const port = await findFreePort()
  const { id } = await stack.connect({
    connectionMethod: 'doi',
    credentials: { doiEndpoint: `http://127.0.0.1:${port}/orders`, ...credentials },
    settings: { timeout: 10_000, enabledDataTypes: ['orders'], cxml: { from: { identity: 'AN-BUYER' }, to: { identity: 'AN-SUPPLIER' } } },
  })
  const { doiUsername: user, doiPassword: password } = credentials
  await using partner = await startDoiPartner({ port, inbound: { url: `${stack.url}/doi/${id}`, user, password } })
  await stack.client.call('POST', `/erp/connections/${id}/records/orders`, {
    ...order,
    id: 'cart-17',
    orderNumber: 'W-1000',
    customerReference: 'PO-9',
  })
  expect(await stack.sync(id, 'orders', { direction: 'push' })).toMatchObject({ recordsPushed: 1 })
  const [stored] = partner.writeLog.orders()
  await partner.confirm(stored?.reference ?? '', { type: 'except', rejected: [{ lineNumber: '20', quantity: '2' }] })
  const all = () => stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/orders`)
  await expect.poll(async () => (await all()).map(({ data }) => data.status)).toEqual(['processing'])
  expect(await all()).toMatchObject([{ id: 'cart-17', syncStatus: 'synced', data: { lines: [{}, { quantityCancelled: '2' }] } }])

  await stack.client.call('POST', `/erp/connections/${id}/records/orders`, {
    ...order,
    id: 'cart-17',
    orderNumber: 'W-1000',
    customerReference: 'PO-9',
    requestedDeliveryDate: '2026-12-24',
  })
  expect(await stack.sync(id, 'orders', { direction: 'push' })).toMatchObject({ status: 'success', recordsPushed: 1 })
  await partner.ship(stored?.reference ?? '', [{ lineNumber: '10', quantity: '3' }])
  await expect.poll(async () => (await all()).map(({ data }) => data.status)).toEqual(['shipped'])
  expect(await all()).toMatchObject([{ id: 'cart-17', syncStatus: 'synced', data: { requestedDeliveryDate: '2026-12-24' } }])
})

test('documents from anyone but the partner are refused and not stored', async () => {
  await using stack = await startStack({ workers: 0 })
  const { id } = await stack.connect({
    connectionMethod: 'doi',
    credentials: { doiEndpoint: 'http://127.0.0.1:9/orders', doiUsername: 'us', doiPassword: 'secret-1' },
    settings: { enabledDataTypes: ['order_status'] },
  })
  const basic = (password: string) => `Basic ${Buffer.from(`us:${password}`).toString('base64')}`
  const send = async (body: string, headers: Record<string, string> = {}, to = id) => {
    const response = await fetch(`${stack.url}/api/v1/doi/${to}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/xml', ...headers },
    })
    return { status: response.status, body: await response.text() }
  }
  const cxml = (secret: string, payload = 'p1') =>
    `<?xml version="1.0"?><!DOCTYPE cXML SYSTEM "http://xml.cxml.org/x.dtd"><cXML payloadID="${payload}" timestamp="2026-11-23T10:00:00+00:00"><Header><From/><To/><Sender><Credential domain="NetworkId"><Identity>x</Identity><SharedSecret>${secret}</SharedSecret></Credential></Sender></Header><Request><StatusUpdateRequest><DocumentReference payloadID="m1"/><Status code="200" text="OK"/></StatusUpdateRequest></Request></cXML>`
  expect((await send(cxml('secret-1'))).status).toBe(401)
  expect((await send(cxml('wrong'), { authorization: basic('secret-1') })).status).toBe(401)
  expect((await send(cxml('secret-1'), { authorization: basic('wrong') })).status).toBe(401)
  expect((await send('<a', { authorization: basic('secret-1') })).status).toBe(400)
  expect(
    (await send('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', { authorization: basic('secret-1') })).status,
  ).toBe(400)
  expect((await send('{}', { authorization: basic('secret-1'), 'content-type': 'application/json' })).status).toBe(415)
  expect((await send(cxml('secret-1'), {}, 'erp_0000000000000000')).status).toBe(404)

  const first = await send(cxml('secret-1'), { authorization: basic('secret-1') })
  expect(first).toMatchObject({ status: 200, body: expect.stringContaining('code="200"') })
  expect(await send(cxml('secret-1'), { authorization: basic('secret-1') })).toEqual(first)
  expect(first.body).not.toContain('secret-1')
  expect(stack.output()).not.toContain('secret-1')
})
