import type { ERPConnection, ERPConnectionTestResult, ERPSyncLog } from '@linkspan/core'
import { startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { secrets, startStack } from './stack/stack.ts'

test('an ERP that refuses the credentials is asked no more until somebody reconnects, and the API says so', async () => {
  await using stack = await startStack()
  await using erp = await startRestErp({ dataset: { products: 5 } })
  erp.faults.add({ kind: 'unauthorized', times: 'always' })
  const { id } = await stack.connect({
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products', 'inventory'], timeout: 100_000 },
  })
  const read = () => stack.client.call<ERPConnection>('GET', `/erp/connections/${id}`)
  const post = (path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${stack.url}/api/v1/erp/connections/${id}${path}`, {
      method: 'POST',
      headers: { ...stack.headers, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const circuits = async (phase: string) => (await stack.metrics()).match(new RegExp(`linkspan_circuits\\{phase="${phase}"\\} (\\d+)`))?.[1]

  expect(await stack.sync(id)).toMatchObject({ status: 'error', errorDetails: { code: 'setup.credentials-rejected' } })
  await expect.poll(async () => (await read()).health.state).toBe('open')
  const { status, health } = await read()
  expect(status).toBe('error')
  expect(health).toMatchObject({ failuresInARow: 1, reason: expect.stringContaining('401'), nextProbeAt: expect.any(String) })
  expect(await circuits('open')).toBe('1')

  const before = erp.requestCount
  const refused = await post('/sync', { dataType: 'products' })
  expect(refused.status).toBe(409)
  expect(await refused.json()).toMatchObject({ code: 'connection.circuit-open', detail: expect.stringContaining('401') })
  expect(erp.requestCount).toBe(before)
  const forced = (await (await post('/sync', { dataType: 'products', force: true })).json()) as ERPSyncLog
  expect(await stack.follow(forced.id)).toMatchObject({ status: 'error' })
  expect(erp.requestCount).toBe(before + 1)

  expect((await post('/reconnect', {}, { authorization: `Bearer ${secrets.viewer}` })).status).toBe(403)
  const failed = await post('/reconnect')
  expect(failed.status).toBe(200)
  expect((await failed.json()) as ERPConnectionTestResult).toMatchObject({ success: false })
  expect(erp.requestCount).toBe(before + 2) // one login, though two data types are enabled
  expect((await read()).health.state).toBe('open')

  erp.faults.clear()
  const later = await post('/reconnect', {}, { prefer: 'respond-async' })
  expect(later.status).toBe(202)
  const location = later.headers.get('location') ?? ''
  const result = async () => (await fetch(`${stack.url}${location}`, { headers: stack.headers })).json() as Promise<ERPConnectionTestResult>
  await expect.poll(async () => (await result()).success, { timeout: 100_000 }).toBe(true)
  await expect.poll(async () => (await read()).status).toBe('active')
  await expect.poll(() => circuits('open')).toBe('0')
  expect(await stack.sync(id)).toMatchObject({ status: 'success' })
  const audit = await stack.client.call<{ action: string; outcome: string }[]>('GET', `/audit-logs?action=erp_connection_reconnected`)
  expect(audit.map(({ outcome }) => outcome).sort()).toEqual(['ok', 'ok', 'request.forbidden'])
})
