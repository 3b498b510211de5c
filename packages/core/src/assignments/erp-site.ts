import { z } from 'zod'
import { type Connection, ConnectionStatus } from '../connections/connection.ts'
import { ClientERPAssignment, SiteERPAssignment } from './assignment.ts'
import { effectiveAssignment } from './effective-erp.ts'

const AssignedConnection = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: z.string(),
    status: ConnectionStatus,
  })
  .meta({ id: 'AssignedConnection', description: 'A connection, as far as those need to know it who ask which one serves.' })

const Rule = z.enum(['site', 'client', 'none'])

/** One step of the answer to the question which ERP serves a site. */
const EffectiveStep = z.object({
  rule: Rule.describe("site: its own connection that overrides; client: the client's default; none: nothing serves it."),
  outcome: z
    .enum(['counts', 'absent', 'not_asked'])
    .describe(
      'counts: this step decides; absent: there is no such assignment, so the next step is asked; not_asked: an earlier step has decided.',
    ),
  assignment: z
    .union([SiteERPAssignment, ClientERPAssignment])
    .nullable()
    .describe('The assignment that the step found; null if there is none.'),
  connection: AssignedConnection.nullable().describe('The connection of that assignment; null if there is none.'),
})

/** The ERP that serves a site, and why. */
export const SiteERP = z
  .object({
    source: Rule.describe('Which step decides.'),
    connection: AssignedConnection.nullable().describe('The connection that serves; null if none does.'),
    why: z.array(EffectiveStep).describe('The three steps in their order.'),
  })
  .meta({ id: 'SiteERP', description: 'The ERP that serves a site, and why.' })
export type SiteERP = z.infer<typeof SiteERP>

const name = z.string().optional().describe('The name by which people know it; absent if it was given none.')

export const ERPClient = z
  .object({
    id: z.string(),
    name,
    assignments: z.array(ClientERPAssignment).describe('In the order in which they were assigned.'),
    defaultConnection: AssignedConnection.nullable().describe(
      'The connection for all its sites without one of their own; null if there is none.',
    ),
  })
  .meta({ id: 'ERPClient', description: 'A client that was assigned a connection or given a name.' })
export type ERPClient = z.infer<typeof ERPClient>

export const ERPSite = z
  .object({
    id: z.string(),
    clientId: z.string(),
    name,
    assignments: z.array(SiteERPAssignment).describe('In the order in which they were assigned.'),
    effective: SiteERP,
  })
  .meta({ id: 'ERPSite', description: 'A site that was assigned a connection or given a name, with the ERP that serves it.' })
export type ERPSite = z.infer<typeof ERPSite>

export type ConnectionsById = ReadonlyMap<string, Connection>

export function toAssigned(connection: Connection | undefined): z.infer<typeof AssignedConnection> | null {
  if (!connection) return null
  const { id, name, provider, status } = connection
  return { id, name, provider, status }
}

/** Which ERP serves a site, and why. Assignments of connections that are not among these must have been left out. */
export function siteErp(
  ofSite: readonly SiteERPAssignment[],
  ofClient: readonly ClientERPAssignment[],
  connections: ConnectionsById,
): SiteERP {
  const { source } = effectiveAssignment(ofSite, ofClient)
  const own = effectiveAssignment(ofSite, []).assignment
  const inherited = effectiveAssignment([], ofClient).assignment
  const found = { site: own, client: inherited, none: null }
  const why = Rule.options.map((rule) => {
    const assignment = found[rule]
    const isAfter = Rule.options.indexOf(rule) > Rule.options.indexOf(source)
    const connection = assignment && toAssigned(connections.get(assignment.erpConnectionId))
    return {
      rule,
      outcome: rule === source ? ('counts' as const) : isAfter ? ('not_asked' as const) : ('absent' as const),
      assignment,
      connection,
    }
  })
  return { source, connection: why.find(({ rule }) => rule === source)?.connection ?? null, why }
}
