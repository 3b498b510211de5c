/**
 * Lua that decides whether a run passes the circuit of its connection: `passCircuit(connection, run, id, now)` answers nil if it does. If not,
 * it answers the time of the next probe. Of the runs that come while a circuit is half-open, the first one passes.
 */
export const passCircuit = `
local function passCircuit(connection, run, id, now)
  local state = redis.call('HMGET', connection, 'circuit', 'circuit:trial', 'circuit:probeAt')
  local phase, trial, probeAt = state[1], state[2], state[3] or '0'
  if phase ~= 'open' and phase ~= 'half-open' then return nil end
  if redis.call('HGET', run, 'force') then return nil end
  if phase == 'half-open' and not trial then
    redis.call('HSET', connection, 'circuit:trial', id, 'circuit:trialAt', now)
    return nil
  end
  if phase == 'half-open' and trial == id then return nil end
  return probeAt
end
`
