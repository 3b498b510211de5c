import { rejectKeyTable } from './open-rejects.ts'

/** Steps of `applyPage` for the records that the page rejects, and for those of earlier rejects that it accepts. */

/** Closes the rejects of the records that the page has accepted. Known rows were accepted before, and are as they were then. */
export const closeAccepted = `
local rejectKeys = ${rejectKeyTable}
local hadRejects, openBefore = false, 0 -- of this stream, before this page
local function closeAccepted()
  hadRejects = not dryRun and redis.call('EXISTS', openRejects) == 1
  if not hadRejects then return end
  openBefore = redis.call('ZCARD', openRejects)
  adoptRejects(rejectKeys, now)
  expireRejects(rejectKeys, now - rejectSeconds * 1000)
  local accepted = {}
  for id in records.each() do accepted[#accepted + 1] = id end
  for id, _, _, _, _, _, _, erpId in changes.each() do
    accepted[#accepted + 1] = id
    if erpId ~= '' then accepted[#accepted + 1] = erpId end
  end
  closeRejects(rejectKeys, accepted, 'accepted ' .. runId, now, rejectSeconds)
  closeRejects(rejectKeys, knownRecords, 'accepted ' .. runId, now, rejectSeconds)
end
`

/** A rejected record that is stored is marked as seen: the ERP still has it. */
export const writeRejects = `
local function writeRejects()
  local dropped = 0
  for json, recordId, key, whole in rejects.each() do
    addReject(rejectStream, json)
    if not dryRun and not openReject(rejectKeys, key, mark, now, runId, whole) then dropped = dropped + 1 end
    local id = redis.call('HGET', aliases, recordId) or recordId
    local text = countsDistinct and redis.call('HGET', meta, id)
    if text and dryRun then
      table.insert(seenIds, id)
    elseif text then
      redis.call('HSET', meta, id, replaceMark(text, mark) or text)
    end
  end
  if dryRun or rejects.count == 0 then return end
  noteDropped(stream, mark, dropped)
  for _, key in ipairs({openRejects, rejectTimes, rejectDocs}) do redis.call('EXPIRE', key, rejectSeconds) end
end
`

/** What a complete pull of everything has not rejected again is no longer rejected. Returns whether the number of open rejects has changed. */
export const closeGone = `
local function closeGone()
  if dryRun or not (hadRejects or rejects.count > 0) then return false end
  local isWhole = complete and marks and not partial and not hasFallen and redis.call('HGET', run, 'partial') ~= '1'
  if isWhole and hadRejects then
    closeRejects(rejectKeys, redis.call('ZRANGEBYSCORE', openRejects, '-inf', '(' .. mark), 'gone ' .. runId, now, rejectSeconds)
    local dropped = redis.call('HGET', stream, 'droppedRejects')
    if dropped and string.match(dropped, '^%d+') ~= mark then redis.call('HDEL', stream, 'droppedRejects') end
  end
  return redis.call('ZCARD', openRejects) ~= openBefore
end
`
