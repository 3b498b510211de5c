import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, compat, type Harness, jwtSecret, secretsOf, startHarness } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness({ INSTALLATION_NAME: 'acme-prod', INSTALLATION_COLOR: '#B3261E' })
})
afterAll(() => harness[Symbol.asyncDispose]())

const url = '/api/v1/installation'
const read = async (who: 'viewer' | 'operator' | 'admin') => (await harness.as(who, { url })).json()

test('everybody who is signed in sees the state, at both mounts; nobody else does', async () => {
  await harness.ports.workers.beat('worker-1')
  await harness.ports.workers.beat('worker-2', 4200)
  const found = await read('viewer')
  expect(found).toMatchObject({
    name: 'acme-prod',
    color: '#b3261e',
    version: expect.stringMatching(/^\d/),
    startedAt: expect.any(String),
    workers: expect.arrayContaining([
      { id: 'worker-1', alive: true, lastSeenAt: expect.any(String) },
      { id: 'worker-2', alive: true, lastSeenAt: expect.any(String), skewMs: 4200 },
    ]),
    redis: { version: expect.any(String), usedBytes: expect.any(Number) },
    queues: expect.arrayContaining([{ name: 'erp-sync', active: 0, waiting: 0, delayed: 0, failed: 0 }]),
    retention: { logDays: 90, logsPerConnection: 5000, statisticsByHourDays: 14, statisticsByDayDays: 400 },
  })
  expect((await harness.as('viewer', { url: `${compat}/installation` })).statusCode).toBe(200)
  expect((await harness.app.inject({ url })).statusCode).toBe(401)
})

test('keys, seals and settings are for admins', async () => {
  for (const who of ['viewer', 'operator'] as const) {
    const found = await read(who)
    for (const name of ['keys', 'seals', 'settings']) expect(found).not.toHaveProperty(name)
  }
  const { keys, settings } = await read('admin')
  expect(keys.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([
    ['admin-key', 'admin'],
    ['operator-key', 'operator'],
    ['viewer-key', 'viewer'],
  ])
  expect(settings).toContainEqual(expect.objectContaining({ name: 'RATE_LIMIT', value: '0', default: '6000', isSet: true }))
  expect(settings).toContainEqual(expect.objectContaining({ name: 'JWT_SECRET', value: null, isSet: true, isSecret: true }))
})

test('no secret is in the answer', async () => {
  const { body } = await harness.as('admin', { url })
  for (const secret of [...Object.values(secretsOf), jwtSecret]) expect(body).not.toContain(secret)
})

test('the use of a key is seen, and a wrong secret is none', async () => {
  const usesOf = async () =>
    new Map((await read('admin')).keys.map((key: { name: string; lastUsedAt: string }) => [key.name, key.lastUsedAt]))
  await read('operator')
  await expect.poll(async () => Date.now() - Date.parse(String((await usesOf()).get('operator-key')))).toBeLessThan(60_000)
  await using other = await startHarness()
  await other.app.inject({ url, headers: { authorization: 'Bearer not-the-viewer-secret' } })
  const { keys } = (await other.as('admin', { url })).json()
  expect(keys.find(({ name }: { name: string }) => name === 'viewer-key').lastUsedAt).toBeNull()
})

test('secrets are counted by the encryption key that seals them', async () => {
  const before = (await read('admin')).seals.byKey.test ?? 0
  await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: aConnection })
  await harness.as('admin', {
    method: 'POST',
    url: '/api/v1/erp/webhooks',
    payload: { url: 'https://hooks.example.com/linkspan', events: ['*'] },
  })
  expect((await read('admin')).seals).toEqual({ byKey: { test: before + 2 }, complete: true })
})
