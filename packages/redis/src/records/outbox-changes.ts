import { decisionDays, type OutboxChange, overtaken, printEntry, type RecordStream } from '@linkspan/core'
import { streamEvents } from '../events/stream-events.ts'
import { indexMember } from '../keys.ts'
import { changeSteps } from './journey-steps.ts'
import { lookupOf } from './lookup.ts'
import { orderEventOf, orderEvents } from './order-events.ts'
import { orderStatusEvents } from './order-status-events.ts'
import { outboxEntry } from './outbox-entry.ts'
import { recordMeta } from './record-meta.ts'
import { searchKeys } from './search-keys.ts'
import { stepDetailsOf } from './step-details.ts'
import { troubledRecords } from './troubled-records.ts'

/** One change of a record that the system has written, as a row of a script's list. */
export const changeColumns = [
  'id',
  'version',
  'status',
  'entry',
  'hash',
  'json',
  'lookup',
  'erpId',
  'conflictId',
  'conflict',
  'pushed',
  'orderEvent',
  'details',
  'decision',
  'decidedMember',
] as const

/** Stands for the status of a record that is taken away. */
const forgotten = 'forgotten'

type ChangeRow = Readonly<Record<(typeof changeColumns)[number], string | number>>

/**
 * - version: of the entry that was read, so that two who change the same record never overwrite each other.
 * - hash, json, lookup: the new content, and what it is found by (see `lookupOf`); an empty hash leaves it as it is.
 * - erpId: the ERP's id, if it differs from ours.
 * - conflictId, conflict: opens this conflict; an empty `conflict` closes it, `-` leaves everything as it is.
 * - pushed, orderEvent: see `emitOrder`.
 * - details: what a step of the record's journey says, see `noteChange`.
 * - decision, decidedMember: how a conflict that is closed has ended, and its place in the index of those that have.
 *
 * `runId`: of the run that makes the change; null if none does.
 */
export function toChangeRow(change: OutboxChange, stream: RecordStream, runId: string | null, now: Date): ChangeRow {
  const { id, version, conflict } = change
  if (change.forgets) {
    const erpId = change.erpId !== null && change.erpId !== id ? change.erpId : ''
    return { ...nothing, id, version, status: forgotten, erpId, ...toConflictCells(conflict, now) }
  }
  const { entry, content } = change
  const { status, erpId } = entry
  return {
    id,
    version,
    status,
    entry: printEntry(entry),
    hash: content?.hash ?? '',
    json: content?.json ?? '',
    lookup: content ? lookupOf(stream.dataType, content) : '',
    erpId: erpId !== null && erpId !== id ? erpId : '',
    ...toConflictCells(conflict, now),
    pushed: change.pushed ? 1 : '',
    orderEvent: orderEventOf(change, stream, runId),
    details: stepDetailsOf(change, runId),
  }
}

const nothing = { entry: '', hash: '', json: '', lookup: '', pushed: '', orderEvent: '', details: '' }

type ConflictCells = Pick<ChangeRow, 'conflictId' | 'conflict' | 'decision' | 'decidedMember'>

function toConflictCells(conflict: OutboxChange['conflict'], now: Date): ConflictCells {
  const undecided = { decision: '', decidedMember: '' }
  if (conflict === undefined) return { conflictId: '', conflict: '-', ...undecided }
  if ('opens' in conflict) return { conflictId: conflict.opens.id, conflict: JSON.stringify(conflict.opens), ...undecided }
  return {
    conflictId: conflict.closes,
    conflict: '',
    decision: JSON.stringify({ at: now.toISOString(), ...(conflict.decision ?? overtaken) }),
    decidedMember: indexMember(now, conflict.closes),
  }
}

/**
 * `staleIds` returns the ids whose entries were changed since they were read, and `areStored` says whether all entries are as the changes
 * would make them. `changeRecords` writes the changes: entries, queues,
 * aliases, conflicts and contents. A record moves to the end of the change feed if its content changed, if its id in the ERP became known,
 * or if it came into an error or a conflict, or out of one. A push that changes only the status says nothing to those who follow the feed.
 * Its `keys` are those of `recordKeyTable`, `origin` is that of `originTable`; a nil `mark` leaves the marks as they are. It tells of the
 * orders and conflicts among them, and returns the feed position after them and how many records it created, updated and deleted.
 * Goes behind `emitEvent`.
 */
