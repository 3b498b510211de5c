import { z } from 'zod'
import { AppError } from '../kernel/errors.ts'
import { assign, assignToClient } from './assign.ts'
import { AssignmentSettings, PartyId, type SiteERPAssignment } from './assignment.ts'
import { SiteERP, siteErp } from './erp-site.ts'
import { connectionsOf, listSites, type PartyPorts, readSite } from './list-parties.ts'

/** A change of assignments that nobody has made yet. */
const AssignmentChange = z
  .object({
    action: z.enum(['assign', 'unassign']).default('assign').describe('Whether an assignment is made or changed, or removed.'),
    clientId: PartyId,
    siteId: PartyId.optional().describe('The site whose own assignment it is; absent for one of the client.'),
    erpConnectionId: z.string().min(1).describe('The connection that is assigned, or no longer.'),
    isDefault: z.boolean().optional().describe('Of a client: whether the connection becomes its default.'),
    overridesClient: z.boolean().default(true).describe("Of a site: whether the connection holds instead of the client's default."),
  })
  .meta({ id: 'ERPAssignmentChange' })
type AssignmentChange = z.output<typeof AssignmentChange>

export const AssignmentPreviewRequest = z
  .object({
    change: AssignmentChange.describe('What would be changed.'),
    cursor: z.string().min(1).max(500).optional().describe('`next` of the answer before, for the sites that follow.'),
  })
  .meta({ id: 'ERPAssignmentPreviewRequest' })
export type AssignmentPreviewRequest = z.output<typeof AssignmentPreviewRequest>

export const AssignmentPreview = z
  .object({
    total: z.int().describe('How many sites were looked at.'),
    changed: z.int().describe('How many of them another connection, or none, would serve.'),
    next: z.string().nullable().describe('The `cursor` for the sites that follow; null if these were the last.'),
    sites: z.array(
      z.object({
        siteId: z.string(),
        name: z.string().optional().describe('The name by which people know the site; absent if it was given none.'),
        changes: z.boolean().describe('Whether another connection, or none, would serve it.'),
        before: SiteERP.describe('What serves it now, and why.'),
        after: SiteERP.describe('What would serve it, and why.'),
      }),
    ),
  })
  .meta({ id: 'ERPAssignmentPreview', description: 'Which ERP serves each site before and after a change.' })
export type AssignmentPreview = z.infer<typeof AssignmentPreview>

/** How many sites one request looks at. */
const maxSites = 500

/** The lists after a change: of the client, and of the site that the change names. */
function changeLists(change: AssignmentChange, at: string) {
  const { action, clientId, siteId, erpConnectionId, isDefault, overridesClient } = change
  const made = { id: 'preview', clientId, erpConnectionId, settings: AssignmentSettings.parse({}), createdAt: at, updatedAt: at }
  const without = <Item extends { readonly erpConnectionId: string }>(list: readonly Item[]) =>
    list.filter((one) => one.erpConnectionId !== erpConnectionId)
  return {
    ofClient: (list: Parameters<typeof assignToClient>[0]) => {
      if (siteId !== undefined) return list
      return action === 'unassign' ? without(list) : assignToClient(list, { ...made, isDefault })
    },
    ofSite: (id: string, list: readonly SiteERPAssignment[]) => {
      if (siteId !== id) return list
      return action === 'unassign' ? without(list) : assign(list, { ...made, siteId: id, overridesClient })
    },
  }
}

/** Says which ERP would serve each site of a client after a change, and changes nothing. */
export async function previewAssignment(
  { change, cursor }: AssignmentPreviewRequest,
  at: Date,
  ports: PartyPorts,
): Promise<AssignmentPreview> {
  const { clientId, siteId, erpConnectionId } = change
  const connection = await ports.connections.get(erpConnectionId)
  if (!connection) {
    const message = `There is no connection ${erpConnectionId}`
    throw new AppError('request.invalid', message, { details: { issues: [{ path: 'change.erpConnectionId', message }] } })
  }
  const { items, next } =
    siteId === undefined
      ? await listSites(clientId, { limit: maxSites, cursor }, ports)
      : { items: [await readSite(clientId, siteId, ports)], next: null }
  const stored = await ports.assignments.clients.list(clientId)
  const connections = new Map([
    ...(await connectionsOf(ports, [...stored, ...items.flatMap(({ assignments }) => assignments)])),
    [connection.id, connection] as const,
  ])
  const changed = changeLists(change, at.toISOString())
  const ofClient = changed.ofClient(stored.filter((assignment) => connections.has(assignment.erpConnectionId)))
  const sites = items.map(({ id, name, assignments, effective: before }) => {
    const after = siteErp(changed.ofSite(id, assignments), ofClient, connections)
    return { siteId: id, ...(name !== undefined && { name }), changes: before.connection?.id !== after.connection?.id, before, after }
  })
  return { total: sites.length, changed: sites.filter(({ changes }) => changes).length, next, sites }
}
