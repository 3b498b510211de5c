import { expect, test } from 'vitest'
import type { ERPEvent } from '../events/event.ts'
import { wantsEvent } from './wants-event.ts'

const event = (type: ERPEvent['type'], data: ERPEvent['data']): ERPEvent => ({
  id: 'evt_1',
  type,
  timestamp: '2026-03-01T12:00:00.000Z',
  data,
})
const clients: Readonly<Record<string, readonly string[]>> = { a: ['acme'], b: ['globex', 'acme'], c: [] }
type Filters = Parameters<typeof wantsEvent>[0]
const wants = (filters: Filters, one: ERPEvent) => wantsEvent(filters, one, async (id) => clients[id] ?? [])
const ofA = event('sync.failed', { connectionId: 'a' })
const ofHost = event('incident.opened', { connectionId: 'c', incident: { connectionIds: ['c', 'b'] } })
const ofNone = event('incident.opened', { incident: { connectionIds: [] } })

test.each([
  ['all types', { events: ['*'] }, ofA, true],
  ['its type', { events: ['sync.failed'] }, ofA, true],
  ['another type', { events: ['sync.succeeded'] }, ofA, false],
  ['an event of no connection', { events: ['*'] }, ofNone, true],
  ['its connection', { events: ['*'], connectionIds: ['a'] }, ofA, true],
  ['another connection', { events: ['*'], connectionIds: ['b'] }, ofA, false],
  ['a connection, of an event that has none', { events: ['*'], connectionIds: ['a'] }, ofNone, false],
  ['its client', { events: ['*'], clientIds: ['acme'] }, ofA, true],
  ['another client', { events: ['*'], clientIds: ['globex'] }, ofA, false],
  ['its connection and another client', { events: ['*'], connectionIds: ['a'], clientIds: ['globex'] }, ofA, false],
  ['one connection of an incident', { events: ['*'], connectionIds: ['b'] }, ofHost, true],
  ['a client of one connection of an incident', { events: ['*'], clientIds: ['globex'] }, ofHost, true],
  [
    'a connection and a client that no connection of it has together',
    { events: ['*'], connectionIds: ['c'], clientIds: ['globex'] },
    ofHost,
    false,
  ],
] satisfies [string, Filters, ERPEvent, boolean][])('with a filter for %s', async (_, filters, one, isWanted) => {
  expect(await wants(filters, one)).toBe(isWanted)
})
