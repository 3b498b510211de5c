import { hideHelpers } from '../lua/hide-helpers.ts'
import { followOrderStatus } from './follow-order-status.ts'

/**
 * `forgetOrderStatuses` takes back what deleted status records, each as `{id, json}`, have told of their orders: an order shows what the latest of its other
 * status records tells, or its own status. What another record has told since stays. If the ERP has changed the order's own status since the
 * deleted record told its own, that one counts. Goes behind
 * the same chunks as `followOrderStatus`, which it includes; the records themselves must be gone.
 */
export const forgetOrderStatus = hideHelpers(
  ['followOrderStatuses', 'forgetOrderStatuses'],
  `${followOrderStatus}
local function fills(record, field)
  for _, one in ipairs(toldFields(record)) do if one == field then return true end end
  return false
end

-- The latest status record, in the order of the change feed, that fills the field; nil if there is none.
local function latestStatus(keys, field, number)
  local latest, latestPosition
  for _, member in ipairs(redis.call('ZRANGEBYLEX', keys.statusNumbers, '[' .. number .. '\\0', '[' .. number .. '\\1', 'LIMIT', 0, 100)) do
    local id = string.sub(member, #number + 2)
    local record = decodeRecord(redis.call('HGET', keys.statusData, id))
    local position = tonumber(redis.call('ZSCORE', keys.statusFeed, id) or 0)
    if record and fills(record, field) and (not latest or position > latestPosition) then latest, latestPosition = record, position end
  end
  return latest
end

-- What the field tells once the record is gone: nil if nothing, and the second answer is whether that is new.
local function toldWithout(keys, record, field, own, orderId)
  local known = redis.call('HGET', keys.toldStatuses, field)
  local told = known and cjson.decode(known) or {'unknown', '', own, orderId}
  if told[1] ~= textIn(record, 'status') or (known and told[2] ~= textIn(record, 'statusRaw')) then return known and told, false end
  local latest = latestStatus(keys, field, textIn(record, 'orderNumber'))
  if not latest or textIn(latest, 'status') == 'unknown' then return nil, true end
  return {textIn(latest, 'status'), textIn(latest, 'statusRaw'), told[3], told[4]}, true
end

local function forgetOrderStatus(keys, origin, id, json)
  local record = decodeRecord(json)
  if not record or textIn(record, 'orderNumber') == '' then return end
  redis.call('ZREM', keys.statusNumbers, textIn(record, 'orderNumber') .. '\\0' .. id)
  local orderId, order = orderOfStatus(keys, record)
  local own = order and textIn(order, 'status') or ''
  local fields = toldFields(record)
  local known = redis.call('HGET', keys.toldStatuses, fields[1])
  local before = toldInstead(own, known and cjson.decode(known))
  for _, field in ipairs(fields) do
    local told, isNew = toldWithout(keys, record, field, own, orderId or '')
    if isNew and told then
      redis.call('HSET', keys.toldStatuses, field, cjson.encode(told))
    elseif isNew then
      redis.call('HDEL', keys.toldStatuses, field)
    end
  end
  known = redis.call('HGET', keys.toldStatuses, fields[1])
  local after = toldInstead(own, known and cjson.decode(known))
  if orderId and not isSameStatus(before, after) then
    moveOrder(keys, orderId, origin.at)
    emitStatusChange(origin, orderId, before and before[1] or own, after and after[1] or own)
  end
end

local function forgetOrderStatuses(keys, origin, forgotten)
  tellMovedOrders(keys, origin, function(ofOrders)
    for _, gone in ipairs(forgotten) do forgetOrderStatus(keys, ofOrders, gone.id, gone.json) end
  end)
end
`,
)
