import { type AssignmentPorts, assignmentCommands } from './assignments/assignment-commands.ts'
import { listClients, listSites, type PartyPorts, readClient, readSite } from './assignments/list-parties.ts'
import { partyCommands } from './assignments/party-commands.ts'
import { type AssignmentPreviewRequest, previewAssignment } from './assignments/preview-change.ts'
import { readAssignments } from './assignments/read-assignments.ts'
import type { createCommands } from './audit/command.ts'
import { mustGetConnection } from './connections/connection-commands.ts'
import { toERPConnection } from './connections/erp-connection.ts'
import type { PageQuery } from './kernel/listing.ts'
import type { RunPorts } from './runs/start-run.ts'
import { mustServe, syncSiteCommand } from './runs/sync-site.ts'

/** What the outside may ask of assignments, and of the ERP that serves a site. */
export function coreAssignments(command: ReturnType<typeof createCommands>, ports: AssignmentPorts & RunPorts & PartyPorts) {
  const { ofClient, ofSite, ofConnection, effective } = readAssignments(ports)
  const { renameClient, renameSite } = partyCommands(command, ports)
  return {
    ...assignmentCommands(command, ports),
    ofClient,
    ofSite,
    client: (id: string) => readClient(id, ports),
    site: (clientId: string, id: string) => readSite(clientId, id, ports),
    clients: (query: PageQuery) => listClients(query, ports),
    sites: (clientId: string, query: PageQuery) => listSites(clientId, query, ports),
    /** Which ERP would serve each site after a change. */
    preview: (request: AssignmentPreviewRequest) => previewAssignment(request, ports.clock.now(), ports),
    async renameClient(...args: Parameters<typeof renameClient>) {
      await renameClient(...args)
      return readClient(args[1].clientId, ports)
    },
    async renameSite(...args: Parameters<typeof renameSite>) {
      await renameSite(...args)
      return readSite(args[1].clientId, args[1].siteId, ports)
    },
    /** Who uses a connection. */
    async ofConnection(connectionId: string) {
      await mustGetConnection(ports.connections, connectionId)
      return ofConnection(connectionId)
    },
    async effective(siteId: string, clientId: string | undefined) {
      const { source, assignment, connection } = await effective(siteId, clientId)
      return { source, assignment, connection: connection && toERPConnection(connection) }
    },
    syncSite: syncSiteCommand(command, ports, effective),
    /** The id of the connection that serves a site; throws `assignment.none` if none does. */
    servingConnection: async (siteId: string, clientId: string | undefined) =>
      mustServe(await effective(siteId, clientId), siteId).connection.id,
  }
}
