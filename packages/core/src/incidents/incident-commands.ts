import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import type { Incident } from './incident.ts'
import type { IncidentStore } from './incident-store.ts'

/** The longest time for which an incident can be snoozed: one that is forgotten must come back. */
const maxSnoozeMs = 90 * 86_400_000

export const SnoozeRequest = z
  .object({
    until: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('Until when nobody is told about the incident, at most 90 days from now. null: from now on people are told again.'),
  })
  .meta({ id: 'IncidentSnooze' })

export interface IncidentPorts {
  readonly clock: Clock
  readonly incidents: IncidentStore
}

/** Throws `request.not-found` if there is no such incident. */
export async function mustGetIncident(incidents: Pick<IncidentStore, 'get'>, id: string): Promise<Incident> {
  return (await incidents.get(id)) ?? noSuchIncident(id)
}

/** What people do about an incident that is not closed. Both throw `request.not-found`, and `request.conflict` for one that is closed. */
export function incidentCommands(command: ReturnType<typeof createCommands>, { clock, incidents }: IncidentPorts) {
  const acknowledge = command({
    action: 'erp_incident_acknowledged',
    role: 'operator',
    input: z.object({ id: z.string() }),
    async run({ id }, caller) {
      const incident = unlessClosed(id, await incidents.acknowledge(id, { by: caller.id, at: clock.now().toISOString() }))
      return { output: incident, target: id }
    },
  })

  const snooze = command({
    action: 'erp_incident_snoozed',
    role: 'operator',
    input: SnoozeRequest.extend({ id: z.string() }),
    async run({ id, until: asked }, caller) {
      const until = asked === null ? null : new Date(asked).toISOString()
      assertSoon(until, clock.now())
      const incident = unlessClosed(id, await incidents.snooze(id, until, { by: caller.id, at: clock.now().toISOString() }))
      return { output: incident, target: id, changes: { snoozedUntil: until } }
    },
  })

  return { acknowledge, snooze }
}

function assertSoon(until: string | null, now: Date): void {
  const ahead = until === null ? 1 : Date.parse(until) - now.getTime()
  if (ahead > 0 && ahead <= maxSnoozeMs) return
  const message = ahead <= 0 ? 'must be in the future' : 'must be within 90 days'
  throw new AppError('request.invalid', 'The input is not valid', { details: { issues: [{ path: 'until', message }] } })
}

function unlessClosed(id: string, incident: Incident | null): Incident {
  const found = incident ?? noSuchIncident(id)
  if (found.status === 'closed') throw new AppError('request.conflict', `Incident ${id} is closed`)
  return found
}

function noSuchIncident(id: string): never {
  throw new AppError('request.not-found', `There is no incident ${id}`)
}
