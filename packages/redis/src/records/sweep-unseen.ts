import type { Claim, Clock } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import { originTable, streamEvents } from '../events/stream-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { fence, throwIfRejected } from '../runs/fence.ts'
import { followedKeys, followedKeyTable } from './follow-order-status.ts'
import { forgetOrderStatus } from './forget-order-status.ts'
import { journeySteps } from './journey-steps.ts'
import { orderStatusEvents } from './order-status-events.ts'
import { outboxEntry } from './outbox-entry.ts'
import { recordKeys } from './record-keys.ts'
import { recordMeta } from './record-meta.ts'
import { searchKeys } from './search-keys.ts'

/** Records in one step: more would hold up Redis, and with it everybody else. */
const stepSize = 1000

/**
 * One step over the records that a complete run has not seen, in the order of the change feed: counts them, or deletes them and leaves
 * tombstones in the feed. A record that the system has changed since is not the ERP's to delete: it is only named. What is under way to the
 * ERP is left alone.
 *
 * A dry run writes no marks; what it has seen is in the set `seen`. If the run has seen as many different records as there are, and all
 * of them are the ERP's, none can be gone, and none is looked at.
 */
const sweep = {
  keys: ['run', 'stream', 'meta', 'data', 'feed', 'lookup', 'outbox', 'aliases', 'superseded', 'seen', 'events', 'search', 'journey'],
  args: {
    now: 'text',
    connectionId: 'text',
    dataType: 'text',
    runId: 'text',
    epoch: 'text',
    pages: 'number',
    deletes: 'flag',
    from: 'text',
    untilPosition: 'text',
    limit: 'number',
    channel: 'text',
  },
  include: [fence, emitEvent, streamEvents, recordMeta, outboxEntry, journeySteps, searchKeys],
} as const

/** `afterwards`: what is done in the same step once the records in `deleted`, each as `{id, json}`, are gone. */
const printSteps = (afterwards: string): string => `
local rejection, mark, distinct = fence(run, epoch, 'mark', 'distinct')
if rejection then return {rejection} end
if hasLostPages(run, pages) then return {'LOST'} end
mark, distinct = mark or '0', tonumber(distinct or 0)
local isDry = redis.call('EXISTS', seen) == 1
if not isDry and redis.call('HLEN', outbox) == 0 and redis.call('HLEN', meta) == distinct then return {'OK', '', 0, 0} end

local function isUnseen(id, text)
  if isDry then return redis.call('SISMEMBER', seen, id) == 0 end
  return markOf(text) ~= mark
end

local deleted = {}
local function deleteRecord(id, entry)
  local json = redis.call('HGET', data, id)
  local sku = json and string.match(json, '"sku":"(.-)"')
  if sku then redis.call('ZREM', lookup, sku .. '\\0' .. id) end
  replaceSearchKeys(search, dataType, id, {json, entry}, nil)
  noteStep(journey, id, now, 'deleted', detailsOfRun(runId))
  if entry then
    local erpId = cjson.decode(entryJson(entry)).erpId
    if erpId and erpId ~= cjson.null then redis.call('HDEL', aliases, erpId) end
    redis.call('HDEL', outbox, id)
  end
  redis.call('HDEL', meta, id)
  redis.call('HDEL', data, id)
  redis.call('HDEL', superseded, id)
  deleted[#deleted + 1] = {id = id, json = json}
end

-- Whether the ERP has had the record, and deletes what the system has changed since.
local function isContested(id, text, entry)
  if not isUnseen(id, text) then return false end
  local decoded = cjson.decode(entryJson(entry))
  return decoded.erpId ~= cjson.null and decoded.conflictReason ~= 'deleted_in_erp'
end

local waits = {pending = true, error = true, conflict = true}
local contested = {}
local position = tonumber(redis.call('HGET', stream, 'position') or 0)
local live, gone, last = 0, 0, ''
local rows = redis.call('ZRANGEBYSCORE', feed, '(' .. from, untilPosition, 'WITHSCORES', 'LIMIT', 0, limit)
for at = 1, #rows, 2 do
  local id = rows[at]
  last = rows[at + 1]
  local text, entry = redis.call('HGET', meta, id), redis.call('HGET', outbox, id)
  if text and (not entry or entryStatus(entry) == 'synced') then
    live = live + 1
    if isUnseen(id, text) then
      gone = gone + 1
      if deletes then
        deleteRecord(id, entry)
        position = position + 1
        redis.call('ZADD', feed, position, id)
      end
    end
  elseif text and waits[entryStatus(entry)] then
    live = live + 1
    if isContested(id, text, entry) then contested[#contested + 1] = id end
  end
end
if deletes and gone > 0 then
  redis.call('HSET', stream, 'position', position)
  emitRecordsChanged(${originTable}, position - gone, position, {created = 0, updated = 0, deleted = gone})
  ${afterwards}
  redis.call('HINCRBY', run, 'deleted', gone)
  redis.call('PUBLISH', channel, 'swept')
end
return {'OK', #rows < limit * 2 and '' or last, live, gone, contested}
`

const script = defineScript({ name: 'linkspanSweepUnseen', ...sweep, lua: printSteps('') })

/** A sweep over status records, which orders follow. */
const statusScript = defineScript({
  name: 'linkspanSweepUnseenStatuses',
  ...sweep,
  keyLists: ['followed'],
  include: [...sweep.include, orderStatusEvents, forgetOrderStatus],
  lua: printSteps(`forgetOrderStatuses(${followedKeyTable}, ${originTable}, deleted)`),
})

export interface SweepStep {
  /** Where to go on; null at the end. */
  readonly next: string | null
  readonly live: number
  readonly gone: number
  /** The ids of the records that are gone from the ERP and that the system has changed since. */
  readonly contested: readonly string[]
}

/** One step of a sweep after `pages` pages: from behind the feed position `from` up to `until`. Throws if the claim is void, or if pages were lost. */
export function sweepUnseenScript(client: RedisClient, keys: Keys, clock: Clock, emitting: EmittingCalls) {
  const call = emitting(script.on(client))
  const callWithOrders = emitting(statusScript.on(client))
  return async (claim: Claim, what: 'count' | 'delete', pages: number, from: string, until: number): Promise<SweepStep> => {
    const { runId, epoch, connectionId, dataType } = claim
    const { stream, meta, data, feed, lookup, outbox, aliases, events, search, journey } = recordKeys(keys, claim)
    const superseded = keys.superseded(connectionId, dataType)
    const apply = dataType === 'order_status' ? callWithOrders : call
    const [answer, next, live = 0, gone = 0, contested = []] = (await apply(connectionId, {
      keys: {
        ...followedKeys(keys, connectionId),
        ...{ run: keys.run(runId), stream, meta, data, feed, lookup, outbox, aliases, superseded, seen: keys.seen(runId), events },
        ...{ search, journey },
      },
      args: {
        now: clock.now().getTime(),
        connectionId,
        dataType,
        runId,
        epoch,
        pages,
        deletes: what === 'delete',
        from,
        untilPosition: until,
        limit: stepSize,
        channel: keys.channel(runId),
      },
    })) as [string, string?, number?, number?, string[]?]
    throwIfRejected(answer, runId)
    return { next: next || null, live, gone, contested }
  }
}