export const recordChanges = `${recordMeta}${outboxEntry}${troubledRecords}${streamEvents}${orderEvents}${orderStatusEvents}${searchKeys}${changeSteps}
local function staleIds(outbox, changes)
  local stale = {}
  for id, version in changes.each() do
    if entryVersion(redis.call('HGET', outbox, id)) ~= version then table.insert(stale, id) end
  end
  return stale
end

local function areStored(outbox, changes)
  for id, version, status, entry in changes.each() do
    local stored = redis.call('HGET', outbox, id)
    local wanted = status ~= '${forgotten}' and printEntry(tonumber(version) + 1, status, entry)
    if stored ~= wanted then return false end
  end
  return true
end

local queues = {pending = 'pending', in_flight = 'unsettled', uncertain = 'unsettled'}

-- A record keeps its number in the queue until the ERP has taken it. Earlier versions kept a time instead while it was unsettled.
local function queueEntry(keys, id, status, pushed)
  noteTrouble(keys, id, status)
  local number = tonumber(redis.call('ZSCORE', keys.pending, id) or redis.call('ZSCORE', keys.unsettled, id))
  for _, queue in ipairs({keys.pending, keys.unsettled}) do redis.call('ZREM', queue, id) end
  if not queues[status] then return end
  local last = tonumber(redis.call('HGET', keys.stream, 'queued') or 0)
  if pushed == '1' or not number or number > last then number = redis.call('HINCRBY', keys.stream, 'queued', 1) end
  redis.call('ZADD', keys[queues[status]], number, id)
end

-- True if a record was stored under the ERP's id before that was known to be ours: it is removed, because the two are one.
local function addAlias(keys, origin, erpId, id)
  if redis.call('HSETNX', keys.aliases, erpId, id) == 0 or redis.call('HDEL', keys.meta, erpId) == 0 then return false end
  replaceSearchKeys(keys.search, origin.dataType, erpId, {redis.call('HGET', keys.data, erpId)}, nil)
  forgetSteps(keys.journey, erpId, origin.at, origin.runId)
  redis.call('HDEL', keys.data, erpId)
  return true
end

local function keepDecision(keys, conflictId, stored, decision, decidedMember)
  redis.call('HSET', keys.decided, conflictId, '{"decision":' .. decision .. ',"conflict":' .. stored .. '}')
  redis.call('ZADD', keys.decidedIndex, 0, decidedMember)
  for _, key in ipairs({keys.decided, keys.decidedIndex}) do redis.call('EXPIRE', key, ${decisionDays * 86_400}) end
end

local function changeConflict(keys, origin, id, conflictId, conflict, decision, decidedMember)
  local type
  if conflict == '' then
    local stored = redis.call('HGET', keys.conflicts, conflictId)
    if stored then
      type = 'conflict.resolved'
      redis.call('HDEL', keys.conflicts, conflictId)
      keepDecision(keys, conflictId, stored, decision, decidedMember)
    end
    redis.call('ZREM', keys.conflictIndex, conflictId)
  elseif conflict ~= '-' then
    if redis.call('HSET', keys.conflicts, conflictId, conflict) == 1 then type = 'conflict.opened' end
    redis.call('ZADD', keys.conflictIndex, 0, conflictId)
  end
  if type then emitConflict(origin, type, id, conflictId, redis.call('ZCARD', keys.conflictIndex)) end
end

-- The records that were taken away, with the JSON that they had.
local forgottenRecords = {}

-- Takes a record away, with a tombstone in the change feed.
local function forgetRecord(keys, origin, id, erpId, position)
  local json = redis.call('HGET', keys.data, id)
  replaceSearchKeys(keys.search, origin.dataType, id, {json, redis.call('HGET', keys.outbox, id)}, nil)
  forgetSteps(keys.journey, id, origin.at, origin.runId)
  table.insert(forgottenRecords, {id = id, json = json})
  local sku = json and string.match(json, '"sku":"(.-)"')
  if sku then redis.call('ZREM', keys.lookup, sku .. '\\0' .. id) end
  if erpId ~= '' then redis.call('HDEL', keys.aliases, erpId) end
  for _, key in ipairs({keys.outbox, keys.meta, keys.data}) do redis.call('HDEL', key, id) end
  redis.call('ZADD', keys.feed, position, id)
end

local troubled = {error = true, conflict = true}

-- Whether those who follow the feed see something new of an entry, besides its status.
local function isNews(before, status, entry)
  local beforeStatus = before and entryStatus(before)
  if status ~= beforeStatus and (troubled[status] or troubled[beforeStatus]) then return true end
  return before and erpIdIn(entryJson(before)) ~= erpIdIn(entry)
end

-- Writes one change, and adds to the counts what it did; answers the feed position after it.
local function changeRecord(keys, origin, counts, position, mark, id, readVersion, status, entry, hash, json, lookup, erpId, pushed, orderEvent, conflict, details)
  local before = redis.call('HGET', keys.outbox, id)
  local isTold = isNews(before, status, entry)
  redis.call('HSET', keys.outbox, id, printEntry(tonumber(readVersion) + 1, status, entry))
  queueEntry(keys, id, status, pushed)
  if erpId ~= '' and addAlias(keys, origin, erpId, id) then
    position = position + 1
    redis.call('ZADD', keys.feed, position, erpId)
    counts.deleted = counts.deleted + 1
  end
  emitOrder(origin, before and entryStatus(before), status, pushed, orderEvent)

  local meta = redis.call('HGET', keys.meta, id)
  local oldHash, version, oldMark, oldPosition, changedAt
  if meta then oldHash, version, oldMark, oldPosition, changedAt = parseMeta(meta) end
  oldHash = oldHash and contentHash(oldHash) -- no longer made from one row alone
  local isChanged = hash ~= '' and hash ~= oldHash
  if isChanged and meta and origin.dataType == 'orders' then
    emitOrderStatus(origin, keys.told, id, erpIdIn(entry), redis.call('HGET', keys.data, id), json)
  end
  if hash ~= '' or not before or erpIdIn(entryJson(before)) ~= erpIdIn(entry) then
    local content = redis.call('HGET', keys.data, id)
    replaceSearchKeys(keys.search, origin.dataType, id, meta and {content, before}, {hash ~= '' and json or content, entry})
  end
  noteChange(keys, id, origin.at, before, entry, status,
    {isRun = origin.runId ~= '', isChanged = isChanged, pushed = pushed, conflict = conflict, details = details})
  if hash ~= '' then
    redis.call('HSET', keys.data, id, json)
    if lookup ~= '' then redis.call('ZADD', keys.lookup, 0, lookup .. '\\0' .. id) end
  end
  if isChanged then version = tonumber(version or 0) + 1 end
  if isChanged or isTold then
    position = position + 1
    oldPosition, changedAt = position, origin.at
    redis.call('ZADD', keys.feed, position, id)
    local kind = meta and 'updated' or 'created'
    counts[kind] = counts[kind] + 1
  end
  redis.call('HSET', keys.meta, id, printMeta(hash ~= '' and hash or oldHash, version, mark or oldMark or '0', oldPosition, changedAt))
  return position
end

local function changeRecords(keys, origin, changes, mark)
  local position = tonumber(redis.call('HGET', keys.stream, 'position') or 0)
  local counts = {created = 0, updated = 0, deleted = 0}
  if changes.count == 0 then return position, counts end
  for id, readVersion, status, entry, hash, json, lookup, erpId, conflictId, conflict, pushed, orderEvent, details, decision, decidedMember
    in changes.each() do
    changeConflict(keys, origin, id, conflictId, conflict, decision, decidedMember)
    if status == '${forgotten}' then
      position = position + 1
      queueEntry(keys, id, status)
      forgetRecord(keys, origin, id, erpId, position)
      counts.deleted = counts.deleted + 1
    else
      position = changeRecord(keys, origin, counts, position, mark,
        id, readVersion, status, entry, hash, json, lookup, erpId, pushed, orderEvent, conflict, details)
    end
  end
  redis.call('HSET', keys.stream, 'position', position)
  return position, counts
end
`
