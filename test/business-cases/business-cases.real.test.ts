import { everyItem, ok } from '@linkspan/client'
import type { DataTypeId } from '@linkspan/core'
import { startRestErp, startSapOData } from '@linkspan/simulators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stack, startStack } from '../stack/stack.ts'
import { oneErpForAllSites, pulledAtTwoOnly, twoErpsByRegion } from './cases.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack[Symbol.asyncDispose]())

const effective = (siteId: string, clientId: string) =>
  ok(stack.api.GET('/sites/{siteId}/effective-erp', { params: { path: { siteId }, query: { clientId } } }))
const syncSite = async (siteId: string, clientId: string, dataType: DataTypeId) => {
  const log = await ok(stack.api.POST('/sites/{siteId}/sync', { params: { path: { siteId }, query: { clientId } }, body: { dataType } }))
  return stack.follow(log.id)
}
const syncRefused = (status: number) => ({ name: 'LinkspanError', status, problem: { status, hint: expect.any(String) } })

test('one ERP serves five sites: products are synced at night, orders on request', async () => {
  await using erp = await startSapOData({ dataset: { products: 120, orders: 40 } })
  const { client, sites, connection, products, orders } = await oneErpForAllSites(stack, erp)
  const served = await Promise.all(sites.map((site) => effective(site, client)))
  expect(served.map(({ source, connection, assignment }) => [source, connection?.id, assignment?.catalogId])).toEqual(
    sites.map(() => ['client', connection.id, 'northwind-gifts']),
  )
  expect(products.nextSyncAt).toMatch(/T0[01]:30:00.000Z$/)
  expect(orders.nextSyncAt).toBeUndefined()
  expect(await syncSite(sites[3] ?? '', client, 'orders')).toMatchObject({
    status: 'success',
    trigger: 'manual',
    erpConnectionId: connection.id,
    recordsCreated: 40,
    syncConfigId: orders.id,
  })
  const after = await ok(stack.api.GET('/erp/sync-configs/{id}', { params: { path: { id: orders.id } } }))
  expect(after).toMatchObject({ status: 'success', lastSyncAt: expect.any(String) })
})

test('two ERPs serve ten sites: four sites override their client, and each region has its own catalogue and schedule', async () => {
  await using europe = await startRestErp({ dataset: { seed: 'eu', products: 90 } })
  await using america = await startRestErp({ dataset: { seed: 'us', products: 60 } })
  const { client, inheriting, overriding, eu, us, configs } = await twoErpsByRegion(stack, europe, america)
  for (const site of inheriting)
    expect(await effective(site, client)).toMatchObject({
      source: 'client',
      connection: { id: eu.id },
      assignment: { catalogId: 'globex-eu' },
    })
  for (const site of overriding)
    expect(await effective(site, client)).toMatchObject({
      source: 'site',
      connection: { id: us.id },
      assignment: { catalogId: 'globex-us' },
    })

  const [inEurope, inAmerica] = [inheriting[0] ?? '', overriding[0] ?? '']
  expect(await syncSite(inEurope, client, 'inventory')).toMatchObject({ status: 'success', erpConnectionId: eu.id, recordsCreated: 270 })
  expect(await syncSite(inAmerica, client, 'inventory')).toMatchObject({ status: 'success', erpConnectionId: us.id, recordsCreated: 180 })
  const [sku] = [...america.dataset.inventory].map((row) => row.sku)
  const stock = (siteId: string) =>
    ok(stack.api.GET('/erp/inventory/{sku}', { params: { path: { sku: sku ?? '' }, query: { siteId, clientId: client } } }))
  const onHand = [...america.dataset.inventory].filter((row) => row.sku === sku).reduce((sum, row) => sum + Number(row.quantityOnHand), 0)
  expect(Number((await stock(inAmerica)).quantityOnHand)).toBeCloseTo(onHand)
  expect(configs.every(({ nextSyncAt }) => nextSyncAt !== undefined)).toBe(true)

  await ok(stack.api.PATCH('/erp/connections/{id}', { params: { path: { id: us.id } }, body: { status: 'inactive' } }))
  await expect(syncSite(inAmerica, client, 'products')).rejects.toMatchObject(syncRefused(409))
  expect(await syncSite(inEurope, client, 'products')).toMatchObject({ status: 'success', recordsCreated: 90 })
})

test('a client that is only pulled at two in the morning has no orders, and nothing can be pushed to it', async () => {
  await using erp = await startRestErp({ dataset: { products: 50 } })
  const { client, site, connection } = await pulledAtTwoOnly(stack, erp)
  await expect(syncSite(site, client, 'orders')).rejects.toMatchObject(syncRefused(422))
  const path = { id: connection.id }
  for (const body of [{ dataType: 'orders' }, { dataType: 'orders', direction: 'push' }] as const)
    await expect(ok(stack.api.POST('/erp/connections/{id}/sync', { params: { path }, body }))).rejects.toMatchObject(syncRefused(422))
  expect(await syncSite(site, client, 'products')).toMatchObject({ status: 'success', recordsCreated: 50 })
  const records = everyItem((start) =>
    stack.api.GET('/erp/connections/{id}/records/{dataType}', {
      params: { path: { ...path, dataType: 'products' }, query: { limit: 20, ...start } },
    }),
  )
  const ids: string[] = []
  for await (const { id } of records) ids.push(id)
  expect(ids.sort()).toEqual([...erp.dataset.products].map(({ id }) => id).sort())
})
