import {
  type Connection,
  type EventType,
  type Incident,
  installation,
  type NewEvent,
  type StoredEvent,
  signalsOf,
  silentLogger,
  watchEvents,
  watchedConnection,
} from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRedisPorts } from '../index.ts'
import { type Harness, startHarness } from '../testing/harness.ts'
import { createIncidentModel } from '../testing/incident-model.ts'

let harness: Harness
beforeAll(async () => {
  harness = await startHarness((request) => pagesOf([], request, 10))
})
afterAll(() => harness[Symbol.asyncDispose]())

/** The first two share a host. */
const hosts = ['shared.example', 'shared.example', 'other.example']
const connections = hosts.map((host, at) =>
  watchedConnection({ id: `erp_000000000000000${at}`, name: `ERP ${at}`, credentials: { apiUrl: `https://${host}` } }),
)
const stored = (id: string) =>
  connections.flatMap(({ id: one, name, host }) =>
    one === id ? [{ id, name, credentials: { apiUrl: `https://${host}` } } as unknown as Connection] : [],
  )[0] ?? null

const dataType = fc.constantFrom('orders' as const, 'products' as const)
const direction = fc.constantFrom('pull' as const, 'push' as const, 'bidirectional' as const)
const code = fc.constantFrom('remote.timeout', 'remote.unreachable', 'setup.permission-missing', 'run.cancelled')
const at = fc.constantFrom(...connections.map((_, index) => index))

const toEvent = (type: EventType, data: fc.Arbitrary<object>) => fc.tuple(at, data).map(([source, one]) => ({ source, type, data: one }))
const run = { dataType, direction, syncLogId: fc.integer({ max: 99, min: 0 }).map((n) => `log_${n}`) }
const event = fc.oneof(
  toEvent(
    'sync.failed',
    fc.record({ ...run, counts: fc.constant({ rejected: 0 }), error: fc.record({ code, message: fc.constant('no') }) }),
  ),
  toEvent('sync.succeeded', fc.record({ ...run, readAll: fc.boolean(), counts: fc.record({ rejected: fc.constantFrom(0, 0, 2) }) })),
  toEvent('connection.degraded', fc.record({ code: fc.option(code, { nil: undefined }) })),
  toEvent('connection.recovered', fc.constant({})),
  toEvent('freshness.late', fc.record({ dataType, direction, ageSeconds: fc.constant(60), allowedSeconds: fc.constant(30) })),
  toEvent('freshness.met', fc.record({ dataType, direction, ageSeconds: fc.constant(6), allowedSeconds: fc.constant(30) })),
  toEvent('order.refused', fc.record({ recordId: fc.constantFrom('A/1|x', 'B'), message: fc.constant('no') })),
  toEvent('order.pushed', fc.record({ recordId: fc.constantFrom('A/1|x', 'B') })),
  toEvent('conflict.opened', fc.record({ dataType, open: fc.constantFrom(1, 2) })),
  toEvent('conflict.resolved', fc.record({ dataType, open: fc.constantFrom(0, 1) })),
)
const step = fc.oneof(
  { weight: 8, arbitrary: event.map((value) => ({ kind: 'event' as const, value })) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const), source: at, readers: fc.constantFrom(1, 3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 10, 25, 40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('acknowledge' as const), which: fc.nat({ max: 5 }) }) },
)

const pulled = (readAll: boolean, rejected: number) => {
  const data = { dataType: 'orders', direction: 'pull', syncLogId: 'log_0', readAll, counts: { rejected } } as const
  return { kind: 'event', value: { source: 0, type: 'sync.succeeded', data } } as const
}
/** The end of an incident is read after somebody has acknowledged it, and within an hour of that it begins anew. */
const acknowledgedBeforeItsEndWasRead: (typeof step extends fc.Arbitrary<infer Step> ? Step : never)[] = [
  pulled(false, 2),
  { kind: 'read', source: 0, readers: 1 },
  pulled(true, 0),
  { kind: 'wait', minutes: 40 },
  { kind: 'acknowledge', which: 0 },
  pulled(false, 2),
]

