import { installation, observeConnection, observeInstallation, parts, watchedConnection } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Harness, startHarness } from '../testing/harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
})
afterAll(() => harness[Symbol.asyncDispose]())

let made = 0
/** A connection that only incidents know, to a host of its own unless told. */
const connect = (host = `host-${made}.example`, name = 'SAP') => {
  made += 1
  return watchedConnection({ id: `erp_${String(made).padStart(16, '0')}`, name, credentials: { apiUrl: `https://${host}/api` } })
}
type Connection = ReturnType<typeof connect>

const start = Date.parse('2026-03-06T08:00:00.000Z')
const minute = (count: number) => new Date(start + count * 60_000).toISOString()

const observe = (connection: Connection, at: number, more: Partial<Parameters<typeof observeConnection>[1]> = {}) =>
  harness.store.incidents.observe(
    observeConnection(connection, {
      cause: 'remote.unreachable',
      parts: [parts.runs(connection.id, 'orders', 'pull')],
      dataType: 'orders',
      message: 'ECONNREFUSED',
      at: minute(at),
      ...more,
    }),
  )
const resolve = (connection: Connection, at: number, part = parts.runs(connection.id, 'orders', 'pull')) =>
  harness.store.incidents.resolve({ kind: 'resolve', part, message: 'It works again', at: minute(at) })
const incidentsOf = async ({ id }: Connection) => (await harness.store.incidents.list({ connectionId: id, limit: 50 })).items
const told = async (incidentId: string) =>
  (await harness.store.events.read(installation, null, 100_000)).flatMap(({ type, data }) =>
    (data.incident as { id: string } | undefined)?.id === incidentId ? [type] : [],
  )

test('one cause is one incident however often it happens, and it closes when what failed succeeds', async () => {
  const connection = connect('sap.example')
  await observe(connection, 0, { runId: 'log_1' })
  await observe(connection, 0.5, { runId: 'log_2' })
  await observe(connection, 5, { runId: 'log_3', message: 'ECONNRESET' })
  const [incident, ...others] = await incidentsOf(connection)
  expect(others).toEqual([])
  expect(incident).toEqual({
    id: expect.stringMatching(/^inc_[a-z0-9]{15}$/),
    status: 'open',
    cause: 'remote.unreachable',
    severity: 'warning',
    connectionId: connection.id,
    connectionIds: [connection.id],
    host: 'sap.example',
    dataTypes: ['orders'],
    title: 'The ERP cannot be reached: orders of "SAP"',
    hint: 'Check the host, the port, and the firewall between Linkspan and the ERP.',
    whoActs: 'erp_operator',
    openedAt: minute(0),
    updatedAt: minute(5),
    occurrences: 3,
    firstRunId: 'log_1',
    lastRunId: 'log_3',
    timeline: [
      { at: minute(0), what: 'opened', message: 'ECONNREFUSED' },
      { at: minute(5), what: 'happened_again', message: 'ECONNRESET' },
    ],
  })
  await resolve(connection, 10)
  expect(await incidentsOf(connection)).toMatchObject([{ id: incident?.id, status: 'closed', closedAt: minute(10), occurrences: 3 }])
  expect(await told(incident?.id ?? '')).toEqual(['incident.opened', 'incident.updated', 'incident.closed'])
})

test('open incidents about single records are counted apart, until somebody takes care of them or they close', async () => {
  const [one, other] = [connect(), connect()]
  const countSince = async (before: { all: number; aboutRecords: number }) => {
    const { all, aboutRecords } = await harness.store.incidents.countOpen()
    return { all: all - before.all, aboutRecords: aboutRecords - before.aboutRecords }
  }
  const before = await harness.store.incidents.countOpen()
  await observe(one, 0)
  await observe(one, 1, { cause: 'conflict.waiting', parts: [parts.conflicts(one.id)] })
  await observe(other, 2, { cause: 'record.invalid', parts: [parts.rejects(other.id, 'orders')] })
  expect(await countSince(before)).toEqual({ all: 3, aboutRecords: 2 })
  const [invalid] = await incidentsOf(other)
  await harness.store.incidents.acknowledge(invalid?.id ?? '', { by: 'mia', at: minute(3) })
  expect(await countSince(before)).toEqual({ all: 2, aboutRecords: 1 })
  await resolve(one, 4, parts.conflicts(one.id))
  await resolve(one, 4)
  await resolve(other, 5, parts.rejects(other.id, 'orders'))
  expect(await countSince(before)).toEqual({ all: 0, aboutRecords: 0 })
})

