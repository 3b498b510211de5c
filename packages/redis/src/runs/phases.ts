import { maxPhases, nothingSpent, Phase, type RunPhases, type SpentTime } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'

/**
 * Lua that records what a run does when. The run's hash holds the kind of its phase, when it began and when it should end, and the total
 * time of each kind; the list holds the latest phases.
 *
 * `beginPhase(run, list, now, {kind, ...})` ends the phase that the run is in and begins another. `moveEndOfPhase(run, list, until)`
 * says that its phase will end at another time. `closePhase(run, now)` ends the last one. `addSpent(run, spent)` adds what an execution
 * has measured, as JSON.
 */
export const phaseSteps = `
local function addTime(run, kind, ms)
  if ms > 0 then redis.call('HINCRBY', run, 'ms:' .. kind, ms) end
end

local function closePhase(run, now)
  local open = redis.call('HMGET', run, 'phase', 'phaseAt', 'phaseUntil')
  local kind, at, expected = open[1], tonumber(open[2] or ''), tonumber(open[3] or '')
  if not at then return end
  local isTimed = kind == 'throttled' or kind == 'waiting_retry'
  local endsAt = isTimed and expected and math.max(at, math.min(now, expected)) or now
  addTime(run, kind, endsAt - at)
  addTime(run, 'queued', now - endsAt)
end

local function beginPhase(run, list, now, phase)
  closePhase(run, now)
  phase.at, phase.pages = now, tonumber(redis.call('HGET', run, 'pages') or 0)
  redis.call('HSET', run, 'phase', phase.kind, 'phaseAt', now, 'phaseUntil', phase['until'] or '')
  if redis.call('RPUSH', list, cjson.encode(phase)) > ${maxPhases} then
    redis.call('LPOP', list)
    redis.call('HINCRBY', run, 'phasesDropped', 1)
  end
end

local function moveEndOfPhase(run, list, expected)
  local last = redis.call('LINDEX', list, -1)
  if not last then return end
  local phase = cjson.decode(last)
  phase['until'] = expected
  redis.call('LSET', list, -1, cjson.encode(phase))
  redis.call('HSET', run, 'phaseUntil', expected)
end

local function addSpent(run, spent)
  for name, ms in pairs(cjson.decode(spent)) do redis.call('HINCRBY', run, 'spent:' .. name, ms) end
end
`

/** What an execution has measured, as `addSpent` expects it. */
export const printSpent = ({ measuredMs, erpMs, limitMs }: SpentTime = nothingSpent): string =>
  JSON.stringify({ measured: measuredMs, erp: erpMs, limit: limitMs })

/** Reads the phases of a run: a list of limited length, and its totals. */
export async function readPhases(client: RedisClient, keys: Keys, runId: string): Promise<RunPhases> {
  const [fields, list] = await Promise.all([client.hgetall(keys.run(runId)), client.lrange(keys.phases(runId), 0, -1)])
  const total = (name: string): number => Number(fields[name] ?? 0)
  const kinds = Phase.shape.kind.options
  return {
    phases: list.map((text) => Phase.parse(JSON.parse(text))),
    dropped: total('phasesDropped'),
    totalMs: Object.fromEntries(kinds.map((kind) => [kind, total(`ms:${kind}`)])),
    spent: { measuredMs: total('spent:measured'), erpMs: total('spent:erp'), limitMs: total('spent:limit') },
  }
}
