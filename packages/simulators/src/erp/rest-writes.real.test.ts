import { expect, test } from 'vitest'
import type { RestErpOptions } from './rest/rest-options.ts'
import { type RestErp, startRestErp } from './rest.ts'

// biome-ignore lint/suspicious/noExplicitAny: the shape of the answers is what these tests are about
type Json = Record<string, any>

const start = (options: RestErpOptions = {}): Promise<RestErp> => startRestErp({ dataset: { products: 60, orders: 20 }, ...options })

function order(erp: RestErp, ourReference: string, more: Json = {}): Json {
  const { sku } = erp.dataset.products.at(7)!
  return { ourReference, customerId: '17100002', lines: [{ sku, quantity: '3', unitPrice: '2.50' }], ...more }
}

function send(erp: RestErp, body: unknown, path = '/orders', method = 'POST', headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return fetch(`${erp.url}${path}`, { method, body: text, headers: { 'content-type': 'application/json', ...headers } })
}

const read = async (erp: RestErp, path: string): Promise<Json> => (await (await fetch(`${erp.url}${path}`)).json()) as Json

test('the ERP gives an order its number and totals, and everybody can read it', async () => {
  await using erp = await start()
  const before = erp.dataset.orders.at(19, 'time')!.updatedAt
  const response = await send(
    erp,
    order(erp, 'W-1', { id: 'mine', orderNumber: 'mine', status: 'shipped', total: '1.00', note: 'ring twice' }),
  )
  expect(response.status).toBe(201)
  expect(response.headers.get('location')).toBe(`${erp.url}/orders/4000020`)
  const stored = (await response.json()) as Json
  expect(stored).toMatchObject({
    id: '4000020',
    orderNumber: '4000020',
    ourReference: 'W-1',
    customerName: 'Blumen Schäfer GmbH & Co. KG',
    status: 'pending',
    subtotal: '7.50',
    taxTotal: '1.43',
    total: '8.93',
    note: 'ring twice',
    lines: [{ lineNumber: '10', quantity: '3', quantityShipped: '0', lineTotal: '7.50' }],
  })
  expect(await read(erp, '/orders/4000020')).toEqual(stored)
  const { data } = await read(erp, `/orders?updated_since=${new Date(Date.parse(before) + 1).toISOString()}`)
  expect(data).toEqual([stored])
  expect(await read(erp, '/order_status/4000020')).toMatchObject({ orderNumber: '4000020', status: 'pending', shipments: [] })
  expect(erp.writeLog.find('W-1')).toMatchObject({ erpId: '4000020', timesReceived: 1, timesStored: 1, contents: stored })
})

test('rows are found by exact values only, combined with paging and change time', async () => {
  await using erp = await start({ pageSize: 1, paging: 'cursor' })
  for (const reference of ['W-1', 'W-10', 'W-1']) await send(erp, order(erp, reference, { customerReference: `P ${reference}` }))
  const first = await read(erp, '/orders?ourReference=W-1')
  const second = await read(erp, `/orders?ourReference=W-1&cursor=${first.nextCursor}`)
  expect([...first.data, ...second.data].map((row: Json) => row.id)).toEqual(['4000020', '4000022'])
  expect(second.nextCursor).toBeNull()
  expect((await read(erp, '/orders?customerReference=P+W-10')).data[0].ourReference).toBe('W-10')
  expect((await read(erp, '/orders?our_reference=W-1&customer_reference=other')).data).toEqual([])
  expect((await read(erp, '/orders?ourReference=W')).data).toEqual([])
  expect((await read(erp, `/orders?ourReference=W-1&updated_since=${second.data[0].updatedAt}`)).data).toEqual(second.data)
  const old = erp.dataset.orders.at(3)!
  expect((await read(erp, `/orders?orderNumber=${old.orderNumber}`)).data[0].id).toBe(old.id)

  await using deaf = await start({ filters: false })
  expect((await read(deaf, '/orders?ourReference=W-1')).data).toHaveLength(20)
})

