/** What goes on happening is announced at most so often, in ms. */
const tellAgainMs = 60_000

/** Lua that adds an observation to the incident it belongs to, or opens one. Goes behind `incidentDocs`. */
export const observe = `
-- The id of an incident with one of these parts: of several, the one that was opened first.
local function incidentOfParts(keys, parts)
  for _, part in ipairs(parts) do
    for _, member in ipairs(redis.call('ZRANGEBYLEX', keys.parts, '[' .. part .. '\\n', '[' .. part .. '\\n~')) do
      return string.sub(member, #part + 2)
    end
  end
  return nil
end

-- The incident that an observation belongs to; nil if it opens one. 'reopened' if it was closed.
local function findIncident(keys, signal)
  local incident = readIncident(keys, incidentOfParts(keys, signal.consequenceOf))
    or readIncident(keys, redis.call('HGET', keys.latest, signal.key))
  if not incident or incident.status ~= 'closed' then return incident, nil end
  if signal.atMs - incident.closedMs > signal.reopenWithinMs then return nil, nil end
  incident.status = incident.acknowledgedBy and 'acknowledged' or 'open'
  incident.closedAt, incident.closedMs = nil, nil
  return incident, 'reopened'
end

local function newIncident(signal)
  return {
    id = signal.newId, key = signal.key, status = 'open', cause = signal.cause, severity = signal.severity,
    connectionId = signal.connectionId, host = signal.host, dataTypes = '', template = signal.title, subjects = signal.subjects,
    hint = signal.hint, whoActs = signal.whoActs, openedAt = signal.at, firstRunId = signal.runId,
    occurrences = 0, parts = 0, connections = 0, toldMs = 0,
  }
end

local function addDataType(incident, dataType)
  if not dataType or string.find(',' .. incident.dataTypes .. ',', ',' .. dataType .. ',', 1, true) then return end
  incident.dataTypes = incident.dataTypes == '' and dataType or incident.dataTypes .. ',' .. dataType
end

-- Whether the connection is new to the incident.
local function addConnection(keys, ofConnection, incident, connectionId)
  if not connectionId or redis.call('ZADD', keys.connections, 0, incident.id .. '|' .. connectionId) == 0 then return false end
  redis.call('ZADD', ofConnection, 0, memberOf(incident))
  incident.connections = incident.connections + 1
  return true
end

local function addParts(keys, incident, parts)
  for _, part in ipairs(parts) do
    incident.parts = incident.parts + redis.call('ZADD', keys.parts, 0, part .. '\\n' .. incident.id)
  end
end

local function titleOf(incident)
  local subjects, subject = incident.subjects, incident.subjects.one
  if incident.connections > 1 then
    subject = string.gsub(subjects.many, '{count}', tostring(incident.connections))
  elseif string.find(incident.dataTypes, ',', 1, true) then
    subject = subjects.connection
  end
  return (string.gsub(incident.template, '{subject}', function() return subject end))
end

-- A worse incident is everybody's again.
local function worsen(incident, severity)
  if incident.severity == 'critical' or severity ~= 'critical' then return false end
  incident.severity, incident.status, incident.acknowledgedBy, incident.snoozedUntil = severity, 'open', nil, nil
  return true
end

local function isPowerOfTwo(count)
  while count > 1 and count % 2 == 0 do count = count / 2 end
  return count == 1
end

local function observe(keys, ofConnection, signal, now)
  local incident, what = findIncident(keys, signal)
  if not incident then
    incident, what = newIncident(signal), 'opened'
    redis.call('HSET', keys.latest, signal.key, incident.id)
  end
  local isWorse = worsen(incident, signal.severity)
  local isWider = addConnection(keys, ofConnection, incident, signal.connectionId)
  what = what or isWorse and 'worsened' or isWider and 'spread' or 'happened_again'
  addDataType(incident, signal.dataType)
  addParts(keys, incident, signal.parts)
  incident.occurrences = incident.occurrences + 1
  incident.firstRunId = incident.firstRunId or signal.runId
  incident.lastRunId = signal.runId or incident.lastRunId
  touch(incident, signal.at, signal.atMs)
  incident.title = titleOf(incident)
  local message = what == 'spread' and signal.subjects.connection .. ' too: ' .. signal.message or signal.message
  note(keys, incident.id, {at = signal.at, what = what, message = message})

  local isNews = what == 'opened' or what == 'reopened' or what == 'worsened' or (what == 'spread' and isPowerOfTwo(incident.connections))
  local isTold = isNews or signal.atMs - incident.toldMs >= ${tellAgainMs}
  if isTold then incident.toldMs = signal.atMs end
  writeIncident(keys, incident)
  if isTold then tell(keys, incident, what == 'opened' and 'opened' or 'updated', now) end
end
`
