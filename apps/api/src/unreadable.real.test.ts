import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
let store: Redis
beforeAll(async () => {
  harness = await startHarness()
  store = new Redis(harness.redis.url)
})
afterAll(async () => {
  store.disconnect()
  await harness[Symbol.asyncDispose]()
})

const mount = '/api/v1'
const read = async (path: string) => {
  const response = await harness.as('viewer', { url: `${mount}${path}` })
  expect([path, response.statusCode]).toEqual([path, 200])
  return response.json()
}
const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id)
const post = async (path: string, payload: object) => {
  const response = await harness.as('admin', { method: 'POST', url: `${mount}${path}`, payload })
  expect(response.statusCode).toBeLessThan(300)
  return response.json()
}
const connect = () => post('/erp/connections', { ...aConnection, settings: { enabledDataTypes: ['products', 'inventory'] } })
const discard = (kind: string, id: string) =>
  harness.as('admin', { method: 'DELETE', url: `${mount}/erp/unreadable/${kind}/${encodeURIComponent(id)}` })
const warnings = async (): Promise<string[]> =>
  ((await harness.app.inject('/readyz')).json().warnings ?? []).filter((text: string) => !text.startsWith('No worker'))

/** Deletes it as /readyz says, and expects that nothing warns of it any more. */
async function discardAsToldFor(kind: string): Promise<void> {
  const [warning = ''] = (await warnings()).filter((text) => text.includes(`/${kind}/`))
  const [, path = ''] = /DELETE (\S+)$/.exec(warning) ?? []
  const response = await harness.as('admin', { method: 'DELETE', url: `${mount}${path}` })
  expect([warning, response.statusCode]).toEqual([warning, 204])
  expect((await warnings()).filter((text) => text.includes(path))).toEqual([])
}

test('a connection that cannot be read is left out of the lists, named, and can be deleted', async () => {
  const [whole, damaged] = [await connect(), await connect()]
  const key = `erp_connection:{${damaged.id}}`
  const doc = JSON.parse((await store.hget(key, 'doc')) ?? '')
  await store.hset(key, 'doc', JSON.stringify({ ...doc, createdBy: 42 }))

  expect(idsOf(await read('/erp/connections'))).toEqual([whole.id])
  expect((await harness.as('viewer', { url: `${mount}/erp/connections/${damaged.id}` })).json()).toMatchObject({ code: 'store.unreadable' })
  expect(await warnings()).toEqual([expect.stringContaining(`DELETE /erp/connections/${damaged.id}`)])
  expect(harness.logs.filter((line) => line.includes('cannot be read') && line.includes(damaged.id))).toHaveLength(1)

  const remove = () => harness.as('admin', { method: 'DELETE', url: `${mount}/erp/connections/${damaged.id}` })
  expect((await remove()).statusCode).toBe(204)
  expect((await remove()).statusCode).toBe(404)
  expect(await warnings()).toEqual([])
  expect(await store.zrange('erp_connections:{index}:all', '0', '-1')).toHaveLength(1)
})

test('a log, an entry and a record that cannot be read are left out, and can be deleted', async () => {
  await using _worker = harness.work()
  const { id } = await connect()
  const ended = async (): Promise<string> => {
    const started = await post(`/erp/connections/${id}/sync`, { dataType: 'products' })
    for (;;) {
      const log = await read(`/erp/sync-logs/${started.id}`)
      if (log.completedAt) return started.id
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const [first, second] = [await ended(), await ended()]
  await store.hset(`erp_sync_log:{${id}}:${first}`, 'doc', '{"id":42}')
  expect(idsOf(await read('/erp/sync-logs'))).toEqual([second])
  await read('/erp/overview')
  await discardAsToldFor('sync-log')

  const entries = `erp_sync_log:{${id}}:${second}:entries`
  await store.xadd(entries, '*', 'json', '{"level":7}')
  const readable = await read(`/erp/sync-logs/${second}/entries`)
  expect(readable).toHaveLength((await store.xlen(entries)) - 1)
  await discardAsToldFor('sync-log-entry')
  expect(await store.xlen(entries)).toBe(readable.length)

  const before = await read(`/erp/connections/${id}/records/products`)
  await store.hset(`erp_record:{${id}}:products:data`, before[0].id, '[1')
  expect(await read(`/erp/connections/${id}/records/products`)).toEqual(before.slice(1))
  const { changes } = await read(`/erp/connections/${id}/changes/products`)
  expect(changes.some((change: { readonly id: string }) => change.id === before[0].id)).toBe(false)
  await discardAsToldFor('record')
})

test('a configuration and an assignment that cannot be read are left out, outlive changes of the list, and can be deleted', async () => {
  const { id } = await connect()
  await post('/erp/sync-configs', { erpConnectionId: id, dataType: 'products' })
  const spoil = async (key: string) => {
    const list = JSON.parse((await store.hget(key, 'list')) ?? '[]')
    await store.hset(key, 'list', JSON.stringify([...list, { id: 42 }]))
  }
  await spoil(`erp_sync_config:{${id}}:all`)
  const other = await post('/erp/sync-configs', { erpConnectionId: id, dataType: 'inventory' })
  expect(idsOf(await read(`/erp/connections/${id}/sync-configs`))).toContain(other.id)
  expect(JSON.parse((await store.hget(`erp_sync_config:{${id}}:all`, 'list')) ?? '')).toContainEqual({ id: 42 })
  await discardAsToldFor('sync-configuration')
  expect(JSON.parse((await store.hget(`erp_sync_config:{${id}}:all`, 'list')) ?? '')).toHaveLength(2)

  await post('/clients/client-1/erp-assignments', { erpConnectionId: id })
  await spoil('client_erp_assignment:{client-1}')
  expect(await read('/clients/client-1/erp-assignments')).toHaveLength(1)
  await discardAsToldFor('client-assignment')

  await store.hset('site_erp_assignment:{site-1}', 'list', 'no list')
  expect(await read('/sites/site-1/erp-assignments')).toEqual([])
  await discardAsToldFor('site-assignment')
  await post('/sites/site-1/erp-assignments', { erpConnectionId: id, clientId: 'client-1' })
  expect(await read('/sites/site-1/erp-assignments')).toHaveLength(1)
})

test('an event of the audit trail that cannot be read is left out, and only such an event can be deleted', async () => {
  await connect()
  const [latest] = await read('/audit-logs')
  const [, fields] = (await store.xrange('erp_audit_log:{audit}', latest.id, latest.id))[0] ?? []
  expect((await discard('audit-event', latest.id)).statusCode).toBe(404)

  const places = JSON.parse(fields?.[3] ?? '[]')
  const id = await store.xadd('erp_audit_log:{audit}', '*', 'json', '{"actor":{"id":42}}', 'places', JSON.stringify(places))
  for (const place of places) await store.zadd('erp_audit_log:{audit}:index', '0', `${place}${id}`)
  expect(idsOf(await read('/audit-logs'))).toContain(latest.id)
  await discardAsToldFor('audit-event')
  expect(await store.xrange('erp_audit_log:{audit}', id ?? '', id ?? '')).toEqual([])
  const [event] = await read('/audit-logs')
  expect(event).toMatchObject({ action: 'erp_unreadable_discarded', target: id, changes: { kind: 'audit-event' } })
})