test('an ERP without idempotency stores an order as often as it comes, and the write log shows it', async () => {
  await using erp = await start()
  const key = { 'idempotency-key': 'k1' }
  const ids = []
  for (let i = 0; i < 2; i++) ids.push(((await (await send(erp, order(erp, 'W-1'), '/orders', 'POST', key)).json()) as Json).id)
  await send(erp, order(erp, 'W-2'))
  expect(ids).toEqual(['4000020', '4000021'])
  expect(erp.writeLog.summary()).toEqual({
    received: 3,
    stored: 3,
    replayed: 0,
    refused: 0,
    updated: 0,
    updatesRefused: 0,
    duplicates: ['W-1'],
  })
  expect(erp.writeLog.find('W-1')).toMatchObject({ erpId: '4000020', erpIds: ids, idempotencyKey: 'k1', timesReceived: 2, timesStored: 2 })
})

test('an ERP with idempotency repeats the first answer, and refuses different content for the same key', async () => {
  await using erp = await start({ idempotency: 'header' })
  const key = { 'idempotency-key': 'k1' }
  const refused = await send(erp, order(erp, 'W-1', { lines: [] }), '/orders', 'POST', key)
  const first = await send(erp, order(erp, 'W-1'), '/orders', 'POST', key)
  const again = await send(erp, order(erp, 'W-1'), '/orders', 'POST', key)
  const other = await send(erp, order(erp, 'W-2'), '/orders', 'POST', key)
  expect([refused, first, again, other].map(({ status }) => status)).toEqual([422, 201, 201, 422])
  expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true'])
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  expect(await again.json()).toEqual(await first.json())
  expect(await other.json()).toMatchObject({ error: { message: expect.stringContaining('Idempotency-Key') } })
  expect(erp.dataset.orders.size).toBe(21)
  expect(erp.writeLog.summary()).toMatchObject({ received: 4, stored: 1, replayed: 1, refused: 2, duplicates: [] })
})

test('an invalid order is refused with all reasons, the same each time, and nothing is stored', async () => {
  await using erp = await start()
  const sku = erp.dataset.products.at(0)!.sku
  const bad = order(erp, 'W-1', { customerId: '', lines: [{ sku: 'GS-9999999', quantity: '1' }, { sku, quantity: 0 }, { quantity: 'x' }] })
  const answers = [await send(erp, bad), await send(erp, bad)]
  expect(answers.map(({ status }) => status)).toEqual([422, 422])
  const [first, second] = (await Promise.all(answers.map((each) => each.json()))) as [Json, Json]
  expect(first.errors.map((each: Json) => [each.code, each.field])).toEqual([
    ['CUSTOMER_MISSING', 'customerId'],
    ['ITEM_UNKNOWN', 'lines[0].sku'],
    ['QUANTITY_INVALID', 'lines[1].quantity'],
    ['ITEM_MISSING', 'lines[2].sku'],
    ['QUANTITY_INVALID', 'lines[2].quantity'],
  ])
  expect(first.errors[1].message).toBe('Item "GS-9999999" does not exist in the item master.')
  expect(second).toEqual(first)
  for (const [body, status] of [
    ['{', 400],
    ['[]', 400],
    [order(erp, 'W-2', { lines: [] }), 422],
  ] as const)
    expect((await send(erp, body)).status).toBe(status)
  const line = { sku, quantity: '1' }
  const wrong = order(erp, 'W-2', {
    status: 'gone',
    orderDate: 'soon',
    shippingTotal: 'x',
    lines: [{ ...line, tax: 'x', priceUnitQuantity: '0' }],
  })
  const fields = ((await (await send(erp, wrong)).json()) as Json).errors.map((each: Json) => each.field)
  expect(fields).toEqual(['status', 'orderDate', 'shippingTotal', 'lines[0].tax', 'lines[0].priceUnitQuantity'])
  expect(erp.dataset.orders.size).toBe(20)
  expect(erp.writeLog.find('W-1')).toMatchObject({
    erpId: null,
    timesStored: 0,
    refusals: [expect.arrayContaining(['An order needs a customer.']), expect.any(Array)],
  })
  const blank = { status: null, orderDate: null, shippingTotal: null, lines: [{ ...line, unitPrice: null, priceUnitQuantity: null }] }
  expect((await send(erp, order(erp, 'W-1', blank))).status).toBe(201)
  expect(erp.writeLog.find('W-1')).toMatchObject({ erpId: '4000020', timesReceived: 3, timesStored: 1 })
})

