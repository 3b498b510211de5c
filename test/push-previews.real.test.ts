import type { ERPPushPreview, ERPRecord } from '@linkspan/core'
import { type RestErp, startRestErp } from '@linkspan/simulators'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Stack, secrets, startStack } from './stack/stack.ts'
import { storedIn } from './stack/stored.ts'

const token = 'erp-token-of-push-previews'

/** The ERP keeps the customer's name within "buyer". */
const shape = ({ ...row }: object) => {
  const { customerName, ...rest } = row as Record<string, unknown>
  return { ...rest, buyer: { name: customerName } }
}
const unshape = ({ buyer, ...row }: Record<string, unknown>) => ({
  ...row,
  ...(buyer !== undefined && { customerName: (buyer as { readonly name: unknown }).name }),
})

let stack: Stack
let erp: RestErp
let id: string
let sku: string
beforeAll(async () => {
  ;[stack, erp] = await Promise.all([
    startStack(),
    startRestErp({ dataset: { products: 3, orders: 0 }, paging: 'link', auth: { kind: 'bearer', token }, shape, unshape }),
  ])
  sku = erp.dataset.products.at(0)?.sku ?? ''
})
afterAll(async () => {
  await stack[Symbol.asyncDispose]()
  await erp[Symbol.asyncDispose]()
})
beforeEach(async () => {
  const connection = await stack.connect({
    credentials: { apiUrl: erp.url, oauthToken: token },
    settings: { enabledDataTypes: ['orders'], timeout: 20_000, retryDelay: 50 },
  })
  id = connection.id
})

const orderOf = (number: string, more: object = {}) => ({
  id: number,
  orderDate: '2026-11-23',
  currency: 'EUR',
  total: '25.00',
  customerName: 'Ann Lee',
  lines: [{ lineNumber: '10', type: 'item', sku, quantity: '2', unitPrice: '12.50' }],
  ...more,
})

