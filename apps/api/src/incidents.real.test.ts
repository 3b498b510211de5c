import { installation, observeConnection, parts, watchedConnection } from '@linkspan/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, compat, type Harness, startHarness } from './testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness()
})
afterAll(() => harness[Symbol.asyncDispose]())

const url = '/api/v1/erp/incidents'
const part = (connectionId: string) => parts.runs(connectionId, 'products', 'pull')

/** A new connection, and the incident that its runs fail. */
async function openIncident() {
  const { id } = (await harness.as('admin', { method: 'POST', url: '/api/v1/erp/connections', payload: aConnection })).json()
  const observation = observeConnection(watchedConnection({ id, name: aConnection.name, credentials: {} }), {
    cause: 'setup.credentials-rejected',
    parts: [part(id)],
    dataType: 'products',
    runId: 'log_1',
    message: 'HTTP 401',
    at: new Date().toISOString(),
  })
  await harness.ports.incidents.observe(observation)
  const [incident] = (await harness.as('viewer', { url: `${url}?connectionId=${id}` })).json()
  return { connectionId: id as string, incident, path: `${url}/${incident.id}` }
}
const close = (connectionId: string) =>
  harness.ports.incidents.resolve({ kind: 'resolve', part: part(connectionId), message: 'It works', at: new Date().toISOString() })
const post = (who: 'viewer' | 'operator', path: string, payload?: object) =>
  harness.as(who, { method: 'POST', url: path, ...(payload && { payload }) })

test('shows an incident, at both mounts, and finds it by its status', async () => {
  const { connectionId, incident, path } = await openIncident()
  expect(incident).toMatchObject({
    status: 'open',
    cause: 'setup.credentials-rejected',
    severity: 'critical',
    connectionId,
    connectionIds: [connectionId],
    dataTypes: ['products'],
    title: 'The ERP refused the credentials: products of "Test ERP"',
    whoActs: 'administrator',
    occurrences: 1,
    firstRunId: 'log_1',
    lastRunId: 'log_1',
    timeline: [{ what: 'opened', message: 'HTTP 401' }],
  })
  for (const mounted of [path, path.replace('/api/v1', compat)])
    expect((await harness.as('viewer', { url: mounted })).json()).toEqual(incident)
  const listed = async (query: string) =>
    (await harness.as('viewer', { url: `${url}?connectionId=${connectionId}&${query}` })).json().length
  expect([await listed('status=open'), await listed('status=acknowledged'), await listed('status=closed')]).toEqual([1, 0, 0])
  await close(connectionId)
  expect([await listed('status=open'), await listed('status=acknowledged'), await listed('status=closed')]).toEqual([0, 0, 1])
})

test('tells an incident in German to who prefers that', async () => {
  const { connectionId, incident, path } = await openIncident()
  const told = {
    ...incident,
    title: 'Das ERP hat die Zugangsdaten abgelehnt: Produkte von „Test ERP“',
    hint: expect.stringMatching(/^Neue Zug/),
  }
  const headers = { 'accept-language': 'de' }
  expect((await harness.as('viewer', { url: path, headers })).json()).toEqual(told)
  expect((await harness.as('viewer', { url: `${url}?connectionId=${connectionId}`, headers })).json()).toEqual([told])
  const acknowledged = await harness.as('operator', { method: 'POST', url: `${path}/acknowledge`, headers })
  expect(acknowledged.json()).toMatchObject({ title: told.title, status: 'acknowledged' })
  await close(connectionId)
})

test('lists incidents page by page', async () => {
  const opened = [await openIncident(), await openIncident(), await openIncident()]
  const ids: string[] = []
  for (let next: string | undefined = `${url}?limit=1`; next && ids.length < 3; ) {
    const response = await harness.as('viewer', { url: next })
    ids.push(...response.json().map(({ id }: { id: string }) => id))
    next = /<([^>]+)>/.exec(String(response.headers.link))?.[1]
  }
  expect(new Set(ids)).toEqual(new Set(opened.map(({ incident }) => incident.id)))
  expect((await harness.as('viewer', { url: `${url}?cursor=nonsense` })).statusCode).toBe(400)
  expect((await harness.as('viewer', { url: `${url}?status=lost` })).statusCode).toBe(400)
  expect((await harness.as('viewer', { url: `${url}?state=open` })).statusCode).toBe(400)
})

test('an operator acknowledges an incident once; the audit trail and an event tell it', async () => {
  const { incident, path } = await openIncident()
  expect((await post('viewer', `${path}/acknowledge`)).statusCode).toBe(403)
  const first = await post('operator', `${path}/acknowledge`)
  expect(first.json()).toMatchObject({ id: incident.id, status: 'acknowledged', acknowledgedBy: 'operator-key' })
  expect((await post('operator', `${path}/acknowledge`)).json()).toEqual(first.json())
  const [event] = (await harness.as('viewer', { url: `/api/v1/audit-logs?limit=1&target=${incident.id}` })).json()
  expect(event).toMatchObject({ action: 'erp_incident_acknowledged', actor: { id: 'operator-key' }, outcome: 'ok' })
  const told = (await harness.ports.events.read(installation, null, 1000)).filter(
    ({ data }) => (data.incident as { id: string }).id === incident.id,
  )
  expect(told.map(({ type }) => type)).toEqual(['incident.opened', 'incident.updated'])
  expect(told[1]?.data.incident).toEqual(first.json())
})

test('an operator snoozes an incident, until a time that is not too far away, or no longer', async () => {
  const { path } = await openIncident()
  const until = new Date(Date.now() + 3_600_000).toISOString()
  expect((await post('viewer', `${path}/snooze`, { until })).statusCode).toBe(403)
  expect((await post('operator', `${path}/snooze`, { until })).json()).toMatchObject({ status: 'open', snoozedUntil: until })
  expect((await post('operator', `${path}/snooze`, { until: null })).json()).not.toHaveProperty('snoozedUntil')
  for (const wrong of ['2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z', 'tomorrow'])
    expect((await post('operator', `${path}/snooze`, { until: wrong })).json()).toMatchObject({ status: 422, errors: [{ path: 'until' }] })
  expect((await post('operator', `${path}/snooze`, {})).statusCode).toBe(422)
})

test('an incident that is closed, or that does not exist, can be neither acknowledged nor snoozed', async () => {
  const { connectionId, path } = await openIncident()
  await close(connectionId)
  const until = new Date(Date.now() + 3_600_000).toISOString()
  expect((await post('operator', `${path}/acknowledge`)).statusCode).toBe(409)
  expect((await post('operator', `${path}/snooze`, { until })).statusCode).toBe(409)
  for (const unknown of [`${url}/inc_000000000000000`, `${url}/nonsense`]) {
    expect((await harness.as('viewer', { url: unknown })).statusCode).toBe(404)
    expect((await post('operator', `${unknown}/acknowledge`)).statusCode).toBe(404)
    expect((await post('operator', `${unknown}/snooze`, { until })).statusCode).toBe(404)
  }
  expect((await harness.as('admin', { method: 'DELETE', url: path })).statusCode).toBe(405)
})

test('the metrics count the incidents that are not closed', async () => {
  const count = async () => Number(/linkspan_incidents\{severity="critical"\} (\d+)/.exec((await harness.app.inject('/metrics')).body)?.[1])
  const before = await count()
  const { connectionId } = await openIncident()
  expect(await count()).toBe(before + 1)
  await close(connectionId)
  expect(await count()).toBe(before)
})
