/**
 * Lua that tells of one stream: `emitRecordsChanged` tells that the change feed has moved from one position to another, and
 * `emitConflict` that a conflict was opened or resolved. `origin` is that of `originTable`. Goes behind `emitEvent`.
 */
export const streamEvents = `
local function emitRecordsChanged(origin, from, to, counts)
  if from == to then return end
  emitEvent(origin.log, 'records.changed', origin.at, cjson.encode({
    connectionId = origin.connectionId, dataType = origin.dataType, from = from, to = to, counts = counts
  }), nil, origin.runId)
end

local function emitConflict(origin, type, recordId, conflictId, open)
  emitEvent(origin.log, type, origin.at, cjson.encode({
    connectionId = origin.connectionId, dataType = origin.dataType, recordId = recordId, conflictId = conflictId, open = open
  }), conflictId, origin.runId)
end
`

/** Where events come from, in a script that has the keys `events` and `journey`, and the arguments `now`, `connectionId`, `dataType` and `runId`. */
export const originTable = '{log = events, journey = journey, at = now, connectionId = connectionId, dataType = dataType, runId = runId}'