async function ask(body: Record<string, unknown>, role: keyof typeof secrets = 'operator') {
  const response = await fetch(`${stack.url}/api/v1/erp/connections/${id}/preview`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secrets[role]}`, 'content-type': 'application/json' },
    body: JSON.stringify({ dataType: 'orders', direction: 'push', ...body }),
  })
  return { status: response.status, body: (await response.json()) as ERPPushPreview & { readonly errors: unknown } }
}
async function preview(body: Record<string, unknown>): Promise<ERPPushPreview> {
  const { status, body: answer } = await ask(body)
  expect(status, JSON.stringify(answer)).toBe(200)
  return answer
}

const writesOf = () => erp.requests.filter(({ method }) => method !== 'GET')
const push = () => stack.sync(id, 'orders', { direction: 'push' })

/** What is stored, without what is about runs. */
const contents = () => storedIn(stack.redis.url, /erp_sync_log/)

test('a preview shows the request that a push then sends, for a new order and for a change, and nothing is stored or sent', async () => {
  const settings = {
    conflictResolution: 'system_wins',
    fieldMapping: { customerName: 'buyer.name' },
    transformations: [{ field: 'customerName', operation: 'lookup', value: { table: { AL: 'Ann Lee', BO: 'Bob Orr' } } }],
  }
  await stack.client.call('POST', '/erp/sync-configs', { erpConnectionId: id, dataType: 'orders', direction: 'push', settings })
  for (const [name, code] of [
    ['Ann Lee', 'AL'],
    ['Bob Orr', 'BO'],
  ]) {
    const record = orderOf('P-1', { customerName: name })
    const [before, requests] = [await contents(), erp.requests.length]
    const shown = await preview({ record })
    expect(await contents()).toEqual(before)
    expect(erp.requests.length).toBe(requests)
    expect(shown).toMatchObject({ direction: 'push', mapping: 'stored', status: 'send', reason: null, readOnly: [], errors: [] })
    expect(JSON.parse(shown.message?.body ?? '')).toMatchObject({ buyer: { name: code } })

    await stack.client.call('POST', `/erp/connections/${id}/records/orders`, record)
    expect(await push()).toMatchObject({ status: 'success', recordsSuccess: 1 })
    const sent = writesOf().at(-1)
    expect(shown.message).toEqual({
      method: sent?.method,
      target: `${erp.url}${sent?.target}`,
      contentType: sent?.headers['content-type'],
      body: sent?.body,
      shortened: false,
    })
  }
  expect(writesOf().map(({ method }) => method)).toEqual(['POST', 'PATCH'])
  expect(await preview({ record: { id: 'P-1', customerName: 'Bob Orr' } })).toMatchObject({ status: 'unchanged', message: null })
})

test('a record that could not be posted is refused with the same 422', async () => {
  for (const wrong of [{ total: 'much' }, { orderDate: 'yesterday', total: '1' }, { lines: [{ quantity: 'two' }] }]) {
    const record = orderOf('P-2', wrong)
    const posted = await fetch(`${stack.url}/api/v1/erp/connections/${id}/records/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secrets.operator}`, 'content-type': 'application/json' },
      body: JSON.stringify(record),
    })
    const { errors, detail, code } = (await posted.json()) as Record<string, unknown>
    expect(posted.status).toBe(422)
    expect(await ask({ record })).toMatchObject({ status: 422, body: { errors, detail, code } })
  }
  expect(await ask({ record: orderOf('P-2') }, 'viewer')).toMatchObject({ status: 403 })
  expect(await ask({})).toMatchObject({ status: 422, body: { errors: [{ path: 'record' }] } })
  expect(await ask({ record: orderOf('P-2'), limit: 3 })).toMatchObject({ status: 422 })
  await expect(stack.client.call<ERPRecord>('GET', `/erp/connections/${id}/records/orders/P-2`)).rejects.toThrow()
})

test('what the mapping cannot turn round is named: read-only fields, values without an inverse, and what would settle it', async () => {
  const transformations = [
    { field: 'customerName', operation: 'concat', value: { fields: ['raw.first', 'raw.last'], separator: ' ' } },
    { field: 'total', operation: 'multiply', value: 3 },
  ]
  const shown = await preview({ record: orderOf('P-3', { total: '9' }), transformations })
  expect(shown).toMatchObject({ mapping: 'request', status: 'send', readOnly: ['customerName'], errors: [] })
  expect(JSON.parse(shown.message?.body ?? '')).toMatchObject({ total: '3' })
  expect(shown.message?.body).not.toContain('Ann Lee')
  expect(shown.remarks).toContainEqual({
    field: 'customerName',
    kind: 'warning',
    message: 'customerName is put together from raw.first and raw.last (concat), so it cannot be written back.',
    advice:
      'To write it, give this concat a push: {"jsonata": "…"}, an expression over the outgoing record for the value that the ERP gets.',
  })
  expect(await preview({ record: orderOf('P-3'), transformations })).toMatchObject({
    status: 'refused',
    message: null,
    errors: [{ path: 'total', message: 'cannot be divided by 3 exactly', value: '25.00' }],
  })
  const settled = transformations.map((one) => (one.operation === 'concat' ? { ...one, push: { jsonata: '$value' } } : one))
  const { readOnly, message } = await preview({ record: orderOf('P-3', { total: '9' }), transformations: settled })
  expect([readOnly, JSON.parse(message?.body ?? '').customerName]).toEqual([[], 'Ann Lee'])
})

test('a secret in the record is redacted, and the preview is audited without the record', async () => {
  const { message } = await preview({ record: orderOf('P-4', { customerName: `Bearer ${token}` }) })
  expect(message?.body).toContain('Bearer [redacted]')
  const events = await stack.client.call('GET', `/audit-logs?action=erp_preview_requested&target=${id}`)
  expect(events).toMatchObject([{ outcome: 'ok', changes: { dataType: 'orders', direction: 'push' } }])
  expect(JSON.stringify(events)).not.toContain('P-4')
})

test('a sync configuration says what a push does with its mapping, when it is saved and when it is read', async () => {
  const settings = {
    fieldMapping: { customerId: 'buyer', customerReference: 'buyer' },
    transformations: [{ field: 'companyId', operation: 'jsonata', value: 'a & b' }],
  }
  const config = { erpConnectionId: id, dataType: 'orders', direction: 'bidirectional', settings }
  const made = await stack.client.call<{ id: string; remarks: object[] }>('POST', '/erp/sync-configs', config)
  const remarks = [
    { kind: 'note', field: 'customerId' },
    { kind: 'warning', message: expect.stringContaining('customerId and customerReference are read from buyer') },
    { kind: 'note', field: 'customerReference' },
    { kind: 'warning', message: expect.stringContaining('customerReference and customerId are read from buyer') },
    { kind: 'warning', field: 'companyId', advice: expect.stringContaining('give this jsonata a push') },
  ]
  expect(made.remarks).toMatchObject(remarks)
  expect(await stack.client.call('GET', `/erp/sync-configs/${made.id}`)).toMatchObject({ remarks })
  expect(await stack.client.call('GET', `/erp/connections/${id}/sync-configs`)).toMatchObject([{ remarks }])
  const pulled = { dataType: 'orders', ...settings }
  expect(await stack.client.call('POST', `/erp/connections/${id}/preview`, pulled)).toMatchObject({ remarks })
  const change = { settings: { fieldMapping: null, transformations: null } }
  expect(await stack.client.call('PATCH', `/erp/sync-configs/${made.id}`, change)).not.toHaveProperty('remarks')
})
