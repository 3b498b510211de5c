import { journeySteps } from './journey-steps.ts'
import { toldStatus } from './told-status.ts'

/**
 * Lua that tells that an order shows another status: `emitStatusChange` from one to another, and `emitOrderStatus` if that follows from a new
 * content. `toldKey` is the hash of `told-status.ts`, `erpId` the order's id in the ERP as JSON; nil if it is the order's own. The contents
 * are JSON. It is a step of the order's journey too. Goes behind `emitEvent`.
 */
export const orderStatusEvents = `${toldStatus}${journeySteps}
local function decodeRecord(json)
  local isRead, record = pcall(cjson.decode, json or '')
  return isRead and type(record) == 'table' and record or nil
end

-- The schema prints the status of an order before its lines. Only if it is not there, the whole order is parsed.
local function ownStatus(json)
  local _, at = string.find(json, '"status":"', 1, true)
  local lines = at and string.find(json, ',"lines":[', 1, true)
  if at and (not lines or at < lines) then return string.match(json, '^[^"]*', at + 1) end
  return textIn(decodeRecord(json) or {}, 'status')
end

-- What is told of an order, found as 'readToldStatuses' finds it; nil if nothing is.
local function toldOf(toldKey, id, erpId, order)
  local fields = {erpId and '#' .. erpId}
  for _, company in ipairs({textIn(order, 'companyId'), ''}) do
    for _, number in ipairs({textIn(order, 'orderNumber'), erpId or id, id}) do table.insert(fields, company .. '/' .. number) end
  end
  for _, json in ipairs(redis.call('HMGET', toldKey, unpack(fields))) do
    local told = json and cjson.decode(json)
    if told and (told[4] == '' or told[4] == id) then return told end
  end
end

local function shownStatus(toldKey, id, erpId, json)
  local order = decodeRecord(json) or {}
  local own = textIn(order, 'status')
  local told = toldInstead(own, toldOf(toldKey, id, erpId, order))
  return told and told[1] or own
end

local function emitStatusChange(origin, id, from, to)
  if from == '' then from = 'unknown' end
  if to == '' then to = 'unknown' end
  if from == to then return end
  emitEvent(origin.log, 'order.status_changed', origin.at, cjson.encode({
    connectionId = origin.connectionId, recordId = id, from = from, to = to
  }), nil, origin.runId)
  local syncLogId = origin.runId ~= '' and origin.runId or nil
  noteStep(origin.journey, id, origin.at, 'status', cjson.encode({from = from, to = to, syncLogId = syncLogId}))
end

local function emitOrderStatus(origin, toldKey, id, erpId, before, after)
  local from, to = before and ownStatus(before), ownStatus(after)
  if not before or from == to then return end
  if redis.call('EXISTS', toldKey) == 0 then return emitStatusChange(origin, id, from, to) end
  local idInErp = id
  if erpId then idInErp = cjson.decode('[' .. erpId .. ']')[1] end
  if idInErp == cjson.null then idInErp = nil end
  emitStatusChange(origin, id, shownStatus(toldKey, id, idInErp, before), shownStatus(toldKey, id, idInErp, after))
end
`
