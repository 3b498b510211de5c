import { AppError, type Clock, type OutboxChange, type PushClaim, type PushCounts, type RecordStream, type Reject } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import { originTable } from '../events/stream-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { fence, throwIfRejected } from '../runs/fence.ts'
import { backlogIndex, type StreamBacklog } from './backlog-index.ts'
import { conflictIndexes } from './conflict-indexes.ts'
import { changedStatuses, followedKeys, followedKeyTable } from './follow-order-status.ts'
import { forgetOrderStatus } from './forget-order-status.ts'
import { openRejects, rejectKeyTable } from './open-rejects.ts'
import { changeColumns, recordChanges, toChangeRow } from './outbox-changes.ts'
import { recordKeyNames, recordKeys, recordKeyTable } from './record-keys.ts'
import { rejectList } from './reject-list.ts'

/**
 * Changes entries of the outbox, or nothing if one of them was changed since it was read. If all are stored as the script would store them,
 * it was called before and only its answer was lost: it answers the same once more, and nothing is counted or told twice.
 *
 * An empty `epoch` means that no run writes. What a run changes, it has seen: a full run that goes on after a failure must not take
 * what it pushed for deleted.
 */
const change = {
  keys: ['connection', 'run', 'rejectStream', ...recordKeyNames],
  args: {
    epoch: 'text',
    now: 'text',
    connectionId: 'text',
    dataType: 'text',
    runId: 'text',
    counts: 'text',
    channel: 'text',
    rejectSeconds: 'number',
  },
  lists: { rejects: ['json'], changes: changeColumns },
  include: [fence, emitEvent, recordChanges, rejectList, openRejects],
} as const

/** `afterwards`: what is done in the same step once the entries are changed. */
const printSteps = (afterwards: string): string => `
local isRun, mark = epoch ~= '', nil
if isRun then
  local rejection
  rejection, mark = fence(run, epoch, 'mark')
  if rejection then return {rejection} end
end
if redis.call('EXISTS', connection) == 0 then return {'GONE'} end
local stale = staleIds(outbox, changes)
if #stale > 0 and areStored(outbox, changes) then return {'OK', {}, readBacklog(${recordKeyTable})} end
if #stale > 0 then return {'STALE', stale} end
local origin = ${originTable}
local before = tonumber(redis.call('HGET', stream, 'position') or 0)
local position, changed = changeRecords(${recordKeyTable}, origin, changes, mark)
emitRecordsChanged(origin, before, position, changed)
${afterwards}

-- What the system has written is no longer rejected.
if not isRun and redis.call('EXISTS', openRejects) == 1 then
  local written = {}
  for id, _, _, _, hash, _, _, erpId in changes.each() do
    if hash ~= '' then
      written[#written + 1] = id
      if erpId ~= '' then written[#written + 1] = erpId end
    end
  end
  closeRejects(${rejectKeyTable}, written, 'written', now, rejectSeconds)
end

if isRun then
  for json in rejects.each() do addReject(rejectStream, json) end
  local hasProgress = false
  for field, more in pairs(cjson.decode(counts)) do
    redis.call('HINCRBY', run, field, more)
    hasProgress = true
  end
  if hasProgress then redis.call('HSET', run, 'failures', 0, 'throttledSince', '', 'losses', 0, 'error', '') end
end
redis.call('PUBLISH', channel, isRun and 'pushed' or 'streams')
return {'OK', {}, readBacklog(${recordKeyTable})}
`

const script = defineScript({ name: 'linkspanChangeOutbox', ...change, lua: printSteps('') })

/** Changes of status records, which orders follow. */
const statusScript = defineScript({
  name: 'linkspanChangeStatusOutbox',
  ...change,
  keyLists: ['followed'],
  include: [...change.include, forgetOrderStatus, changedStatuses],
  lua: printSteps(`
followOrderStatuses(${followedKeyTable}, origin, addChangedStatuses({}, changes))
forgetOrderStatuses(${followedKeyTable}, origin, forgottenRecords)
`),
})

/** The run that changes entries, and what it adds to its own log in the same step. */
export interface ChangingRun {
  readonly claim: PushClaim
  readonly counts: PushCounts
  readonly rejects: readonly Reject[]
}

/**
 * Changes entries of the outbox in one step, and answers the ids of those that were changed since they were read: then nothing was
 * written. Throws if the connection was deleted, or if the run's claim is void.
 */
export function changeOutboxScript(client: RedisClient, keys: Keys, clock: Clock, rejectSeconds: number, emitting: EmittingCalls) {
  const index = backlogIndex(client, keys)
  const conflicts = conflictIndexes(client, keys)
  const call = emitting(script.on(client))
  const callWithOrders = emitting(statusScript.on(client))
  return async (stream: RecordStream, changes: readonly OutboxChange[], by: ChangingRun | null): Promise<readonly string[]> => {
    const connection = keys.connection(stream.connectionId)
    const runId = by?.claim.runId ?? ''
    const now = clock.now()
    await conflicts.announce(changes, now)
    const apply = stream.dataType === 'order_status' ? callWithOrders : call
    const [answer, stale = [], backlog] = (await apply(stream.connectionId, {
      keys: {
        ...followedKeys(keys, stream.connectionId),
        connection,
        run: by ? keys.run(runId) : connection, // without a run it is not used, but must lie on the same node of a cluster
        rejectStream: by ? keys.rejects(runId) : connection,
        ...recordKeys(keys, stream),
      },
      args: {
        epoch: by?.claim.epoch ?? null,
        now: now.getTime(),
        connectionId: stream.connectionId,
        dataType: stream.dataType,
        runId: by?.claim.runId ?? null,
        counts: JSON.stringify(by?.counts ?? {}),
        channel: keys.channel(by ? runId : stream.connectionId),
        rejectSeconds,
      },
      lists: {
        rejects: (by?.rejects ?? []).map((reject) => ({ json: JSON.stringify(reject) })),
        changes: changes.map((change) => toChangeRow(change, stream, by?.claim.runId ?? null, now)),
      },
    })) as [string, string[]?, StreamBacklog?]
    if (answer === 'GONE') throw new AppError('request.not-found', `Connection ${stream.connectionId} was deleted`)
    throwIfRejected(answer, runId)
    if (backlog) await index.note(stream, backlog)
    if (stale.length === 0) await conflicts.settle(stream.connectionId, changes, now)
    return stale
  }
}
