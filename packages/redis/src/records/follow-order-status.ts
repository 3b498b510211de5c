import type { Keys } from '../keys.ts'

const namedKeys = (keys: Keys, connectionId: string) => ({
  orderStream: keys.stream(connectionId, 'orders'),
  orderMeta: keys.meta(connectionId, 'orders'),
  orderData: keys.data(connectionId, 'orders'),
  orderFeed: keys.feed(connectionId, 'orders'),
  orderAliases: keys.aliases(connectionId, 'orders'),
  orderNumbers: keys.orderNumbers(connectionId),
  orderJourney: keys.journey(connectionId, 'orders'),
  toldStatuses: keys.toldStatuses(connectionId),
  statusData: keys.data(connectionId, 'order_status'),
  statusFeed: keys.feed(connectionId, 'order_status'),
  statusNumbers: keys.statusNumbers(connectionId),
})
const names = [
  'orderStream',
  'orderMeta',
  'orderData',
  'orderFeed',
  'orderAliases',
  'orderNumbers',
  'orderJourney',
  'toldStatuses',
  'statusData',
  'statusFeed',
  'statusNumbers',
] as const satisfies readonly (keyof ReturnType<typeof namedKeys>)[]

/** The keys of the orders that follow the status records of a connection, for a script with the key list `followed`. */
export function followedKeys(keys: Keys, connectionId: string): { readonly followed: readonly string[] } {
  const named = namedKeys(keys, connectionId)
  return { followed: names.map((name) => named[name]) }
}

/** The same keys as a Lua table, to pass to `followOrderStatuses`. A list, because a script has room for 200 locals only. */
export const followedKeyTable = `{${names.map((name, at) => `${name} = followed[${at + 1}]`).join(', ')}}`

/**
 * `followOrderStatuses` notes what status records, as JSON, tell of their orders. An order that then shows another status moves to the end of
 * the change feed with a new version, and an event tells it. The order's own content stays as it is, so this is no edit that could be pushed.
 * `origin` is that of the status records. Goes behind `recordMeta`, `streamEvents` and `orderStatusEvents`.
 */
export const followOrderStatus = `
-- The order with this id, or with this id in the ERP: its id and its data.
local function orderWithId(keys, id)
  id = redis.call('HGET', keys.orderAliases, id) or id
  if redis.call('HEXISTS', keys.orderMeta, id) == 0 then return nil end
  return id, decodeRecord(redis.call('HGET', keys.orderData, id))
end

local function orderWithNumber(keys, number, company)
  for _, member in ipairs(redis.call('ZRANGEBYLEX', keys.orderNumbers, '[' .. number .. '\\0', '[' .. number .. '\\1', 'LIMIT', 0, 100)) do
    local id, order = orderWithId(keys, string.sub(member, #number + 2))
    if order and textIn(order, 'orderNumber') == number and (company == '' or textIn(order, 'companyId') == company) then return id, order end
  end
end

local function orderOfStatus(keys, record)
  local externalId, number = textIn(record, 'orderExternalId'), textIn(record, 'orderNumber')
  local id, order
  if externalId ~= '' then id, order = orderWithId(keys, externalId) end
  if not id then id, order = orderWithNumber(keys, number, textIn(record, 'companyId')) end
  if not id then id, order = orderWithId(keys, number) end
  return id, order
end

local function moveOrder(keys, id, now)
  local hashes, version, mark = parseMeta(redis.call('HGET', keys.orderMeta, id))
  local position = redis.call('HINCRBY', keys.orderStream, 'position', 1)
  redis.call('HSET', keys.orderMeta, id, printMeta(hashes, version + 1, mark, position, now))
  redis.call('ZADD', keys.orderFeed, position, id)
end

-- The fields of \`toldStatuses\` that a status record fills.
local function toldFields(record)
  local fields = {textIn(record, 'companyId') .. '/' .. textIn(record, 'orderNumber')}
  if textIn(record, 'orderExternalId') ~= '' then fields[2] = '#' .. textIn(record, 'orderExternalId') end
  return fields
end

local function isSameStatus(before, after)
  return (before and before[1]) == (after and after[1]) and (before and before[2]) == (after and after[2])
end

local function followOrderStatus(keys, origin, json)
  local record = decodeRecord(json)
  if not record or textIn(record, 'orderNumber') == '' then return end
  local fields = toldFields(record)
  local known = redis.call('HGET', keys.toldStatuses, fields[1])
  local id, order = orderOfStatus(keys, record)
  local own = order and textIn(order, 'status') or ''
  local told = {textIn(record, 'status'), textIn(record, 'statusRaw'), own, id or ''}
  local before = toldInstead(own, known and cjson.decode(known))
  local after = told[1] ~= 'unknown' and toldInstead(own, told) or nil
  for _, one in ipairs(fields) do
    if told[1] == 'unknown' then
      redis.call('HDEL', keys.toldStatuses, one)
    else
      redis.call('HSET', keys.toldStatuses, one, cjson.encode(told))
    end
  end
  if id and not isSameStatus(before, after) then
    moveOrder(keys, id, origin.at)
    emitStatusChange(origin, id, before and before[1] or own, after and after[1] or own)
  end
end

-- Runs 'work' with the origin of orders, and tells how their change feed has moved meanwhile.
local function tellMovedOrders(keys, origin, work)
  local ofOrders = {
    log = origin.log, journey = keys.orderJourney, at = origin.at, connectionId = origin.connectionId, dataType = 'orders', runId = origin.runId
  }
  local from = tonumber(redis.call('HGET', keys.orderStream, 'position') or 0)
  work(ofOrders)
  local to = tonumber(redis.call('HGET', keys.orderStream, 'position') or 0)
  emitRecordsChanged(ofOrders, from, to, {created = 0, updated = to - from, deleted = 0})
end

local function followOrderStatuses(keys, origin, statuses)
  tellMovedOrders(keys, origin, function(ofOrders)
    for _, json in ipairs(statuses) do followOrderStatus(keys, ofOrders, json) end
  end)
end
`

/** Lua that adds the status records among a script's list `changes`, as JSON, to a list. */
export const changedStatuses = `
local function addChangedStatuses(statuses, changes)
  for _, _, _, _, _, json in changes.each() do
    if json ~= '' then table.insert(statuses, json) end
  end
  return statuses
end
`
