import {
  type Clock,
  type Ids,
  incidentIdFor,
  installation,
  type Observation,
  type ReadRange,
  reopenWithinMs,
  type Signal,
} from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { incidentDocs } from './incident-docs.ts'
import { incidentKeyNames, incidentKeys, incidentKeyTable, incidentsOf } from './incident-keys.ts'
import { observe } from './observe.ts'
import { resolve } from './resolve.ts'

/** Applies signals in their order, and moves the position of their log if they come from one. Answers 0 if that is not at `from`. */
const script = defineScript({
  name: 'linkspanApplySignals',
  keys: [...incidentKeyNames, 'ofConnection', 'positions'],
  args: { now: 'number', source: 'text', from: 'text', to: 'text' },
  lists: { signals: ['json'] },
  include: [emitEvent, incidentDocs, observe, resolve],
  lua: `
if source ~= '' then
  if (redis.call('HGET', positions, source) or '0-0') ~= from then return 0 end
  redis.call('HSET', positions, source, to)
end
local keys = ${incidentKeyTable}
for json in signals.each() do
  local signal = cjson.decode(json)
  if signal.kind == 'observe' then observe(keys, ofConnection, signal, now) else resolve(keys, signal, now) end
end
return 1
`,
})

/** Applies signals that concern one connection, or none. Answers whether `range` still begins where the log was read to. */
export function applySignalsScript(client: RedisClient, keys: Keys, clock: Clock, ids: Ids, emitting: EmittingCalls) {
  const call = script.on(client)
  const emit = emitting(call)
  const print = (signal: Signal): string => {
    const atMs = Date.parse(signal.at)
    const id = signal.kind === 'observe' ? incidentIdFor(new Date(atMs), ids.random(6)) : undefined
    return JSON.stringify({ ...signal, atMs, newId: id, reopenWithinMs })
  }
  return async (signals: readonly Signal[], range: ReadRange | null): Promise<boolean> => {
    const connectionId = signals.find((signal): signal is Observation => signal.kind === 'observe')?.connectionId
    const applied = {
      keys: { ...incidentKeys(keys), ofConnection: incidentsOf(keys, connectionId ?? 'none'), positions: keys.incidents('positions') },
      args: { now: clock.now().getTime(), source: range?.source ?? '', from: range?.from ?? '', to: range?.to ?? '' },
      lists: { signals: signals.map((signal) => ({ json: print(signal) })) },
    }
    return (signals.length > 0 ? await emit(installation, applied) : await call(applied)) === 1
  }
}
