import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Incident } from '../incidents/incident.ts'
import { type DecideInput, decide } from './decide.ts'
import { type Concerned, matches } from './matches.ts'
import { newsOf, type Told, toldOf } from './news.ts'
import { incident as someIncident } from './testing/incident.ts'

const now = new Date('2026-03-04T10:20:00Z')
const route = { digest: 'off', pauseMinutes: 60 } as const
const night = { from: '10:00', to: '18:00', timezone: 'UTC' }
const incident = (changes: Partial<Incident> = {}): Incident => someIncident(changes)
const told = (changes: Partial<Told> = {}): Told => ({ ...toldOf(incident(), new Date('2026-03-04T09:00:00Z')), ...changes })
const at = (input: Partial<DecideInput>) => decide({ route, incident: incident(), told: null, now, ...input })

test('a route tells what it has not told yet, and nothing twice', () => {
  const closed = incident({ status: 'closed', closedAt: now.toISOString() })
  expect(newsOf(incident(), null)).toBe('opened')
  expect(newsOf(incident({ occurrences: 900 }), told())).toBeNull()
  expect(newsOf(incident({ status: 'acknowledged' }), told())).toBeNull()
  expect(newsOf(incident({ severity: 'critical' }), told())).toBe('worsened')
  expect(newsOf(incident({ connectionIds: ['erp_1', 'erp_2'] }), told())).toBe('spread')
  expect(newsOf(closed, told())).toBe('closed')
  expect(newsOf(closed, told({ isClosed: true }))).toBeNull()
  expect(newsOf(incident(), told({ isClosed: true }))).toBe('reopened')
  expect(newsOf(incident({ id: 'inc_2' }), told({ isClosed: true }))).toBe('opened')
  expect(newsOf(incident({ id: 'inc_2' }), told())).toBe('reopened')
  expect(newsOf({ ...closed, id: 'inc_2' }, told())).toBe('closed')
  expect(newsOf(closed, null)).toBe('passed')
})

test('nobody is told about the same cause again before the pause is over, and then only how things stand', () => {
  const just = told({ at: '2026-03-04T10:00:00Z' })
  const closed = incident({ status: 'closed' })
  expect(at({ incident: closed, told: just })).toEqual({ kind: 'wait', until: new Date('2026-03-04T11:00:00Z'), reason: 'pause' })
  expect(at({ incident: closed, told: just, now: new Date('2026-03-04T11:00:00Z') })).toEqual({ kind: 'tell', news: 'closed' })
  expect(at({ incident: incident(), told: just, now: new Date('2026-03-04T11:00:00Z') })).toEqual({ kind: 'nothing' })
  expect(at({ incident: closed, told: just, route: { ...route, pauseMinutes: 0 } })).toEqual({ kind: 'tell', news: 'closed' })
})

test('quiet hours hold what is not critical', () => {
  const quiet = { ...route, quietHours: night }
  expect(at({ route: quiet })).toEqual({ kind: 'wait', until: new Date('2026-03-04T18:00:00Z'), reason: 'quiet_hours' })
  expect(at({ route: quiet, incident: incident({ severity: 'critical' }) })).toEqual({ kind: 'tell', news: 'opened' })
})

test('a snoozed incident is not told before its time, whatever its severity', () => {
  const snoozed = incident({ severity: 'critical', snoozedUntil: '2026-03-05T08:00:00.000Z' })
  expect(at({ incident: snoozed })).toEqual({ kind: 'wait', until: new Date('2026-03-05T08:00:00Z'), reason: 'snoozed' })
})

test('a digest waits for the full hour, or for 8 in the morning; it tells what passed unnoticed too', () => {
  const passed = incident({ status: 'closed' })
  expect(at({ incident: passed })).toEqual({ kind: 'nothing' })
  for (const [digest, until] of [
    ['hourly', '2026-03-04T11:00:00Z'],
    ['daily', '2026-03-05T08:00:00Z'],
  ] as const) {
    expect(at({ route: { ...route, digest } })).toEqual({ kind: 'wait', until: new Date(until), reason: 'digest' })
    expect(at({ route: { ...route, digest }, isDigestDue: true, incident: passed })).toEqual({ kind: 'tell', news: 'passed' })
  }
  const inTokyo = { ...route, digest: 'daily', quietHours: { from: '01:00', to: '02:00', timezone: 'Asia/Tokyo' } } as const
  expect(at({ route: inTokyo })).toMatchObject({ until: new Date('2026-03-04T23:00:00Z') })
})

test('whatever happens to an incident, one route tells it at most once within a pause, and the last thing it tells is true', () => {
  const change = fc.record({
    minutes: fc.integer({ min: 0, max: 200 }),
    status: fc.constantFrom('open' as const, 'acknowledged' as const, 'closed' as const),
    severity: fc.constantFrom('warning' as const, 'critical' as const),
    id: fc.constantFrom('inc_1', 'inc_2'),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), (changes) => {
      let time = now.getTime()
      let last: Told | null = null
      const tellings: number[] = []
      const look = (current: Incident) => {
        const decision = decide({ route, incident: current, told: last, now: new Date(time) })
        if (decision.kind !== 'tell') return decision
        tellings.push(time)
        last = toldOf(current, new Date(time))
        return decision
      }
      let current = incident()
      for (const { minutes, ...rest } of changes) {
        const next = time + minutes * 60_000
        const waiting = look(current)
        if (waiting.kind === 'wait' && waiting.until.getTime() <= next) {
          time = waiting.until.getTime()
          look(current)
        }
        time = next
        current = { ...current, ...rest }
      }
      time += 3_600_000
      look(current)
      for (const [index, one] of tellings.slice(1).entries()) expect(one - (tellings[index] ?? 0)).toBeGreaterThanOrEqual(3_600_000)
      const final = last as Told | null
      expect(final?.isClosed ?? true).toBe(current.status === 'closed')
    }),
  )
})

test('a scope names connections, clients and data types; each that is given must fit', () => {
  const concerned: Concerned = { severity: 'warning', connectionIds: ['erp_1', 'erp_2'], clientIds: ['acme'], dataTypes: ['orders'] }
  const fits = (scope: object, of: Partial<Concerned> = {}, minSeverity: 'warning' | 'critical' = 'warning', enabled = true) =>
    matches({ enabled, minSeverity, scope }, { ...concerned, ...of })
  expect(fits({})).toBe(true)
  expect(fits({}, {}, 'warning', false)).toBe(false)
  expect(fits({}, {}, 'critical')).toBe(false)
  expect(fits({}, { severity: 'critical' }, 'critical')).toBe(true)
  expect(fits({ connectionIds: ['erp_2', 'erp_9'] })).toBe(true)
  expect(fits({ connectionIds: ['erp_9'] })).toBe(false)
  expect(fits({ clientIds: ['acme'], dataTypes: ['orders', 'products'] })).toBe(true)
  expect(fits({ clientIds: ['other'], connectionIds: ['erp_1'] })).toBe(false)
  expect(fits({ dataTypes: ['invoices'] })).toBe(false)
  expect(fits({ dataTypes: ['invoices'] }, { dataTypes: [] })).toBe(true)
})
