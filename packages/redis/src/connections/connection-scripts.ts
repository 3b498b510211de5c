import { AppError, bucketSizes, type Clock, type ConnectionStatus, dataTypeIds } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { rejectKeys } from '../records/open-rejects.ts'
import { outboxKeys } from '../records/record-keys.ts'
import { circuitMoment, circuitSteps } from './circuit-steps.ts'

const update = defineScript({
  name: 'linkspanUpdateConnection',
  keys: ['connection', 'events'],
  args: {
    revision: 'text',
    nextRevision: 'text',
    doc: 'text',
    sealed: 'text',
    status: 'text',
    closesCircuit: 'flag',
    at: 'text',
    channel: 'text',
  },
  include: [circuitSteps],
  lua: `
local stored = redis.call('HGET', connection, 'revision')
if not stored then return 'GONE' end
if stored ~= revision then return 'STALE' end
redis.call('HSET', connection, 'revision', nextRevision, 'doc', doc, 'sealed', sealed)
if status ~= '' then redis.call('HSET', connection, 'status', status) end
if closesCircuit then closeCircuit(connection, events, cjson.decode(at), 'The connection was changed') end
redis.call('PUBLISH', channel, 'changed')
return redis.call('HGET', connection, 'status')
`,
})

export interface ConnectionUpdate {
  /** The revision that was read. */
  readonly revision: number
  readonly nextRevision: number
  readonly doc: string
  readonly sealed: string
  /** Null leaves it as it is. */
  readonly status: string | null
  readonly closesCircuit: boolean
}

/**
 * Changes a connection, and returns the status that it has then; null if it was deleted. Throws `request.stale` if it was changed since
 * `revision` was read.
 */
export function updateConnectionScript(client: RedisClient, keys: Keys, clock: Clock, emitting: EmittingCalls) {
  const call = emitting(update.on(client))
  return async (id: string, args: ConnectionUpdate): Promise<ConnectionStatus | null> => {
    const at = JSON.stringify(circuitMoment(id, clock))
    const answer = await call(id, {
      keys: { connection: keys.connection(id), events: keys.events(id) },
      args: { ...args, at, channel: keys.channel(id) },
    })
    if (answer === 'STALE') throw new AppError('request.stale', `Connection ${id} was changed by someone else`)
    return answer === 'GONE' ? null : (answer as ConnectionStatus)
  }
}

/** A connection that a person has switched off stays off. A test that found the connection usable closes its circuit. */
const note = defineScript({
  name: 'linkspanNoteConnection',
  keys: ['connection', 'events'],
  args: { at: 'text', channel: 'text' },
  lists: { findings: ['field', 'value'] },
  include: [circuitSteps],
  lua: `
local status = redis.call('HGET', connection, 'status')
if not status then return false end
for field, value in findings.each() do
  if field == 'status' and value == 'active' then closeCircuit(connection, events, cjson.decode(at), 'A test passed') end
  if field ~= 'status' or status ~= 'inactive' then redis.call('HSET', connection, field, value) end
end
redis.call('PUBLISH', channel, 'changed')
return redis.call('HGET', connection, 'status')
`,
})

/** Writes what a worker found out about a connection, if it exists. */
export function noteConnectionScript(client: RedisClient, keys: Keys, clock: Clock, emitting: EmittingCalls) {
  const call = emitting(note.on(client))
  return async (id: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const findings = Object.entries(fields).map(([field, value]) => ({ field, value }))
    const at = JSON.stringify(circuitMoment(id, clock))
    await call(id, {
      keys: { connection: keys.connection(id), events: keys.events(id) },
      args: { at, channel: keys.channel(id) },
      lists: { findings },
    })
  }
}

const remove = defineScript({
  name: 'linkspanRemoveConnection',
  keys: ['connection'],
  keyLists: ['streams', 'dependents'],
  args: { channel: 'text' },
  lua: `
local openRuns = {}
for _, stream in ipairs(streams) do
  local run = redis.call('HGET', stream, 'run')
  if run then table.insert(openRuns, run) end
end
redis.call('UNLINK', connection, unpack(streams))
redis.call('UNLINK', unpack(dependents))
redis.call('PUBLISH', channel, 'removed')
return openRuns
`,
})

/** Deletes a connection with everything that belongs to it but its logs, and answers the ids of its runs that have not ended. */
export function removeConnectionScript(client: RedisClient, keys: Keys) {
  const call = remove.on(client)
  return async (id: string): Promise<readonly string[]> => {
    const openRuns = await call({
      keys: {
        connection: keys.connection(id),
        streams: dataTypeIds.map((type) => keys.stream(id, type)),
        dependents: dependentKeys(keys, id),
      },
      args: { channel: keys.channel(id) },
    })
    return openRuns as string[]
  }
}

const dependentKeys = (keys: Keys, id: string): readonly string[] => [
  ...dataTypeIds.flatMap((type) => [
    keys.data(id, type),
    keys.meta(id, type),
    keys.feed(id, type),
    keys.pages(id, type),
    keys.superseded(id, type),
    keys.forms(id, type),
    keys.volume(id, type),
    ...Object.values(rejectKeys(keys, { connectionId: id, dataType: type })),
    keys.journey(id, type),
    ...Object.values(outboxKeys(keys, { connectionId: id, dataType: type })),
    keys.slotFates(id, type),
    keys.slotTimes(id, type),
    keys.slotFates(id, type, 'push'),
    keys.slotTimes(id, type, 'push'),
    keys.inbox(id, type),
    keys.statistics(id, type),
    ...bucketSizes.map((size) => keys.timeBuckets(id, type, size)),
  ]),
  keys.statistics(id, 'all'),
  keys.connectorState(id),
  keys.pauses(id),
  keys.skus(id),
  keys.searchKeys(id),
  keys.orderNumbers(id),
  keys.statusNumbers(id),
  keys.toldStatuses(id),
  keys.calls(id),
  keys.syncConfigs(id),
  keys.syncConfigRevisions(id),
  keys.events(id),
]
