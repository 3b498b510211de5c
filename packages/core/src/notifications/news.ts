import { z } from 'zod'
import { type Incident, Severity } from '../incidents/incident.ts'

/** What a route has told about a cause last. */
export const Told = z.object({
  incidentId: z.string(),
  isClosed: z.boolean(),
  severity: Severity,
  connectionIds: z.array(z.string()).readonly(),
  at: z.iso.datetime(),
})
export type Told = Readonly<z.infer<typeof Told>>

export const newsKinds = ['opened', 'reopened', 'worsened', 'spread', 'closed', 'passed'] as const
/** What is new about an incident. `passed`: it was opened and closed, and nobody was told of either. */
export type News = (typeof newsKinds)[number]

/** What of an incident a route has not told yet; null if there is nothing. That it happened again is no news. */
export function newsOf(incident: Incident, told: Told | null): News | null {
  const isSame = told?.incidentId === incident.id
  if (incident.status === 'closed') {
    if (told && !told.isClosed) return 'closed'
    return isSame ? null : 'passed'
  }
  if (told === null || (told.isClosed && !isSame)) return 'opened'
  if (told.isClosed || !isSame) return 'reopened'
  if (incident.severity === 'critical' && told.severity === 'warning') return 'worsened'
  return incident.connectionIds.some((id) => !told.connectionIds.includes(id)) ? 'spread' : null
}

/** What a route has told once it has told this. */
export const toldOf = (incident: Incident, at: Date): Told => ({
  incidentId: incident.id,
  isClosed: incident.status === 'closed',
  severity: incident.severity,
  connectionIds: incident.connectionIds,
  at: at.toISOString(),
})

/** The cause of an incident and its place: whoever is told about one is not told about the same again for a while. */
export function subjectOf({ id, cause, host, connectionId }: Pick<Incident, 'id' | 'cause' | 'host' | 'connectionId'>): string {
  return `${cause} ${host ?? connectionId ?? id}`
}
