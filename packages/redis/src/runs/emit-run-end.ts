import { countFields } from './run-fields.ts'

const maxRejectsTold = 10

/**
 * `emitRunEnd` tells how a run of a connection has ended, behind the records that it has rejected, if any. `endedRun` has the run's `id`,
 * `connectionId`, `dataType`, `status`, `completedAt` in ms, `error` as JSON or '', and `dryRun`. A dry run does not tell its rejects.
 * Goes behind `emitEvent` and `isoTime`.
 */
export const emitRunEnd = `
local countFields = {${countFields.map((field) => `'${field}'`).join(', ')}}

local function countsOf(run)
  local counts = {}
  for at, count in ipairs(redis.call('HMGET', run, unpack(countFields))) do counts[countFields[at]] = tonumber(count or 0) end
  return counts
end

-- A reject as it is told, as JSON: its first reason, and none of its values.
local function printReject(json)
  local reject = cjson.decode(json)
  local first = reject.errors[1] or {path = '', message = ''}
  return cjson.encode({recordId = reject.recordId, reason = first.path == '' and first.message or first.path .. ': ' .. first.message})
end

local function firstRejects(rejects)
  local first = {}
  for _, entry in ipairs(redis.call('XRANGE', rejects, '-', '+', 'COUNT', ${maxRejectsTold})) do
    local isReadable, reject = pcall(printReject, entry[2][2])
    if isReadable then table.insert(first, reject) end
  end
  return '[' .. table.concat(first, ',') .. ']'
end

local function emitRejects(log, rejects, endedRun, count)
  local data = cjson.encode({connectionId = endedRun.connectionId, dataType = endedRun.dataType, syncLogId = endedRun.id, count = count})
  emitEvent(log, 'record.rejected', endedRun.completedAt, string.sub(data, 1, -2) .. ',"first":' .. firstRejects(rejects) .. '}')
end

local function emitRunEnd(log, run, rejects, endedRun)
  local counts, stored = countsOf(run), redis.call('HMGET', run, 'doc', 'startedAt', 'pages', 'since')
  local request, rejected = cjson.decode(stored[1]), counts.rejected + counts.refused
  if rejected > 0 and not endedRun.dryRun then emitRejects(log, rejects, endedRun, rejected) end
  local failure = endedRun.error ~= '' and cjson.decode(endedRun.error)
  emitEvent(log, endedRun.status == 'success' and 'sync.succeeded' or 'sync.failed', endedRun.completedAt, cjson.encode({
    connectionId = endedRun.connectionId,
    dataType = endedRun.dataType,
    direction = request.direction,
    syncLogId = endedRun.id,
    trigger = request.trigger,
    startedAt = isoTime(tonumber(stored[2])),
    completedAt = isoTime(endedRun.completedAt),
    counts = counts,
    error = failure and {code = failure.code, message = failure.message, hint = failure.hint} or nil,
    dryRun = endedRun.dryRun or nil,
    readAll = tonumber(stored[3] or 0) > 0 and stored[4] == '' or nil,
  }), '')
end
`
