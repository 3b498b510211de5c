import { recordCauses } from '@linkspan/core'

/**
 * Lua that reads, writes and announces single incidents. Goes behind `emitEvent`.
 *
 * An incident is stored with fields that are not shown: its `key`, the counts of its `parts` and `connections`, what its title is made of
 * (`template`, `subjects`), and `updatedMs`, `closedMs` and `toldMs`, when it changed, was closed and was announced last. Its data types are one text, because an
 * empty list would become an object.
 */
export const incidentDocs = `
local hidden = {key = true, parts = true, connections = true, template = true, subjects = true, dataTypes = true,
  updatedMs = true, closedMs = true, toldMs = true}
local maxTimeline = 100
local isAboutRecords = {${recordCauses.map((cause) => `['${cause}'] = true`).join(', ')}}

-- The incident with this id; nil if there is none, or if it cannot be read.
local function readIncident(keys, id)
  local text = id and redis.call('HGET', keys.docs, id)
  if not text then return nil end
  local isReadable, incident = pcall(cjson.decode, text)
  return isReadable and incident or nil
end

-- What happens may be read late: the incident keeps the latest time at which it changed.
local function touch(incident, at, atMs)
  if not incident.updatedAt or at > incident.updatedAt then incident.updatedAt, incident.updatedMs = at, atMs end
end

local function memberOf(incident)
  return string.sub(incident.id, 5, 13) .. incident.id
end

-- Stores an incident, and moves it to the index of its status.
local function writeIncident(keys, incident)
  local id, member = incident.id, memberOf(incident)
  redis.call('HSET', keys.docs, id, cjson.encode(incident))
  redis.call('ZADD', keys.indexAll, 0, member)
  for status, index in pairs({open = keys.indexOpen, acknowledged = keys.indexAcknowledged, closed = keys.indexClosed}) do
    redis.call(status == incident.status and 'ZADD' or 'ZREM', index, unpack(status == incident.status and {0, member} or {member}))
  end
  if incident.status == 'open' and isAboutRecords[incident.cause] then
    redis.call('ZADD', keys.indexOpenRecords, 0, member)
  else
    redis.call('ZREM', keys.indexOpenRecords, member)
  end
  if incident.status == 'closed' then
    redis.call('ZREM', keys.unclosed, id)
    redis.call('ZADD', keys.closedTimes, incident.closedMs, id)
  else
    redis.call('ZREM', keys.closedTimes, id)
    redis.call('ZADD', keys.unclosed, incident.severity == 'critical' and 2 or 1, id)
  end
end

local function readTimeline(keys, id)
  local isReadable, timeline = pcall(cjson.decode, redis.call('HGET', keys.timelines, id) or '[]')
  return isReadable and timeline or {}
end

-- Adds an entry. What goes on happening, or spreading, has one entry: its latest.
local function note(keys, id, entry)
  local timeline = readTimeline(keys, id)
  local last = timeline[#timeline]
  local goesOn = last and last.what == entry.what and (entry.what == 'happened_again' or entry.what == 'spread')
  timeline[goesOn and #timeline or #timeline + 1] = entry
  if #timeline > maxTimeline then table.remove(timeline, 1) end
  redis.call('HSET', keys.timelines, id, cjson.encode(timeline))
end

local function printList(values)
  local printed = {}
  for at, value in ipairs(values) do printed[at] = cjson.encode(value) end
  return '[' .. table.concat(printed, ',') .. ']'
end

local function connectionsOf(keys, id)
  local ids = {}
  for at, member in ipairs(redis.call('ZRANGEBYLEX', keys.connections, '[' .. id .. '|', '[' .. id .. '|~')) do
    ids[at] = string.sub(member, #id + 2)
  end
  return ids
end

local function dataTypesOf(incident)
  local types = {}
  for dataType in string.gmatch(incident.dataTypes, '[^,]+') do table.insert(types, dataType) end
  return types
end

-- Adds the event that tells how an incident is now.
local function tell(keys, incident, what, now)
  local shown = {}
  for field, value in pairs(incident) do
    if not hidden[field] then shown[field] = value end
  end
  local json = string.sub(cjson.encode(shown), 1, -2)
    .. ',"dataTypes":' .. printList(dataTypesOf(incident))
    .. ',"connectionIds":' .. printList(connectionsOf(keys, incident.id))
    .. ',"timeline":' .. printList(readTimeline(keys, incident.id)) .. '}'
  local connection = incident.connectionId and '"connectionId":' .. cjson.encode(incident.connectionId) .. ',' or ''
  emitEvent(keys.log, 'incident.' .. what, now, '{' .. connection .. '"incident":' .. json .. '}', incident.id)
end
`
