import type { Keys } from '../keys.ts'
import { toldStatus } from './told-status.ts'

/** The keys of the orders that follow the status records of a connection, by the names under which scripts know them. */
export const followedKeys = (keys: Keys, connectionId: string) => ({
  orderStream: keys.stream(connectionId, 'orders'),
  orderMeta: keys.meta(connectionId, 'orders'),
  orderData: keys.data(connectionId, 'orders'),
  orderFeed: keys.feed(connectionId, 'orders'),
  orderAliases: keys.aliases(connectionId, 'orders'),
  orderNumbers: keys.orderNumbers(connectionId),
  toldStatuses: keys.toldStatuses(connectionId),
  statusData: keys.data(connectionId, 'order_status'),
  statusFeed: keys.feed(connectionId, 'order_status'),
  statusNumbers: keys.statusNumbers(connectionId),
})

/** For `defineScript`. */
export const followedKeyNames = [
  'orderStream',
  'orderMeta',
  'orderData',
  'orderFeed',
  'orderAliases',
  'orderNumbers',
  'toldStatuses',
  'statusData',
  'statusFeed',
  'statusNumbers',
] as const satisfies readonly (keyof ReturnType<typeof followedKeys>)[]

/** The same keys as a Lua table, to pass to `followOrderStatus`. */
export const followedKeyTable = `{${followedKeyNames.map((name) => `${name} = ${name}`).join(', ')}}`

/**
 * `followOrderStatus` notes what a status record, as JSON, tells of its order. If the order then shows another status, it moves to the end
 * of the change feed with a new version. The order's own content stays as it is, so this is no edit that could be pushed. Goes behind
 * `recordMeta`.
 */
export const followOrderStatus = `${toldStatus}
local function decodeRecord(json)
  local isRead, record = pcall(cjson.decode, json or '')
  return isRead and type(record) == 'table' and record or nil
end

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

local function followOrderStatus(keys, json, now)
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
  if id and not isSameStatus(before, after) then moveOrder(keys, id, now) end
end
`

/**
 * Lua that lets orders follow the changes of a script's list `changes`, and the records in `forgottenRecords` that these took away.
 * Needs `forgetOrderStatus`.
 */
export const followChanges = `
for _, _, _, _, _, json in changes.each() do
  if json ~= '' then followOrderStatus(${followedKeyTable}, json, now) end
end
for _, gone in ipairs(forgottenRecords) do forgetOrderStatus(${followedKeyTable}, gone.id, gone.json, now) end
`
