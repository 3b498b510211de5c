import { expect, test } from 'vitest'
import { updatesOfChange, updatesOfEvent } from './updates-of.ts'

const connection = 'erp_0123456789abcdef'
const run = 'log_0123456789abcdef0abcdefghabcdef'

test('a step of a run concerns the run, its beginning and end the streams as well', () => {
  expect(updatesOfChange(run, 'page')).toEqual([{ topic: 'runs', id: run }])
  expect(updatesOfChange(run, 'success')).toEqual([
    { topic: 'runs', id: run },
    { topic: 'streams', id: connection },
  ])
})

test('a connection that was changed has other streams, one with new records is the same connection', () => {
  expect(updatesOfChange(connection, 'changed').map(({ topic }) => topic)).toEqual(['connections', 'streams'])
  expect(updatesOfChange(connection, 'streams')).toEqual([{ topic: 'streams', id: connection }])
})

test.each([
  ['hook_0123456789abcdef:dlv_1', 'dlv_1'],
  ['note_abc123', 'note_abc123'],
])('a delivery is named by its own id: %s', (channel, id) => {
  expect(updatesOfChange(channel, 'attempted')).toEqual([{ topic: 'deliveries', id }])
})

test('what nobody follows is no update', () => {
  expect(updatesOfChange('test_1', 'done')).toEqual([])
  expect(updatesOfEvent(connection, 'webhook.test', '')).toEqual([])
  expect(updatesOfEvent(connection, 'records.changed', '')).toEqual([])
})

test('an event concerns what it tells of', () => {
  expect(updatesOfEvent('installation', 'incident.opened', 'inc_1')).toEqual([{ topic: 'incidents', id: 'inc_1' }])
  expect(updatesOfEvent(connection, 'conflict.opened', 'conf_1')).toContainEqual({ topic: 'conflicts', id: 'conf_1' })
  expect(updatesOfEvent(connection, 'sync.failed', '')).toEqual([{ topic: 'rejects', id: connection }])
  expect(updatesOfEvent(connection, 'freshness.late', '')).toEqual([{ topic: 'streams', id: connection }])
})
