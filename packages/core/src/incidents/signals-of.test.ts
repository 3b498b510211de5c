import { expect, test } from 'vitest'
import type { ERPEvent, EventType } from '../events/event.ts'
import { describeCause } from './causes.ts'
import { watchedConnection } from './observe.ts'
import { parts } from './parts.ts'
import { signalsOf } from './signals-of.ts'

const id = 'erp_0123456789abcdef'
const at = '2026-03-06T09:40:00.000Z'
const connection = watchedConnection({ id, name: 'SAP Production', credentials: { apiUrl: 'https://sap.example:8443/odata' } })
const stream = { connectionId: id, dataType: 'orders', direction: 'pull', syncLogId: 'log_1', counts: { rejected: 0 } }
const read = (type: EventType, data: ERPEvent['data']) => signalsOf({ id: 'evt_1', type, timestamp: at, data }, connection)
const failed = (code: string, more: object = {}) => read('sync.failed', { ...stream, error: { code, message: 'It broke' }, ...more })

test('a failed run is an observation with the title, hint and actor of its error', () => {
  expect(failed('setup.permission-missing')).toEqual([
    {
      kind: 'observe',
      key: `${id}/setup.permission-missing`,
      cause: 'setup.permission-missing',
      severity: 'critical',
      connectionId: id,
      host: undefined,
      dataType: 'orders',
      parts: [`${id}/orders/pull`],
      consequenceOf: [],
      title: 'The ERP denied access: {subject}',
      subjects: { one: 'orders of "SAP Production"', connection: '"SAP Production"', many: expect.any(String) },
      hint: describeCause('setup.permission-missing').hint,
      whoActs: 'administrator',
      message: 'It broke',
      runId: 'log_1',
      at,
    },
  ])
})

test('a run in both directions is one observation of two parts', () => {
  const both = [parts.runs(id, 'orders', 'pull'), parts.runs(id, 'orders', 'push')]
  expect(failed('remote.timeout', { direction: 'bidirectional' })).toMatchObject([{ parts: both }])
  const resolved = read('sync.succeeded', { ...stream, direction: 'bidirectional' })
  expect(resolved).toMatchObject(both.map((part) => ({ kind: 'resolve', part })))
})

test('whatever keeps an ERP from being worked with is one cause of its host', () => {
  const [first] = failed('remote.unreachable')
  const [second] = read('connection.degraded', { connectionId: id, state: 'open', since: at })
  expect(first).toMatchObject({
    key: 'sap.example:8443/unavailable',
    host: 'sap.example:8443',
    severity: 'warning',
    cause: 'remote.unreachable',
  })
  expect(second).toMatchObject({
    key: 'sap.example:8443/unavailable',
    host: 'sap.example:8443',
    severity: 'critical',
    cause: 'circuit.open',
  })
})

test('an open circuit belongs to the error that has opened it', () => {
  const [observation] = read('connection.degraded', { connectionId: id, state: 'open', since: at, code: 'setup.credentials-rejected' })
  expect(observation).toMatchObject({ key: `${id}/setup.credentials-rejected`, parts: [parts.circuit(id)], severity: 'critical' })
  expect(read('connection.recovered', { connectionId: id, state: 'closed', since: at })).toMatchObject([{ part: parts.circuit(id) }])
})

test('a cancelled run and a dry run say nothing', () => {
  expect(failed('run.cancelled')).toEqual([])
  expect(failed('remote.timeout', { dryRun: true })).toEqual([])
  expect(read('sync.succeeded', { ...stream, dryRun: true })).toEqual([])
})

test('an error that this release does not know is a bug', () => {
  expect(failed('remote.on-the-moon')).toMatchObject([{ cause: 'internal.bug', whoActs: 'developers' }])
})

test('rejected records are settled by a sync of everything that rejects none', () => {
  const part = parts.rejects(id, 'orders')
  expect(read('sync.succeeded', { ...stream, counts: { rejected: 3 } })).toMatchObject([
    { kind: 'resolve', part: parts.runs(id, 'orders', 'pull') },
    { kind: 'observe', cause: 'record.invalid', parts: [part], severity: 'warning', message: '3 records were rejected' },
  ])
  expect(read('sync.succeeded', { ...stream, readAll: true })).toContainEqual(expect.objectContaining({ kind: 'resolve', part }))
  expect(read('sync.succeeded', stream)).not.toContainEqual(expect.objectContaining({ part }))
})

test('a refused order is critical, until the ERP has accepted it', () => {
  const part = parts.record(id, 'orders', 'A-17')
  const order = { connectionId: id, dataType: 'orders', recordId: 'A-17', syncLogId: 'log_2', message: 'Unknown customer' }
  expect(read('order.refused', order)).toMatchObject([
    { cause: 'record.refused', severity: 'critical', parts: [part], message: 'Order A-17: Unknown customer' },
  ])
  expect(read('order.pushed', { ...order, erpId: '9' })).toMatchObject([{ kind: 'resolve', part }])
})

test('conflicts are one part of their connection, which is settled with the last of them', () => {
  const conflict = { connectionId: id, dataType: 'products', recordId: 'p1', conflictId: 'conflict_1' }
  expect(read('conflict.opened', { ...conflict, open: 2 })).toMatchObject([{ cause: 'conflict.waiting', parts: [parts.conflicts(id)] }])
  expect(read('conflict.resolved', { ...conflict, open: 1 })).toEqual([])
  expect(read('conflict.resolved', { ...conflict, open: 0 })).toMatchObject([{ kind: 'resolve', part: parts.conflicts(id) }])
})

test('late data are a consequence of failing runs or an open circuit, if there are any', () => {
  const late = { ...stream, ageSeconds: 7200, allowedSeconds: 3600 }
  expect(read('freshness.late', late)).toMatchObject([
    { cause: 'freshness.late', consequenceOf: [parts.runs(id, 'orders', 'pull'), parts.circuit(id)], severity: 'critical' },
  ])
  expect(read('freshness.met', late)).toMatchObject([{ kind: 'resolve', part: parts.freshness(id, 'orders', 'pull') }])
})

test('other events say nothing', () => {
  for (const type of ['records.changed', 'record.rejected', 'order.uncertain', 'incident.opened', 'webhook.test'] as const)
    expect(read(type, {})).toEqual([])
})

test('a connection by SFTP has a host too, and one without any address has none', () => {
  const hostOf = (credentials: Record<string, unknown>) => watchedConnection({ id, name: 'x', credentials }).host
  expect(hostOf({ sftpHost: 'Files.Example', sftpPort: 22 })).toBe('files.example')
  expect(hostOf({ sftpHost: 'files.example', sftpPort: 2222 })).toBe('files.example:2222')
  expect(hostOf({ doiEndpoint: 'https://partner.example/orders' })).toBe('partner.example')
  expect(hostOf({ accountId: '1234567' })).toBeNull()
  const [observation] = signalsOf(
    { id: 'evt_1', type: 'connection.degraded', timestamp: at, data: { connectionId: id } },
    watchedConnection({ id, name: 'x', credentials: {} }),
  )
  expect(observation).toMatchObject({ key: `${id}/unavailable`, host: undefined })
})