test('an incident of several parts closes with the last of them', async () => {
  const connection = connect()
  await observe(connection, 0)
  await observe(connection, 1, { dataType: 'products', parts: [parts.runs(connection.id, 'products', 'pull')] })
  expect(await incidentsOf(connection)).toMatchObject([{ dataTypes: ['orders', 'products'], title: 'The ERP cannot be reached: "SAP"' }])
  await resolve(connection, 2)
  expect(await incidentsOf(connection)).toMatchObject([{ status: 'open' }])
  await resolve(connection, 3, parts.runs(connection.id, 'products', 'pull'))
  expect(await incidentsOf(connection)).toMatchObject([{ status: 'closed' }])
})

test('a cause that returns within half an hour reopens its incident, and makes a new one after that', async () => {
  const connection = connect()
  await observe(connection, 0)
  await resolve(connection, 10)
  await observe(connection, 40)
  const [reopened, ...others] = await incidentsOf(connection)
  expect(others).toEqual([])
  expect(reopened).toMatchObject({ status: 'open', occurrences: 2, openedAt: minute(0) })
  expect(reopened).not.toHaveProperty('closedAt')
  expect(reopened?.timeline.map(({ what }) => what)).toEqual(['opened', 'closed', 'reopened'])
  expect(await told(reopened?.id ?? '')).toEqual(['incident.opened', 'incident.closed', 'incident.updated'])
  await resolve(connection, 50)
  await observe(connection, 80.1)
  expect(await incidentsOf(connection)).toMatchObject([
    { status: 'open', openedAt: minute(80.1) },
    { id: reopened?.id, status: 'closed' },
  ])
})

test('a host that several connections use has one incident, which names them', async () => {
  const connections = Array.from({ length: 5 }, (_, at) => connect('shared.example', `SAP ${at}`))
  for (const connection of connections) await observe(connection, 0)
  const all = await Promise.all(connections.map(incidentsOf))
  const [incident] = all[0] ?? []
  expect(all.map((list) => list.map(({ id }) => id))).toEqual(connections.map(() => [incident?.id]))
  expect(incident).toMatchObject({
    title: 'The ERP cannot be reached: 5 connections to shared.example',
    connectionId: connections[0]?.id,
    connectionIds: connections.map(({ id }) => id),
    occurrences: 5,
  })
  expect(incident?.timeline).toMatchObject([{ what: 'opened' }, { what: 'spread', message: '"SAP 4" too: ECONNREFUSED' }])
  expect(await told(incident?.id ?? '')).toEqual(['incident.opened', 'incident.updated', 'incident.updated']) // one, two, four connections
  for (const [at, connection] of connections.entries()) {
    expect(await harness.store.incidents.get(incident?.id ?? '')).toMatchObject({ status: 'open' })
    await resolve(connection, 1 + at)
  }
  expect(await harness.store.incidents.get(incident?.id ?? '')).toMatchObject({ status: 'closed', closedAt: minute(5) })
})

test('other causes of one connection are other incidents', async () => {
  const connection = connect()
  await observe(connection, 0, { cause: 'setup.permission-missing' })
  await observe(connection, 1, { cause: 'setup.resource-missing' })
  expect((await incidentsOf(connection)).map(({ cause }) => cause)).toEqual(['setup.resource-missing', 'setup.permission-missing'])
  await resolve(connection, 2)
  expect(await incidentsOf(connection)).toMatchObject([{ status: 'closed' }, { status: 'closed' }])
})

test('an incident that gets worse is announced, and is no longer acknowledged or snoozed', async () => {
  const connection = connect()
  await observe(connection, 0)
  const [{ id = '' } = {}] = await incidentsOf(connection)
  await harness.store.incidents.acknowledge(id, { by: 'mia', at: minute(1) })
  await harness.store.incidents.snooze(id, minute(100), { by: 'mia', at: minute(1) })
  expect(await harness.store.incidents.get(id)).toMatchObject({
    status: 'acknowledged',
    acknowledgedBy: 'mia',
    snoozedUntil: minute(100),
    timeline: [{ what: 'opened' }, { what: 'acknowledged', by: 'mia' }, { what: 'snoozed', by: 'mia' }],
  })
  await observe(connection, 1.5)
  expect(await harness.store.incidents.get(id)).toMatchObject({ status: 'acknowledged', severity: 'warning' })
  await observe(connection, 2, { cause: 'circuit.open', parts: [parts.circuit(connection.id)] })
  const worse = await harness.store.incidents.get(id)
  expect(worse).toMatchObject({ status: 'open', severity: 'critical', cause: 'remote.unreachable' })
  expect(worse).not.toHaveProperty('acknowledgedBy')
  expect(worse).not.toHaveProperty('snoozedUntil')
  expect((await told(id)).length).toBe(5)
})

