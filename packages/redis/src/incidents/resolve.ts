/** Lua that takes a part out of the incidents that have it, and closes those that were left with none. Goes behind `incidentDocs`. */
export const resolve = `
local function closeIncident(keys, incident, signal, now)
  incident.status = 'closed'
  touch(incident, signal.at, signal.atMs)
  incident.closedAt, incident.closedMs = incident.updatedAt, incident.updatedMs or signal.atMs
  note(keys, incident.id, {at = incident.closedAt, what = 'closed', message = signal.message})
  writeIncident(keys, incident)
  tell(keys, incident, 'closed', now)
end

local function resolve(keys, signal, now)
  local first = signal.part .. '\\n'
  for _, member in ipairs(redis.call('ZRANGEBYLEX', keys.parts, '[' .. first, '[' .. first .. '~')) do
    redis.call('ZREM', keys.parts, member)
    local incident = readIncident(keys, string.sub(member, #first + 1))
    if incident then
      incident.parts = incident.parts - 1
      if incident.parts == 0 then closeIncident(keys, incident, signal, now) else writeIncident(keys, incident) end
    end
  end
end
`
