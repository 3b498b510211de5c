import type { AddressInfo } from 'node:net'
import type { Update } from '@linkspan/core'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, jwtSecret, secretsOf, startHarness } from './testing/harness.ts'

let harness: Harness
let base: string
beforeAll(async () => {
  harness = await startHarness()
  await harness.app.listen({ port: 0, host: '127.0.0.1' })
  base = `http://127.0.0.1:${(harness.app.server.address() as AddressInfo).port}/api/v1`
})
afterAll(() => harness[Symbol.asyncDispose]())

const connect = async (): Promise<string> =>
  (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: aConnection })).json().id
const sync = (id: string) =>
  harness.as('operator', { method: 'POST', url: `/api/v1/erp/connections/${id}/sync`, payload: { dataType: 'products' } })
const asViewer = { authorization: `Bearer ${secretsOf.viewer}` }

interface Watched {
  readonly response: Response
  /** Everything that came so far. */
  readonly blocks: string[]
  readonly updates: () => readonly Update[]
  /** The id of the last event or position. */
  readonly lastId: () => string
  readonly ended: Promise<void>
  close(): void
}

/**
 * Opens a stream, and reads it until it is closed. It is open when its first position has come. No connection is kept for later,
 * because the server would wait for it when it closes.
 */
async function watch(query = '', headers: Record<string, string> = asViewer): Promise<Watched> {
  const abort = new AbortController()
  const response = await fetch(`${base}/erp/events${query}`, { headers: { ...headers, connection: 'close' }, signal: abort.signal })
  const blocks: string[] = []
  const read = async () => {
    let rest = ''
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = (rest + text).split('\n\n')
      rest = parts.pop() ?? ''
      blocks.push(...parts)
    }
  }
  const watched: Watched = {
    response,
    blocks,
    updates: () => blocks.flatMap((block) => /^data: (\{"topic".*)$/m.exec(block)?.[1] ?? []).map((data) => JSON.parse(data)),
    lastId: () => blocks.map((block) => /^id: (.*)$/m.exec(block)?.[1]).findLast((id) => id !== undefined) ?? '',
    ended: read().catch(() => {}),
    close: () => abort.abort(),
  }
  if (response.ok) await expect.poll(watched.lastId).not.toBe('')
  return watched
}

test('a viewer is told what has changed by whom ever, by topic and id, with a version that grows', async () => {
  const watched = await watch()
  expect(watched.response.headers.get('content-type')).toContain('text/event-stream')
  expect(watched.response.headers.get('x-accel-buffering')).toBe('no')
  await using _ = harness.work()
  const id = await connect()
  await expect.poll(watched.updates).toContainEqual({ topic: 'connections', id, version: expect.any(Number) })
  const run = (await sync(id)).json().id
  await expect.poll(watched.updates).toContainEqual({ topic: 'runs', id: run, version: expect.any(Number) })
  await expect.poll(() => watched.updates().map(({ topic }) => topic)).toContain('rejects') // the run has ended
  await expect.poll(() => watched.updates().filter(({ topic }) => topic === 'streams').length).toBeGreaterThan(1)
  const versions = watched.updates().map(({ version }) => version)
  expect(versions).toEqual([...new Set(versions)].toSorted((one, other) => one - other))
  expect(watched.blocks.join()).not.toContain('Product')
  watched.close()
})

test('only the topics that were asked for are told', async () => {
  const watched = await watch('?topics=runs,conflicts')
  const id = await connect()
  const run = (await sync(id)).json().id
  await expect.poll(watched.updates).toContainEqual({ topic: 'runs', id: run, version: expect.any(Number) })
  expect(new Set(watched.updates().map(({ topic }) => topic))).toEqual(new Set(['runs']))
  watched.close()
  expect((await watch('?topics=runs,cars')).response.status).toBe(400)
})

test('who comes back with the id of the last event gets what was missed; with an id that is not known, a gap', async () => {
  const before = await watch('?topics=connections')
  const first = await connect()
  await expect.poll(() => before.updates().map(({ id }) => id)).toContain(first)
  const last = before.lastId()
  before.close()
  const missed = await connect()
  const after = await watch('?topics=connections', { ...asViewer, 'last-event-id': last })
  await expect.poll(() => after.updates().map(({ id }) => id)).toEqual([missed])
  expect(after.blocks.join()).not.toContain('event: gap')
  after.close()

  const lost = await watch('', { ...asViewer, 'last-event-id': 'elsewhere-12' })
  expect(lost.blocks.join()).toContain('event: gap')
  lost.close()
})

test('a stream ends with the session that opened it, and one of a token with the token', async () => {
  const signedIn = await fetch(`${base}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: secretsOf.viewer }),
  })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await signedIn.text()
  const exp = Math.floor(Date.now() / 1000) + 5
  const token = await new SignJWT({ role: 'viewer', sub: 'a person', exp })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(jwtSecret))
  const [bySession, byToken] = await Promise.all([watch('', { cookie }), watch('', { authorization: `Bearer ${token}` })])
  const signOut = { method: 'DELETE', headers: { cookie, 'sec-fetch-site': 'same-origin', 'x-linkspan-admin': '1' } }
  expect((await fetch(`${base}/session`, signOut)).status).toBe(204)
  await Promise.all([bySession.ended, byToken.ended])
})

test('a caller has a bounded number of streams, and closing one makes room', async () => {
  const open = await Promise.all(Array.from({ length: 20 }, () => watch()))
  const refused = await watch()
  expect(refused.response.status).toBe(429)
  expect(refused.response.headers.get('retry-after')).toBe('30')
  for (const one of open) one.close()
  await expect
    .poll(async () => {
      const again = await watch()
      again.close()
      return again.response.status
    })
    .toBe(200)
})

test('the overview counts what waits for a person', async () => {
  const { badges, hours, incidents, records } = (await harness.as('viewer', { url: '/api/v1/erp/overview' })).json()
  expect(records.openRejects).toBe(1) // of the first test
  expect(badges).toEqual({ needsYou: incidents.open + 1, rejects: 1, conflicts: 0, incidents: incidents.open, lateStreams: 0 })
  expect(hours).toHaveLength(24)
  expect(hours.reduce((sum: number, { syncs }: { syncs: number }) => sum + syncs, 0)).toBeGreaterThanOrEqual(2)
})

test('every follower is told of a gap once Redis is back, and all streams end when the server closes', async () => {
  await using own = await startHarness()
  await own.app.listen({ port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${(own.app.server.address() as AddressInfo).port}/api/v1/erp/events`
  const response = await fetch(url, { headers: asViewer })
  const texts: string[] = []
  const ended = (async () => {
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) texts.push(text)
  })()
  await own.redis.kill()
  await own.redis.restart()
  await expect.poll(() => texts.join('')).toContain('event: gap')
  await own.app.close()
  await ended
})
