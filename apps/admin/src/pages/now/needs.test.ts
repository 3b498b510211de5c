import { expect, test } from 'vitest'
import type { Incident, Stream } from '../../api/names.ts'
import { needsOf } from './needs.ts'

const incident = (id: string, change: Partial<Incident>) =>
  ({ id, severity: 'critical', dataTypes: [], cause: 'circuit.open', ...change }) as Incident
const badges = { needsYou: 0, rejects: 0, conflicts: 0, incidents: 0, lateStreams: 0 }
const records = { waiting: 0, refused: 0, conflicts: 0 }

test('orders at risk come first, then what is blocked, then decisions, then the rest, and each once', () => {
  const needs = needsOf(
    { badges: { ...badges, conflicts: 7, rejects: 2 }, records: { ...records, refused: 1 } },
    [
      incident('warning', { severity: 'warning', cause: 'volume.unusual' }),
      incident('blocked', { dataTypes: ['products'] }),
      incident('orders', { dataTypes: ['orders'] }),
      incident('told by the lines', { cause: 'conflict.waiting' }),
    ],
    [],
  )
  expect(needs.map((need) => (need.kind === 'incident' ? need.incident.id : need.kind))).toEqual([
    'orders',
    'refused',
    'blocked',
    'conflicts',
    'rejects',
    'warning',
  ])
})

test('says where most of it is, and counts the records of both directions once', () => {
  const stream = (connectionId: string, conflicts: number, direction = 'pull') =>
    ({ connectionId, dataType: 'products', direction, conflicts, openRejects: 0, outbox: { error: 0 } }) as Stream
  const [need] = needsOf({ badges: { ...badges, conflicts: 9 }, records }, [], [stream('a', 2), stream('b', 7), stream('b', 7, 'push')])
  expect(need).toMatchObject({ kind: 'conflicts', count: 9, places: [{ count: 7 }, { count: 2 }] })
})
