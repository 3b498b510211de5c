import type { Clock } from '@linkspan/core'
import { emitEvent } from '../events/emit-event.ts'

/** The `at` of `circuitSteps`. */
export const circuitMoment = (connectionId: string, clock: Clock) => {
  const now = clock.now()
  return { connectionId, now: now.getTime(), nowIso: now.toISOString() }
}

/**
 * Lua that moves the circuit of a connection in the step that gives the reason for it: its phase, the connection's status and the event
 * change at once. The fields are those of `circuitFields`. `at` is `{connectionId, now, nowIso}`, `now` in ms.
 *
 * `judgeRun` judges the end of a run, which `description` tells in JSON, see `EndedRun`. It answers 'opened' or 'closed' if that moved the
 * circuit, and '' if not.
 */
export const circuitSteps = `${emitEvent}
local function isInterrupted(phase)
  return phase == 'open' or phase == 'half-open'
end

local function closeCircuit(connection, events, at, reason)
  redis.call('HDEL', connection, 'circuit:failures', 'circuit:failingSince', 'circuit:probe', 'circuit:probeUntil', 'circuit:trial',
    'circuit:trialAt')
  if not isInterrupted(redis.call('HGET', connection, 'circuit')) then return '' end
  redis.call('HSET', connection, 'circuit', 'closed', 'circuit:closedAt', at.now)
  if redis.call('HGET', connection, 'status') == 'error' then redis.call('HSET', connection, 'status', 'active') end
  local data = {connectionId = at.connectionId, state = 'healthy', reason = reason, since = at.nowIso}
  emitEvent(events, 'connection.recovered', at.now, cjson.encode(data), '')
  return 'closed'
end

local function openCircuit(connection, events, ended)
  local failingSince = redis.call('HGET', connection, 'circuit:failingSince')
  redis.call('HSETNX', connection, 'circuit:dueSince', failingSince)
  redis.call('HSET', connection, 'circuit', 'open', 'status', 'error', 'circuit:openedAt', ended.now, 'circuit:failedProbes', 0)
  local data = {connectionId = ended.connectionId, state = 'open', reason = ended.reason, code = ended.code, since = ended.nowIso}
  emitEvent(events, 'connection.degraded', ended.now, cjson.encode(data), '')
  return 'opened'
end

local function judgeRun(connection, events, run, description, now, nowIso)
  local ended = cjson.decode(description)
  ended.now, ended.nowIso = now, nowIso
  local state = redis.call('HMGET', connection, 'circuit', 'circuit:trial', 'status')
  local phase, isTrial, status = state[1], state[2] == run, state[3]
  if isTrial then redis.call('HDEL', connection, 'circuit:trial', 'circuit:trialAt') end
  if ended.verdict == 'works' then return closeCircuit(connection, events, ended, 'A sync succeeded') end
  if ended.verdict == 'answers' and isTrial then return closeCircuit(connection, events, ended, 'The ERP answers') end
  if status == 'inactive' or ended.verdict ~= 'fails' and ended.verdict ~= 'rejects' then return '' end

  local failures = redis.call('HINCRBY', connection, 'circuit:failures', 1)
  redis.call('HSETNX', connection, 'circuit:failingSince', ended.now)
  local opens = not isInterrupted(phase) and (ended.verdict == 'rejects' or failures >= ended.maxFailures)
  local opensAgain = phase == 'half-open' and isTrial
  if isInterrupted(phase) or opens then redis.call('HSET', connection, 'circuit:code', ended.code, 'circuit:reason', ended.reason) end
  if opens or opensAgain then redis.call('HSET', connection, 'circuit:probeAt', ended.probeAt) end
  if opens then return openCircuit(connection, events, ended) end
  if opensAgain then
    redis.call('HSET', connection, 'circuit', 'open')
    redis.call('HINCRBY', connection, 'circuit:failedProbes', 1)
  end
  return ''
end
`