let worlds = 0
/** Incidents under a key prefix of their own, with a clock that the test moves. */
function startWorld() {
  worlds += 1
  let now = Date.parse('2026-03-06T08:00:00.000Z')
  const clock = { now: () => new Date(now) }
  const config = { ...harness.config, keyPrefix: `world-${worlds}:` }
  const ports = createRedisPorts({ config, offlinePolicy: 'wait', clock, logger: silentLogger })
  const watchPorts = { ...ports, connections: { get: async (id: string) => stored(id) }, logger: silentLogger }
  const model = createIncidentModel()
  const unread = new Map<string, StoredEvent[]>()

  /** Several readers at once read a log to its end, and one that was thought dead applies the first range again. */
  async function read(source: string, readers: number): Promise<void> {
    const [from = ''] = await ports.incidents.positions([source])
    await Promise.all(Array.from({ length: readers }, () => watchEvents(source, watchPorts, { signal: new AbortController().signal })))
    const [to = ''] = await ports.incidents.positions([source])
    const connection = connections.find(({ id }) => id === source)
    if (!connection) throw new Error(`There is no connection ${source}`)
    const signals = (unread.get(source) ?? []).flatMap((one) => signalsOf(one, connection))
    if (from !== to) expect(await ports.incidents.advance({ source, from, to }, signals)).toBe(false)
    for (const signal of signals) model.apply(signal)
    unread.delete(source)
  }

  return {
    ...ports,
    model,
    read,
    async append(source: string, one: NewEvent) {
      now += 1000
      await ports.events.append(source, [one])
      const added = { ...one, timestamp: clock.now().toISOString() } as StoredEvent
      unread.set(source, [...(unread.get(source) ?? []), added])
    },
    pass(minutes: number) {
      now += minutes * 60_000
    },
    /** Somebody takes care of an incident, if it is open. */
    async acknowledge(which: number) {
      const modelled = model.incidents()[which]
      if (modelled?.status !== 'open') return
      const { items } = await ports.incidents.list({ status: 'open', limit: 1000 })
      const incident = items.find(({ openedAt, cause }) => openedAt === modelled.openedAt && cause === modelled.cause)
      const mark = { by: 'mia', at: clock.now().toISOString() }
      await ports.incidents.acknowledge(incident?.id ?? '', mark)
      model.acknowledge(modelled, mark)
    },
  }
}
type World = ReturnType<typeof startWorld>

const sorted = (values: Iterable<string>) => [...values].toSorted()
const shown = (incident: Incident) => ({
  cause: incident.cause,
  severity: incident.severity,
  status: incident.status,
  openedAt: incident.openedAt,
  closedAt: incident.closedAt ?? null,
  updatedAt: incident.updatedAt,
  occurrences: incident.occurrences,
  acknowledgedBy: incident.acknowledgedBy ?? null,
  firstRunId: incident.firstRunId ?? null,
  lastRunId: incident.lastRunId ?? null,
  connectionIds: sorted(incident.connectionIds),
  dataTypes: sorted(incident.dataTypes),
})
const byText = (one: object, other: object) => JSON.stringify(one).localeCompare(JSON.stringify(other))

async function expectSame(world: World): Promise<void> {
  const { items } = await world.incidents.list({ limit: 1000 })
  const expected = world.model.incidents()
  const modelled = expected.map(({ key: _, parts: __, closings: ___, connectionIds, dataTypes, ...rest }) => ({
    ...rest,
    connectionIds: sorted(connectionIds),
    dataTypes: sorted(dataTypes),
  }))
  expect(items.map(shown).toSorted(byText)).toEqual(modelled.toSorted(byText))
  expect(sorted((await world.incidents.openParts({ limit: 1000 })).items)).toEqual(sorted(expected.flatMap(({ parts }) => [...parts])))
  const count = (severity: string) => expected.filter((one) => one.closedAt === null && one.severity === severity).length
  expect(await world.incidents.countUnclosed()).toEqual({ warning: count('warning'), critical: count('critical') })
  const told = await world.events.read(installation, null, 10_000)
  const toldAs = (type: EventType) => told.filter((one) => one.type === type).length
  expect(toldAs('incident.opened')).toBe(expected.length)
  expect(toldAs('incident.closed')).toBe(expected.reduce((sum, { closings }) => sum + closings, 0))
  for (const status of ['open', 'acknowledged', 'closed'] as const)
    expect((await world.incidents.list({ status, limit: 1000 })).items).toEqual(items.filter((one) => one.status === status))
}

test('any sequence of events makes the incidents of a plain model, however often and by how many they are read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 80, size: 'max' }), async (steps) => {
      await using world = startWorld()
      for (const one of steps) {
        if (one.kind === 'wait') world.pass(one.minutes)
        else if (one.kind === 'acknowledge') await world.acknowledge(one.which)
        else if (one.kind === 'read') await world.read(connections[one.source]?.id ?? '', one.readers)
        else {
          const id = connections[one.value.source]?.id ?? ''
          await world.append(id, { type: one.value.type, data: { connectionId: id, ...one.value.data } })
        }
      }
      for (const { id } of connections) await world.read(id, 1)
      await expectSame(world)
    }),
    { numRuns: 80, examples: [[acknowledgedBeforeItsEndWasRead]] },
  )
})
