import { type CircuitRules, type CircuitStore, type Clock, probeGapMs } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { removeOldMarkScript } from '../old-marks.ts'
import { circuitFields, toCircuit } from './circuit-fields.ts'
import { circuitMoment, circuitSteps } from './circuit-steps.ts'
import { statusIndex } from './status-index.ts'

const beginProbe = defineScript({
  name: 'linkspanBeginProbe',
  keys: ['connection'],
  args: { probe: 'text', now: 'number', leaseMs: 'number', isUrgent: 'flag', channel: 'text' },
  lua: `
local state = redis.call('HMGET', connection, 'circuit', 'circuit:probeUntil', 'circuit:probeAt', 'status')
local phase, probeUntil, probeAt, status = state[1], tonumber(state[2] or 0), tonumber(state[3] or 0), state[4]
if phase ~= 'open' or status == 'inactive' then return 'none' end
if probeUntil > now then return 'busy' end
if probeAt > now and not isUrgent then return 'early' end
redis.call('HSET', connection, 'circuit:probe', probe, 'circuit:probeUntil', now + leaseMs)
redis.call('PUBLISH', channel, 'changed')
return 'begun'
`,
})

const endProbe = defineScript({
  name: 'linkspanEndProbe',
  keys: ['connection'],
  args: { probe: 'text', kind: 'text', code: 'text', reason: 'text', probeAt: 'number', channel: 'text' },
  lua: `
local state = redis.call('HMGET', connection, 'circuit', 'circuit:probe')
if state[1] ~= 'open' or state[2] ~= probe then return end
redis.call('HDEL', connection, 'circuit:probe', 'circuit:probeUntil')
if kind == 'passed' then
  redis.call('HSET', connection, 'circuit', 'half-open')
elseif kind == 'failed' then
  redis.call('HSET', connection, 'circuit:code', code, 'circuit:reason', reason, 'circuit:probeAt', probeAt)
  redis.call('HINCRBY', connection, 'circuit:failedProbes', 1)
end
redis.call('PUBLISH', channel, 'changed')
`,
})

const close = defineScript({
  name: 'linkspanCloseCircuit',
  keys: ['connection', 'events'],
  args: { at: 'text', reason: 'text' },
  include: [circuitSteps],
  lua: `
if redis.call('EXISTS', connection) == 0 then return end
closeCircuit(connection, events, cjson.decode(at), reason)
`,
})

/** Only if it is still closed: it may have opened again. */
const endCatchUp = defineScript({
  name: 'linkspanEndCatchUp',
  keys: ['connection'],
  args: {},
  lua: `
if redis.call('HGET', connection, 'circuit') ~= 'closed' then return end
redis.call('HDEL', connection, 'circuit', 'circuit:dueSince', 'circuit:openedAt', 'circuit:closedAt', 'circuit:code', 'circuit:reason',
  'circuit:failedProbes', 'circuit:probeAt')
`,
})

/** No step takes this long. */
const markLastsMs = 60_000

export interface RedisCircuits extends CircuitStore {
  /** Notes, before a step that may open its circuit, that the connection's circuit may need attention. */
  mark(connectionId: string): Promise<void>
}

export function redisCircuits(client: RedisClient, keys: Keys, clock: Clock, rules: CircuitRules, emitting: EmittingCalls): RedisCircuits {
  const calls = {
    beginProbe: beginProbe.on(client),
    endProbe: endProbe.on(client),
    close: emitting(close.on(client)),
    endCatchUp: endCatchUp.on(client),
  }
  const removeOldMark = removeOldMarkScript(client)
  const followStatus = statusIndex(client, keys)

  const get: CircuitStore['get'] = async (connectionId) => {
    const values = await client.hmget(keys.connection(connectionId), ...circuitFields)
    return toCircuit(Object.fromEntries(circuitFields.map((field, at) => [field, values[at]]))) ?? null
  }

  return {
    get,
    async mark(connectionId) {
      await client.zadd(keys.circuits, clock.now().getTime(), connectionId)
    },
    async beginProbe(connectionId, probe, { leaseMs, isUrgent }) {
      const now = clock.now().getTime()
      const answer = await calls.beginProbe({
        keys: { connection: keys.connection(connectionId) },
        args: { probe, now, leaseMs, isUrgent, channel: keys.channel(connectionId) },
      })
      return answer as Awaited<ReturnType<CircuitStore['beginProbe']>>
    },
    async endProbe(connectionId, probe, result) {
      const now = clock.now()
      const circuit = await get(connectionId)
      if (circuit === null) return
      const { kind, code, reason } = result.kind === 'failed' ? result : { ...result, code: '', reason: '' }
      const failedProbes = circuit.failedProbes + 1
      const probeAt = now.getTime() + probeGapMs(connectionId, { openedAt: circuit.openedAt, failedProbes, code }, now, rules)
      await calls.endProbe({
        keys: { connection: keys.connection(connectionId) },
        args: { probe, kind, code, reason, probeAt, channel: keys.channel(connectionId) },
      })
    },
    async close(connectionId, reason) {
      await calls.close(connectionId, {
        keys: { connection: keys.connection(connectionId), events: keys.events(connectionId) },
        args: { at: JSON.stringify(circuitMoment(connectionId, clock)), reason },
      })
      await followStatus(connectionId)
    },
    async endCatchUp(connectionId) {
      await calls.endCatchUp({ keys: { connection: keys.connection(connectionId) }, args: {} })
    },
    async list() {
      const marked = await client.zrange(keys.circuits, '0', '-1')
      const circuits = await Promise.all(marked.map(get))
      const before = clock.now().getTime() - markLastsMs
      const settled = marked.filter((_, at) => circuits[at] === null)
      await Promise.all(settled.map((connectionId) => removeOldMark(keys.circuits, connectionId, before)))
      return marked.filter((_, at) => circuits[at] !== null)
    },
  }
}