test('late data belong to the incident that explains them, and make one of their own otherwise', async () => {
  const [failing, quiet] = [connect(), connect()]
  const late = (connection: Connection) =>
    observe(connection, 60, {
      cause: 'freshness.late',
      parts: [parts.freshness(connection.id, 'orders', 'pull')],
      consequenceOf: [parts.runs(connection.id, 'orders', 'pull')],
    })
  await observe(failing, 0)
  await late(failing)
  await late(quiet)
  expect(await incidentsOf(failing)).toMatchObject([{ cause: 'remote.unreachable', severity: 'critical', occurrences: 2 }])
  expect(await incidentsOf(quiet)).toMatchObject([{ cause: 'freshness.late', severity: 'critical', occurrences: 1 }])
  await resolve(failing, 61)
  expect(await incidentsOf(failing)).toMatchObject([{ status: 'open' }])
  await resolve(failing, 62, parts.freshness(failing.id, 'orders', 'pull'))
  expect(await incidentsOf(failing)).toMatchObject([{ status: 'closed' }])
})

test('an incident of the installation belongs to no connection', async () => {
  const { incidents } = harness.store
  const part = parts.webhook('hook_1')
  await incidents.observe(
    observeInstallation({
      cause: 'webhook.paused',
      parts: [part],
      subject: 'https://shop.example/hook',
      message: 'HTTP 410',
      at: minute(0),
    }),
  )
  const { items } = await incidents.list({ limit: 50, status: 'open' })
  const incident = items.find(({ cause }) => cause === 'webhook.paused')
  expect(incident).toMatchObject({ title: 'A webhook is paused: https://shop.example/hook', connectionIds: [], dataTypes: [] })
  expect(incident).not.toHaveProperty('connectionId')
  await incidents.resolve({ kind: 'resolve', part, message: 'It was resumed', at: minute(1) })
  expect(await incidents.get(incident?.id ?? '')).toMatchObject({ status: 'closed' })
})

test('lists hold the incidents of a status, newest first, page by page', async () => {
  const { incidents } = harness.store
  const all = [connect(), connect(), connect()]
  for (const [at, connection] of all.entries()) await observe(connection, 1000 + at)
  const [{ id: acknowledged = '' } = {}] = await incidentsOf(all[0] as Connection)
  await incidents.acknowledge(acknowledged, { by: 'mia', at: minute(1010) })
  await resolve(all[1] as Connection, 1011)
  const ids = (await Promise.all(all.map(incidentsOf))).map(([one]) => one?.id)
  const collect = async (query: Omit<Parameters<typeof incidents.list>[0], 'limit'>) => {
    const found: string[] = []
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await incidents.list({ ...query, limit: 2, cursor })
      found.push(...items.map(({ id }) => id))
      if (next === null) return found
      cursor = next
    }
  }
  const everything = await collect({})
  expect(everything.slice(0, 3)).toEqual(ids.toReversed())
  expect(new Set(everything).size).toBe(everything.length)
  expect((await collect({ status: 'open' }))[0]).toBe(ids[2])
  expect(await collect({ status: 'acknowledged' })).toEqual([ids[0]])
  expect((await collect({ status: 'closed' }))[0]).toBe(ids[1])
  expect(await collect({ status: 'closed', connectionId: all[2]?.id ?? '' })).toEqual([])
  expect(await collect({ status: 'acknowledged', connectionId: all[0]?.id ?? '' })).toEqual([ids[0]])
})

test('closed incidents are forgotten after their time, and open ones are not', async () => {
  const { incidents } = harness.store
  const [closed, open] = [connect(), connect()]
  const before = await incidents.countUnclosed()
  await observe(closed, 0)
  await resolve(closed, 1)
  await observe(open, 0)
  const [{ id = '' } = {}] = await incidentsOf(closed)
  while ((await incidents.forgetClosed(new Date(start + 3_600_000 * 100))) > 0);
  expect(await incidentsOf(closed)).toEqual([])
  expect(await incidents.get(id)).toBeNull()
  expect(await incidentsOf(open)).toMatchObject([{ status: 'open' }])
  expect(await incidents.countUnclosed()).toEqual({ ...before, warning: before.warning + 1 })
  await observe(closed, 2)
  expect(await incidentsOf(closed)).toMatchObject([{ occurrences: 1 }])
})

test('what people do to a closed or unknown incident changes nothing', async () => {
  const { incidents } = harness.store
  const connection = connect()
  await observe(connection, 0)
  await resolve(connection, 1)
  const [incident] = await incidentsOf(connection)
  expect(await incidents.acknowledge(incident?.id ?? '', { by: 'mia', at: minute(2) })).toEqual(incident)
  expect(await incidents.snooze('inc_000000000000000', minute(9), { by: 'mia', at: minute(2) })).toBeNull()
})
