import { originTable } from '../events/stream-events.ts'
import { checkKnown } from './check-known.ts'
import { callInParts, loadReplaced, writeSearchKeys } from './page-keys.ts'
import { recordKeyTable } from './record-keys.ts'
import { closeAccepted, closeGone, writeRejects } from './reject-steps.ts'
import { isOutdated } from './repeated-records.ts'
import { supersededRows } from './superseded-rows.ts'

/**
 * The steps of `applyPage` as Lua functions, in the order in which they run. They share the script's locals and these. The first four
 * only read: each answers why nothing may be written, or nil. Loops over records call no Lua function that can be avoided.
 */
const sharedState = `
local origin = ${originTable}
local state -- the run's state before this page
local mark -- of this run
local runTotal, hasFallen -- the ERP's total; whether it has fallen since the page before
local countsDistinct -- whether different records are told from repeated ones, by their marks
local stored = {} -- the meta text of each record of the page, by id
local isKept = false -- whether the kept page of this number has the same fingerprint
local created, updated, unchanged, distinct = 0, mergedUpdated, mergedUnchanged, 0
local replacedIds, replaced = {}, {} -- the records that get another content, and what they had, by id
local position, positionBefore -- the latest of the change feed, now and before this page
local repeated = {} -- id, content before and content now of each record that came again in this run with another content
local hasSuperseded = redis.call('EXISTS', superseded) == 1 -- whether rows are known in whose place a later one is stored
local knownRecords = {} -- ids of known rows
local confirmed = {} -- ids of known rows whose records were seen in this run before
local metas, contents, feedRows, lookupRows, seenIds = {}, {}, {}, {}, {} -- what is written in the end
`

const checkClaim = `
local function checkClaim()
  local rejection, lastPage, lastTotal, runMark, lastHighWater, asOf = fence(run, epoch, 'pages', 'total', 'mark', 'highWater', 'asOf')
  if rejection then return {rejection} end
  if redis.call('EXISTS', connection) == 0 then return {'ENDED'} end
  state = {page = tonumber(lastPage or 0), total = lastTotal or '', highWater = lastHighWater or '', asOf = asOf or ''}
  mark = runMark or '0'
end
`

/** A total that falls during a pull shows that rows were deleted, and that others may have moved past us: such a pull is partial. */
const checkPage = `
local function checkPage()
  if page <= state.page then return {'OK', redis.call('HMGET', run, unpack(runFields)), redis.call('HLEN', meta)} end
  if page ~= state.page + 1 then return {'GAP'} end
  hasFallen = page > 1 and state.total ~= '' and total ~= '' and tonumber(total) < tonumber(state.total)
  runTotal = (page == 1 or hasFallen) and total or state.total
  countsDistinct = runTotal ~= '' or marks
end
`

const loadStored = `
local function loadStored()
  if #staleIds(outbox, changes) > 0 then return {'MERGE'} end
  local isShared = redis.call('HLEN', outbox) > 0
  local ids, count = {}, 0
  for id in records.each() do
    count = count + 1
    ids[count] = id
  end
  for from = 1, count, 1000 do
    local to = math.min(from + 999, count)
    if isShared then
      for _, entry in ipairs(redis.call('HMGET', outbox, unpack(ids, from, to))) do if entry then return {'MERGE'} end end
    end
    local found = redis.call('HMGET', meta, unpack(ids, from, to))
    for at = from, to do stored[ids[at]] = found[at - from + 1] end
  end
  position = tonumber(redis.call('HGET', stream, 'position') or 0)
  positionBefore = position
end
`

/**
 * A record whose content is stored already writes nothing, except the fingerprint of the row that made it now and, if different
 * records are counted, the mark of this run.
 */
