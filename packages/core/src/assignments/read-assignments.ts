import { z } from 'zod'
import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import { ERPConnection } from '../connections/erp-connection.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'
import { type AssignmentRepository, ClientERPAssignment, SiteERPAssignment } from './assignment.ts'
import { type EffectiveAssignment, effectiveAssignment } from './effective-erp.ts'

/** The ERP that serves a site, and why. */
export const EffectiveERP = z
  .object({
    connection: ERPConnection.nullable(),
    source: z.enum(['site', 'client', 'none']),
    assignment: z.union([SiteERPAssignment, ClientERPAssignment]).nullable(),
  })
  .meta({ id: 'EffectiveERP', description: 'The ERP that serves a site, and why.' })

export type Effective = EffectiveAssignment & { readonly connection: Connection | null }

/** Reads assignments. Assignments whose connection was deleted are left out. */
export function readAssignments({
  assignments,
  connections,
}: {
  readonly assignments: AssignmentRepository
  readonly connections: ConnectionRepository
}) {
  const withConnection = async <Assignment extends { readonly erpConnectionId: string }>(
    list: readonly Assignment[],
  ): Promise<Assignment[]> => {
    const found = await Promise.all(list.map(({ erpConnectionId }) => connections.get(erpConnectionId).catch(nullIfUnreadable)))
    return list.filter((_, at) => found[at])
  }
  const ofClient = async (clientId: string) => withConnection(await assignments.clients.list(clientId))
  const ofSite = async (siteId: string) => withConnection(await assignments.sites.list(siteId))

  return {
    ofClient,
    ofSite,
    ofConnection: (connectionId: string) => assignments.ofConnection(connectionId),
    /** `clientId` may be undefined if the site has an assignment, which names its client. */
    async effective(siteId: string, clientId: string | undefined): Promise<Effective> {
      const own = await ofSite(siteId)
      const client = clientId ?? own[0]?.clientId
      const effective = effectiveAssignment(own, client === undefined ? [] : await ofClient(client))
      const connection = effective.assignment ? await connections.get(effective.assignment.erpConnectionId) : null
      return connection ? { ...effective, connection } : { source: 'none', assignment: null, connection: null }
    },
  }
}