test('an update changes the given fields or the whole order, with a new change time', async () => {
  await using erp = await start()
  const stored = (await (await send(erp, order(erp, 'W-1', { note: 'ring twice', customerReference: 'PO-7' }))).json()) as Json
  const path = `/orders/${stored.id}`
  const lines = [{ ...stored.lines[0], quantity: '4', tax: '0.10' }]
  const patched = (await (
    await send(erp, { lines, status: 'processing', customerReference: null, orderNumber: 'x' }, path, 'PATCH')
  ).json()) as Json
  expect(patched).toMatchObject({ subtotal: '10.00', total: '10.10', status: 'processing', note: 'ring twice', customerReference: null })
  expect(patched.orderNumber).toBe(stored.orderNumber)
  expect(patched.updatedAt > stored.updatedAt).toBe(true)
  expect((await read(erp, `/order_status/${stored.id}`)).status).toBe('processing')
  expect((await read(erp, '/orders?customerReference=PO-7')).data).toEqual([])

  const put = await send(erp, order(erp, 'W-1b'), path, 'PUT')
  expect(put.status).toBe(200)
  const whole = await read(erp, path)
  expect(whole).toMatchObject({ id: stored.id, ourReference: 'W-1b', subtotal: '7.50', status: 'processing' })
  expect(whole).not.toHaveProperty('note')
  expect((await send(erp, { lines: [{ sku: 'nothing', quantity: '1' }] }, path, 'PATCH')).status).toBe(422)
  expect((await send(erp, {}, '/orders/nothing', 'PATCH')).status).toBe(404)

  const { updates } = erp.writeLog.find('W-1')!
  expect(updates.map(({ by, refused }) => [by, refused?.length])).toEqual([
    ['api', undefined],
    ['api', undefined],
    ['api', 1],
  ])
  const old = erp.dataset.orders.at(2)!
  const renamed = (await (await send(erp, { customerReference: 'PO-8' }, `/orders/${old.id}`, 'PATCH')).json()) as Json
  expect(renamed).toEqual({ ...old, customerReference: 'PO-8', updatedAt: renamed.updatedAt })
  expect(erp.writeLog.find(old.id)).toMatchObject({
    reference: null,
    timesReceived: 0,
    updates: [{ changes: { customerReference: 'PO-8' } }],
  })
  expect(erp.writeLog.summary()).toMatchObject({ received: 1, updated: 3, updatesRefused: 1 })
})