const classifyRecords = `
local function classifyRecords()
  local stored, mark, countsDistinct, dryRun = stored, mark, countsDistinct, dryRun
  local metas, metaCount, changed = metas, #metas, 0
  for id, hashes, json, lookupText in records.each() do
    local text = stored[id]
    local written
    local isSame = text and hasHashes(text, hashes)
    local isOther = text and not isSame and contentHash(text) ~= contentHash(hashes)
    if isOther and unique and (isSuperseded(id, text, hashes) or (markOf(text) == mark and isOutdated(id, text, hashes, json))) then
      unchanged = unchanged + 1
      local marked = countsDistinct and replaceMark(text, mark)
      if marked then distinct = distinct + 1 end
      written = not dryRun and marked or nil
    elseif text and not isOther then
      unchanged = unchanged + 1
      local marked = countsDistinct and replaceMark(text, mark)
      if hasSuperseded and countsDistinct and not marked then confirmLatest(id) end
      if marked or dryRun then distinct = distinct + 1 end
      written = marked
      if not isSame then written = replaceHashes(marked or text, hashes) end
      if dryRun then written = nil end
    else
      local version, oldMark = 0, nil
      if text then
        local _
        _, version, oldMark = parseMeta(text)
        updated = updated + 1
        replacedIds[#replacedIds + 1] = id
      else
        created = created + 1
      end
      if dryRun or (countsDistinct and oldMark ~= mark) then distinct = distinct + 1 end
      local place = string.format('%d', position + 1) -- as a text: where Lua prints a number, it takes ten times as long
      written = printMeta(hashes, string.format('%d', version + 1), mark, place, now)
      if not dryRun then
        position = position + 1
        contents[changed + 1], contents[changed + 2] = id, json
        feedRows[changed + 1], feedRows[changed + 2] = place, id
        changed = changed + 2
        if lookupText ~= '' then
          lookupRows[#lookupRows + 1] = '0'
          lookupRows[#lookupRows + 1] = lookupText .. '\\0' .. id
        end
      end
    end
    if written then stored[id] = written end
    if dryRun then
      seenIds[#seenIds + 1] = id
    elseif written then
      metas[metaCount + 1], metas[metaCount + 2] = id, written
      metaCount = metaCount + 2
    end
  end
end
`

/** Tells of the orders that show another status. Comes before they are written. */
const emitStatuses = `
local function emitStatuses()
  if dataType ~= 'orders' then return end
  local latest = {}
  for at = 1, #contents, 2 do
    local id, json = contents[at], contents[at + 1]
    emitOrderStatus(origin, told, id, nil, latest[id] or replaced[id], json)
    latest[id] = json
  end
end
`

const writeRecords = `
local function writeRecords()
  for _, id in ipairs(confirmed) do confirmLatest(id) end
  callInParts('HSET', meta, metas)
  callInParts('HSET', data, contents)
  callInParts('ZADD', feed, feedRows)
  callInParts('ZADD', lookup, lookupRows)
  if not dryRun then redis.call('HSET', stream, 'position', position) end
end
`

/** The records that the system has written too, as the caller has merged them. Tells of the changes of the whole page. */
const writeMerged = `
local function writeMerged()
  for id in changes.each() do
    local text = redis.call('HGET', meta, id)
    if dryRun then table.insert(seenIds, id) end
    if dryRun or (countsDistinct and not (text and markOf(text) == mark)) then distinct = distinct + 1 end
  end
  if dryRun then return end
  local changed
  position, changed = changeRecords(${recordKeyTable}, origin, changes, mark)
  changed.created, changed.updated = changed.created + created, changed.updated + updated - mergedUpdated
  emitRecordsChanged(origin, positionBefore, position, changed)
end
`

/** A dry run over everything writes no marks: what it has seen is kept as a set. */
const writeSeen = `
local function writeSeen()
  if not (dryRun and marks) then return end
  callInParts('SADD', seen, seenIds)
  redis.call('EXPIRE', seen, 86400)
end
`

const writeCheckpoint = `
local function writeCheckpoint()
  local counts = {
    read = read, filtered = filtered, created = created, updated = updated, unchanged = unchanged, rejected = rejects.count,
    distinct = distinct, unidentified = unidentified, echoes = echoes, conflicts = conflictsOpened, pushed = pushed,
    merged = mergedBothSides, overridden = fieldsOverridden
  }
  for field, more in pairs(counts) do redis.call('HINCRBY', run, field, more) end
  redis.call('HSET', run, 'pages', page, 'cursor', cursor, 'complete', complete and '1' or '0', 'total', runTotal,
    'highWater', highWater > state.highWater and highWater or state.highWater, 'asOf', state.asOf ~= '' and state.asOf or serverTime,
    'since', since, 'failures', 0, 'throttledSince', '', 'losses', 0, 'error', '')
  if partial or hasFallen then redis.call('HSET', run, 'partial', '1') end
end
`

/** After a complete pull of everything, the pages that it no longer has are dropped. */
const writeKeptPages = `
local function writeKeptPages()
  if dryRun then return end
  if keptPage ~= '' and not isKept then redis.call('HSET', pages, page, keptPage) end
  if not (complete and marks) then return end
  for _, number in ipairs(redis.call('HKEYS', pages)) do
    if tonumber(number) > page then redis.call('HDEL', pages, number) end
  end
end
`

export const applyPageSteps = [
  sharedState,
  checkClaim,
  checkPage,
  loadStored,
  supersededRows,
  checkKnown,
  isOutdated,
  classifyRecords,
  loadReplaced,
  emitStatuses,
  callInParts,
  writeRecords,
  writeSearchKeys,
  writeMerged,
  closeAccepted,
  writeRejects,
  closeGone,
  writeSeen,
  writeCheckpoint,
  writeKeptPages,
].join('')
