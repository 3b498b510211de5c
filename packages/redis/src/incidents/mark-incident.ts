import { type Clock, installation, type Mark } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { incidentDocs } from './incident-docs.ts'
import { incidentKeyNames, incidentKeys, incidentKeyTable } from './incident-keys.ts'

/** Notes what a person does about an incident that is not closed. Acknowledging it twice changes nothing. */
const script = defineScript({
  name: 'linkspanMarkIncident',
  keys: incidentKeyNames,
  args: { id: 'text', what: 'text', by: 'text', at: 'text', atMs: 'number', snoozedUntil: 'text', message: 'text', now: 'number' },
  include: [emitEvent, incidentDocs],
  lua: `
local keys = ${incidentKeyTable}
local incident = readIncident(keys, id)
if not incident or incident.status == 'closed' then return end
if what == 'acknowledged' then
  if incident.status == 'acknowledged' then return end
  incident.status, incident.acknowledgedBy = 'acknowledged', by
else
  incident.snoozedUntil = snoozedUntil ~= '' and snoozedUntil or nil
end
touch(incident, at, atMs)
note(keys, id, {at = at, what = what, by = by, message = message})
writeIncident(keys, incident)
tell(keys, incident, 'updated', now)
`,
})

export interface PersonsMark extends Mark {
  readonly what: 'acknowledged' | 'snoozed'
  /** Until when nobody is told; null: no longer. */
  readonly snoozedUntil: string | null
  readonly message: string
}

export function markIncidentScript(client: RedisClient, keys: Keys, clock: Clock, emitting: EmittingCalls) {
  const call = emitting(script.on(client))
  return async (id: string, mark: PersonsMark): Promise<void> => {
    await call(installation, { keys: incidentKeys(keys), args: { id, ...mark, atMs: Date.parse(mark.at), now: clock.now().getTime() } })
  }
}
