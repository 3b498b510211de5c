import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, compat, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())

const post = (url: string, payload: object) => harness.as('admin', { method: 'POST', url: `${compat}${url}`, payload })
const get = async (url: string) => (await harness.as('viewer', { url: `${compat}${url}` })).json()
const remove = (url: string) => harness.as('admin', { method: 'DELETE', url: `${compat}${url}` })
const connect = async (): Promise<string> => (await post('/erp/connections', aConnection)).json().id

let count = 0
const fresh = (kind: string) => `${kind}-${++count}`

test("a site uses its client's default, its own ERP while that overrides, and then the default again", async () => {
  const [main, other] = [await connect(), await connect()]
  const [client, site] = [fresh('client'), fresh('site')]
  expect(await get(`/sites/${site}/effective-erp?clientId=${client}`)).toEqual({ connection: null, source: 'none', assignment: null })

  const first = await post(`/clients/${client}/erp-assignments`, { erpConnectionId: main, catalogId: 'spring' })
  expect(first.statusCode).toBe(201)
  expect(first.json()).toMatchObject({
    clientId: client,
    erpConnectionId: main,
    catalogId: 'spring',
    isDefault: true,
    settings: { syncOrders: true, syncInvoices: true },
  })
  expect(await get(`/sites/${site}/effective-erp?clientId=${client}`)).toMatchObject({
    source: 'client',
    connection: { id: main, credentials: { apiKey: '********' } },
  })

  const own = await post(`/sites/${site}/erp-assignments`, { clientId: client, erpConnectionId: other, overridesClient: true })
  expect(own.json()).toMatchObject({ siteId: site, clientId: client, overridesClient: true })
  expect(await get(`/sites/${site}/effective-erp`)).toMatchObject({
    source: 'site',
    connection: { id: other },
    assignment: { id: own.json().id },
  })

  expect((await remove(`/sites/${site}/erp-assignments/${own.json().id}`)).statusCode).toBe(204)
  expect((await remove(`/sites/${site}/erp-assignments/${own.json().id}`)).statusCode).toBe(404)
  expect(await get(`/sites/${site}/effective-erp?clientId=${client}`)).toMatchObject({ source: 'client', connection: { id: main } })
})

test('ten assignments at the same time keep exactly one default, and none is lost', async () => {
  const client = fresh('client')
  const connections = await Promise.all(Array.from({ length: 10 }, connect))
  await Promise.all(connections.map((erpConnectionId) => post(`/clients/${client}/erp-assignments`, { erpConnectionId, isDefault: true })))
  const list = await get(`/clients/${client}/erp-assignments`)
  expect(list.map((one: { erpConnectionId: string }) => one.erpConnectionId).sort()).toEqual([...connections].sort())
  expect(list.filter((one: { isDefault: boolean }) => one.isDefault)).toHaveLength(1)
})

test('assigning the same connection again updates its assignment', async () => {
  const [client, erpConnectionId] = [fresh('client'), await connect()]
  const first = (await post(`/clients/${client}/erp-assignments`, { erpConnectionId })).json()
  const second = (await post(`/clients/${client}/erp-assignments`, { erpConnectionId, settings: { syncOrders: false } })).json()
  expect(second).toMatchObject({
    id: first.id,
    createdAt: first.createdAt,
    isDefault: true,
    settings: { syncOrders: false, syncProducts: true },
  })
  expect(await get(`/clients/${client}/erp-assignments`)).toHaveLength(1)
})

test('an unknown connection cannot be assigned, and a deleted one disappears from every assignment', async () => {
  const [client, site, erpConnectionId] = [fresh('client'), fresh('site'), await connect()]
  expect((await post(`/clients/${client}/erp-assignments`, { erpConnectionId: 'erp_0000000000000000' })).json()).toMatchObject({
    status: 422,
    errors: [{ path: 'erpConnectionId' }],
  })
  await post(`/clients/${client}/erp-assignments`, { erpConnectionId })
  await post(`/sites/${site}/erp-assignments`, { clientId: client, erpConnectionId })
  await remove(`/erp/connections/${erpConnectionId}`)
  expect(await get(`/clients/${client}/erp-assignments`)).toEqual([])
  expect(await get(`/sites/${site}/erp-assignments`)).toEqual([])
  expect(await get(`/sites/${site}/effective-erp?clientId=${client}`)).toMatchObject({ source: 'none' })
  expect(await harness.ports.assignments.clients.list(client)).toEqual([])
})

test('a site is synced, and its stock is read, through the connection that serves it', async () => {
  const [client, site, erpConnectionId] = [fresh('client'), fresh('site'), await connect()]
  const sync = (dataType: string) =>
    harness.as('operator', { method: 'POST', url: `${compat}/sites/${site}/sync?clientId=${client}`, payload: { dataType } })
  expect((await sync('products')).json()).toMatchObject({ status: 422, code: 'assignment.none' })
  await post(`/clients/${client}/erp-assignments`, { erpConnectionId, settings: { syncInventory: false } })
  expect((await sync('inventory')).json()).toMatchObject({ status: 422, code: 'assignment.switched-off' })
  const started = await sync('products')
  expect([started.statusCode, started.json()]).toMatchObject([202, { erpConnectionId, status: 'scheduled' }])
  expect((await get(`/erp/inventory/none?siteId=${site}&clientId=${client}`)).detail).toContain(erpConnectionId)
  expect(await get('/erp/inventory/none')).toMatchObject({ status: 400 })
})

test('assignments are audited, and only admins may change them', async () => {
  const [client, erpConnectionId] = [fresh('client'), await connect()]
  const { id } = (await post(`/clients/${client}/erp-assignments`, { erpConnectionId })).json()
  await remove(`/clients/${client}/erp-assignments/${id}`)
  const events = await get('/audit-logs?limit=2')
  expect(events).toMatchObject([
    { action: 'client_erp_unassigned', target: client, changes: { erpConnectionId } },
    { action: 'client_erp_assigned', target: client, actor: { id: 'admin-key' } },
  ])
  const refused = await harness.as('operator', {
    method: 'POST',
    url: `${compat}/clients/${client}/erp-assignments`,
    payload: { erpConnectionId },
  })
  expect(refused.statusCode).toBe(403)
})
