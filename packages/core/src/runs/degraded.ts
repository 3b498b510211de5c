import { z } from 'zod'
import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import { healthOf } from '../connections/health.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'

export const DegradedConnection = z.object({
  erpConnectionId: z.string(),
  name: z.string(),
  since: z.iso.datetime(),
  reason: z.string(),
})
export type DegradedConnection = z.infer<typeof DegradedConnection>

/** Which of the connections are degraded or worse, longest first. One that a person has switched off troubles nobody. */
export async function findDegraded(ids: readonly string[], connections: Pick<ConnectionRepository, 'get'>): Promise<DegradedConnection[]> {
  const found = await Promise.all(ids.map((id) => connections.get(id).catch(nullIfUnreadable)))
  const byId = new Map(found.flatMap((connection) => (connection === null ? [] : [[connection.id, connection] as const])))
  return [...byId.values()].flatMap(toDegraded).toSorted((one, other) => one.since.localeCompare(other.since))
}

function toDegraded(connection: Connection): DegradedConnection[] {
  const { state, since, reason = '' } = healthOf(connection)
  if (state === 'unknown' || state === 'healthy' || connection.status === 'inactive') return []
  return [{ erpConnectionId: connection.id, name: connection.name, since, reason }]
}
