import { type Clock, dataTypeIds, type Run } from '@linkspan/core'
import { claimStep } from '../claim-step.ts'
import type { RedisClient } from '../client.ts'
import { type Keys, memberOfRun } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { fence } from './fence.ts'
import { passCircuit } from './pass-circuit.ts'
import { phaseSteps } from './phases.ts'
import { leaseMs, redisClock } from './redis-clock.ts'

/** A run that another worker was working on counts as lost by that worker; a worker that claims its own run again only lost Redis. */
const script = defineScript({
  name: 'linkspanClaimRun',
  keys: ['run', 'phases', 'leases', 'parked', 'connection', 'indexScheduled', 'indexSyncing'],
  keyLists: ['streams'],
  args: {
    id: 'text',
    member: 'text',
    workerId: 'text',
    step: 'number',
    startedAt: 'number',
    leaseMs: 'number',
    concurrency: 'number',
    channel: 'text',
  },
  include: [fence, redisClock, passCircuit, phaseSteps],
  lua: `
local state = redis.call('HMGET', run, 'status', 'losses', 'attempts', 'holder', 'phase')
local status, losses, attempts, holder, phase = state[1], tonumber(state[2] or 0), tonumber(state[3] or 0), state[4], state[5]
if hasEnded(status) then return {'ENDED'} end

local now = clockMs()
redis.call('ZREMRANGEBYSCORE', leases, '-inf', now)
if not redis.call('ZSCORE', leases, id) and redis.call('ZCARD', leases) >= concurrency then
  redis.call('ZADD', parked, 'NX', now, id)
  if phase ~= 'parked' then beginPhase(run, phases, startedAt, {kind = 'parked'}) end
  return {'PARKED'}
end
local isTakenOver = status == 'syncing' and holder ~= workerId
if isTakenOver then losses = losses + 1 end
local epoch = redis.call('HINCRBY', run, 'epoch', step)
local probeAt = passCircuit(connection, run, id, startedAt)
if probeAt then
  redis.call('HSET', run, 'status', 'scheduled', 'holder', '', 'losses', losses)
  for _, waiting in ipairs({leases, parked}) do redis.call('ZREM', waiting, id) end
  redis.call('ZREM', indexSyncing, member)
  redis.call('ZADD', indexScheduled, 0, member)
  if phase == 'paused' then
    moveEndOfPhase(run, phases, tonumber(probeAt))
  else
    beginPhase(run, phases, startedAt, {kind = 'paused', reason = 'connection.circuit-open', ['until'] = tonumber(probeAt)})
  end
  return {'INTERRUPTED', tonumber(probeAt), redis.call('HSETNX', run, 'interruptedAt', startedAt)}
end
redis.call('HDEL', run, 'interruptedAt')
redis.call('ZADD', leases, now + leaseMs, id)
redis.call('ZREM', parked, id)

redis.call('HSET', run, 'status', 'syncing', 'holder', workerId, 'losses', losses, 'attempts', math.max(1, attempts))
redis.call('HSETNX', run, 'startedAt', startedAt)
beginPhase(run, phases, startedAt, {
  kind = 'working', worker = workerId, attempt = math.max(1, attempts), takenOver = isTakenOver or nil
})
redis.call('ZREM', indexScheduled, member)
redis.call('ZADD', indexSyncing, 0, member)
redis.call('PUBLISH', channel, 'claimed')
local dataType = cjson.decode(redis.call('HGET', run, 'doc') or '{}').dataType
local watermark
for at, name in ipairs({${dataTypeIds.map((dataType) => `'${dataType}'`).join(', ')}}) do
  if name == dataType then watermark = redis.call('HGET', streams[at], 'watermark') end
end
return {'CLAIMED', epoch, losses, redis.call('HGETALL', run), watermark or ''}
`,
})

export type ScriptClaim =
  | { readonly kind: 'ended' }
  | { readonly kind: 'parked' }
  | { readonly kind: 'interrupted'; readonly nextProbeAt: string; readonly isNew: boolean }
  | {
      readonly kind: 'claimed'
      readonly epoch: number
      readonly losses: number
      readonly fields: Readonly<Record<string, string>>
      /** Of the run's stream; null before its first success. */
      readonly watermark: string | null
    }

/**
 * Gives the run to a worker. Or parks it if `concurrency` other runs of its connection hold a lease, or lets it wait if the circuit of its
 * connection is open.
 */
export function claimRunScript(client: RedisClient, keys: Keys, clock: Clock, concurrency: number) {
  const call = script.on(client)
  return async ({ id, connectionId }: Pick<Run, 'id' | 'connectionId'>, workerId: string): Promise<ScriptClaim> => {
    const [kind, epoch, losses, flat = [], watermark] = (await call({
      keys: {
        run: keys.run(id),
        phases: keys.phases(id),
        leases: keys.leases(connectionId),
        parked: keys.parked(connectionId),
        connection: keys.connection(connectionId),
        indexScheduled: keys.runIndex(connectionId, 'status:scheduled'),
        indexSyncing: keys.runIndex(connectionId, 'status:syncing'),
        streams: dataTypeIds.map((dataType) => keys.stream(connectionId, dataType)),
      },
      args: {
        id,
        member: memberOfRun(id),
        workerId,
        step: claimStep(),
        startedAt: clock.now().getTime(),
        leaseMs,
        concurrency,
        channel: keys.channel(id),
      },
    })) as [string, number, number, string[]?, string?]
    if (kind === 'INTERRUPTED') return { kind: 'interrupted', nextProbeAt: new Date(epoch).toISOString(), isNew: losses === 1 }
    if (kind !== 'CLAIMED') return { kind: kind === 'PARKED' ? 'parked' : 'ended' }
    const fields = Object.fromEntries(Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2], flat[at * 2 + 1]]))
    return { kind: 'claimed', epoch, losses, fields, watermark: watermark || null }
  }
}
