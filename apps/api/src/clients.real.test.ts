import type { ERPClient, ERPSite } from '@linkspan/core'
import { indexParties } from '@linkspan/core'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness, type Who } from './testing/harness.ts'

const api = '/api/v1'
let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())

const post = (url: string, payload: object, who: Who = 'admin') => harness.as(who, { method: 'POST', url: `${api}${url}`, payload })
const put = (url: string, payload: object, who: Who = 'admin') => harness.as(who, { method: 'PUT', url: `${api}${url}`, payload })
const get = async (url: string) => (await harness.as('viewer', { url: `${api}${url}` })).json()
const connect = async (name: string): Promise<string> => (await post('/erp/connections', { ...aConnection, name })).json().id
const assignSite = (siteId: string, clientId: string, erpConnectionId: string, overridesClient = true) =>
  post(`/sites/${siteId}/erp-assignments`, { clientId, erpConnectionId, overridesClient })

test('clients and sites are known from their assignments or names, page by page, each site with its ERP and why', async () => {
  const [sap, oracle] = [await connect('SAP'), await connect('Oracle')]
  await post('/clients/acme/erp-assignments', { erpConnectionId: sap })
  await assignSite('site-3', 'acme', oracle)
  await assignSite('site-2', 'acme', oracle, false)
  await put('/clients/acme', { name: 'Acme' })
  await put('/clients/acme/sites/site-1', { name: 'شركة النور' })
  await post('/clients/acme-2/erp-assignments', { erpConnectionId: sap, isDefault: false })
  await assignSite('site-9', 'acme-2', oracle)

  const clients: ERPClient[] = await get('/clients')
  expect(clients).toMatchObject([
    {
      id: 'acme',
      name: 'Acme',
      defaultConnection: { id: sap, name: 'SAP' },
      assignments: [{ createdBy: 'admin-key', updatedBy: 'admin-key' }],
    },
    { id: 'acme-2', defaultConnection: null, assignments: [{ isDefault: false }] },
  ])
  const sites: ERPSite[] = await get('/clients/acme/sites')
  const counts = (rule: string) => expect.objectContaining({ rule, outcome: 'counts' })
  expect(sites).toMatchObject([
    { id: 'site-1', name: 'شركة النور', effective: { source: 'client', connection: { id: sap } } },
    { id: 'site-2', assignments: [{ overridesClient: false }], effective: { source: 'client', connection: { id: sap } } },
    { id: 'site-3', effective: { source: 'site', connection: { id: oracle, name: 'Oracle' } } },
  ])
  expect(sites[1]?.effective.why).toEqual([
    expect.objectContaining({ rule: 'site', outcome: 'absent', assignment: null }),
    counts('client'),
    { rule: 'none', outcome: 'not_asked', assignment: null, connection: null },
  ])
  expect(sites[2]?.effective.why).toEqual([
    counts('site'),
    expect.objectContaining({ rule: 'client', outcome: 'not_asked' }),
    expect.anything(),
  ])
  expect((await get('/clients/acme-2/sites')).map(({ id }: ERPSite) => id)).toEqual(['site-9'])

  const paged: string[] = []
  for (let url: string | undefined = `${api}/clients/acme/sites?limit=1`; url !== undefined; ) {
    const answer = await harness.as('viewer', { url })
    paged.push(...answer.json().map(({ id }: ERPSite) => id))
    url = /<([^>]+)>/.exec(String(answer.headers.link ?? ''))?.[1]
  }
  expect(paged).toEqual(['site-1', 'site-2', 'site-3'])
  expect(await get('/clients/acme/sites/site-3')).toEqual(sites[2])
  expect(await get('/clients/acme')).toEqual(clients[0])
  await put('/clients/acme/sites/site-1', { name: null })
  expect(await get('/clients/acme/sites/site-1')).toMatchObject({
    assignments: [],
    effective: { source: 'client', connection: { id: sap } },
  })
  expect((await get('/clients/acme/sites')).map(({ id }: ERPSite) => id)).toEqual(['site-2', 'site-3'])
})

test('a preview shows each site before and after a change, and changes nothing', async () => {
  const [old, next] = [await connect('Old'), await connect('New')]
  await post('/clients/globex/erp-assignments', { erpConnectionId: old })
  await assignSite('g-own', 'globex', next)
  for (const id of ['g-1', 'g-2']) await put(`/clients/globex/sites/${id}`, { name: id })
  const preview = async (change: object) => (await post('/erp/assignments/preview', { change }, 'viewer')).json()

  const before = await get('/clients/globex/sites')
  expect(await preview({ clientId: 'globex', erpConnectionId: next, isDefault: true })).toMatchObject({
    total: 3,
    changed: 2,
    next: null,
    sites: [
      {
        siteId: 'g-1',
        name: 'g-1',
        changes: true,
        before: { connection: { name: 'Old' } },
        after: { connection: { name: 'New' }, source: 'client' },
      },
      { siteId: 'g-2', changes: true },
      { siteId: 'g-own', changes: false, after: { source: 'site' } },
    ],
  })
  expect(await preview({ clientId: 'globex', siteId: 'g-own', action: 'unassign', erpConnectionId: next })).toMatchObject({
    total: 1,
    changed: 1,
    sites: [{ siteId: 'g-own', before: { source: 'site' }, after: { source: 'client', connection: { name: 'Old' } } }],
  })
  expect(await preview({ clientId: 'globex', siteId: 'new-site', erpConnectionId: next })).toMatchObject({
    sites: [{ siteId: 'new-site', before: { source: 'client' }, after: { source: 'site', connection: { name: 'New' } } }],
  })
  expect(await preview({ clientId: 'globex', action: 'unassign', erpConnectionId: old })).toMatchObject({
    changed: 2,
    sites: [{ after: { source: 'none', connection: null } }, {}, {}],
  })
  expect(await get('/clients/globex/sites')).toEqual(before)
  expect(await preview({ clientId: 'globex', erpConnectionId: 'erp_0000000000000000' })).toMatchObject({
    status: 422,
    errors: [{ path: 'change.erpConnectionId' }],
  })
})

test('only admins give names, which are audited', async () => {
  expect((await put('/clients/initech', { name: 'Initech' }, 'operator')).statusCode).toBe(403)
  expect((await put('/clients/initech', { name: '' })).statusCode).toBe(422)
  expect((await put('/clients/initech', { name: 'Initech' })).json()).toEqual({
    id: 'initech',
    name: 'Initech',
    assignments: [],
    defaultConnection: null,
  })
  expect(await get('/audit-logs?action=client_renamed&limit=2')).toMatchObject([
    { target: 'initech', outcome: 'ok', changes: { name: 'Initech' } },
    { outcome: 'request.forbidden' },
  ])
})

test('what an earlier version has assigned is found by the housekeeping', async () => {
  await post('/clients/hooli/erp-assignments', { erpConnectionId: await connect('Hooli') })
  const redis = new Redis(harness.redis.url)
  await redis.del('erp_parties:{index}:clients')
  redis.disconnect()
  const ids = async () => (await get('/clients')).map(({ id }: ERPClient) => id)
  expect(await ids()).not.toContain('hooli')
  await indexParties(harness.ports)
  expect(await ids()).toContain('hooli')
})