test('with locking, an update of a stale version is refused, and so is one without a version if that is required', async () => {
  await using erp = await start({ locking: 'required' })
  const created = await send(erp, order(erp, 'W-1'))
  const etag = created.headers.get('etag')!
  const path = `/orders/${((await created.json()) as Json).id}`
  expect((await fetch(`${erp.url}${path}`)).headers.get('etag')).toBe(etag)
  const patch = (headers: Record<string, string>) => send(erp, { customerReference: 'x' }, path, 'PATCH', headers)
  expect((await patch({})).status).toBe(428)
  const changed = await patch({ 'if-match': etag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('etag')).not.toBe(etag)
  expect((await patch({ 'if-match': etag })).status).toBe(412)
  expect((await patch({ 'if-match': '*' })).status).toBe(200)
  expect(erp.writeLog.summary()).toMatchObject({ updated: 2, updatesRefused: 2 })

  await using lenient = await start({ locking: 'optional' })
  const old = lenient.dataset.orders.at(0)!
  expect((await send(lenient, { customerReference: 'x' }, `/orders/${old.id}`, 'PATCH')).status).toBe(200)
  expect((await send(lenient, { customerReference: 'x' }, `/orders/${old.id}`, 'PATCH', { 'if-match': '"old"' })).status).toBe(412)
})

test('orders are written in the style in which they are read', async () => {
  await using snake = await start({
    shape: 'snake',
    decimals: 'number',
    basePath: '/api/v1',
    rowField: 'data',
    paths: { orders: 'sales.orders' },
  })
  const sku = snake.dataset.products.at(0)!.sku
  const body = {
    our_reference: 'W-1',
    customer_id: '17100001',
    lines: [{ sku, quantity: 2, unit_price: 1.5 }],
    ship_to: { line1: 'Hohe Straße 1' },
  }
  const response = await send(snake, body, '/api/v1/sales.orders')
  const { data } = (await response.json()) as Json
  expect(data).toMatchObject({ our_reference: 'W-1', total: 3.57, ship_to: { line1: 'Hohe Straße 1' }, lines: [{ unit_price: 1.5 }] })
  expect((await (await fetch(response.headers.get('location')!)).json()) as Json).toEqual({ data })
  expect((await read(snake, '/api/v1/sales.orders?our_reference=W-1')).data).toEqual([data])
  expect((await fetch(`${snake.url}/api/v1/salesXorders/${data.id}`)).status).toBe(404)

  await using own = await start({
    shape: (row) => ({ KEY: row.id, REF: (row as Json).ourReference }),
    unshape: ({ REF, ITEM }) => ({ ourReference: REF, customerName: 'Walk-in', lines: [{ sku: ITEM, quantity: '1' }] }),
  })
  expect(await (await send(own, { REF: 'W-1', ITEM: sku })).json()).toEqual({ KEY: '4000020', REF: 'W-1' })
})

test('products, stock and employees can be written too; data types that the ERP creates itself cannot', async () => {
  await using erp = await start()
  const created = await send(erp, { sku: 'NEW-1', name: 'New thing', price: '4.00', uom: 'PC' }, '/products')
  expect([created.status, created.headers.get('location')]).toEqual([201, `${erp.url}/products/1000060`])
  expect((await read(erp, '/products?sku=NEW-1')).data).toEqual([await created.json()])
  expect((await send(erp, order(erp, 'W-1', { lines: [{ sku: 'NEW-1', quantity: '2' }] }))).status).toBe(201)
  expect(await (await send(erp, { name: 'Newer thing' }, '/products/1000060', 'PATCH')).json()).toMatchObject({
    sku: 'NEW-1',
    name: 'Newer thing',
  })
  expect((await send(erp, { sku: '' }, '/products/1000060', 'PATCH')).status).toBe(422)
  expect((await send(erp, { name: 'x' }, '/products')).status).toBe(422)
  const stock = erp.dataset.inventory.at(147)!
  expect(stock.id).toContain('/')
  const path = `/inventory/${encodeURIComponent(stock.id)}`
  expect(await (await send(erp, { quantityOnHand: '5.000' }, path, 'PATCH')).json()).toMatchObject({
    ...stock,
    quantityOnHand: '5.000',
    updatedAt: expect.any(String),
  })
  expect((await send(erp, {}, '/invoices')).status).toBe(405)
  expect((await send(erp, {}, '/invoices/9000000', 'PATCH')).status).toBe(405)
  expect((await send(erp, {}, '/orders/4000000', 'DELETE')).status).toBe(405)
  expect((await send(erp, {}, '/orders', 'DELETE')).status).toBe(405)
})

test('a user of the ERP changes, adds and removes rows of every data type', async () => {
  await using erp = await start({ dataset: { products: 60, orders: 20, employees: 5 } })
  for (const name of ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'] as const) {
    const { size } = erp.dataset[name]
    const latest = erp.dataset[name].at(size - 1, 'time')!.updatedAt
    const added = erp.add(name)
    const changed = erp.change(name, erp.dataset[name].at(0)!.id, {})
    expect([added.updatedAt > latest, changed.updatedAt > added.updatedAt]).toEqual([true, true])
    expect((await read(erp, `/${name}?updated_since=${added.updatedAt}`)).data).toEqual([added, changed])
    expect(erp.remove(name, added.id)).toBe(true)
    expect((await fetch(`${erp.url}/${name}/${encodeURIComponent(added.id)}`)).status).toBe(404)
    expect(erp.remove(name, added.id)).toBe(false)
  }
  await send(erp, order(erp, 'W-1'))
  const { erpId } = erp.writeLog.find('W-1')!
  erp.change('orders', erpId!, { status: 'shipped' })
  expect((await read(erp, `/order_status/${erpId}`)).status).toBe('shipped')
  expect(erp.writeLog.find('W-1')).toMatchObject({
    updates: [{ by: 'user', changes: { status: 'shipped' } }],
    contents: { status: 'shipped' },
  })
  expect(erp.writeLog.summary()).toMatchObject({ stored: 1, updated: 0 })
  expect(() => erp.change('orders', 'nothing', {})).toThrow('no row')
})
