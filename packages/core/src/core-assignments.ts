import { type AssignmentPorts, assignmentCommands } from './assignments/assignment-commands.ts'
import { readAssignments } from './assignments/read-assignments.ts'
import type { createCommands } from './audit/command.ts'
import { mustGetConnection } from './connections/connection-commands.ts'
import { toERPConnection } from './connections/erp-connection.ts'
import type { RunPorts } from './runs/start-run.ts'
import { mustServe, syncSiteCommand } from './runs/sync-site.ts'

/** What the outside may ask of assignments, and of the ERP that serves a site. */
export function coreAssignments(command: ReturnType<typeof createCommands>, ports: AssignmentPorts & RunPorts) {
  const { ofClient, ofSite, ofConnection, effective } = readAssignments(ports)
  return {
    ...assignmentCommands(command, ports),
    ofClient,
    ofSite,
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
