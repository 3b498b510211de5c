import { isSwitchedOn, PartyId } from '../assignments/assignment.ts'
import type { Effective } from '../assignments/read-assignments.ts'
import type { createCommands } from '../audit/command.ts'
import { AppError } from '../kernel/errors.ts'
import { startAudited } from './start-audited.ts'
import { type RunPorts, SyncRequest } from './start-run.ts'

/** The connection that serves a site, with its assignment; throws `assignment.none` if none does. */
export function mustServe(effective: Effective, siteId: string) {
  if (effective.source !== 'none' && effective.connection) return { connection: effective.connection, assignment: effective.assignment }
  throw new AppError('assignment.none', `No ERP serves site ${siteId}: neither the site nor its client has one`)
}

/** Syncs one data type of a site with the ERP that serves it. */
export const syncSiteCommand = (
  command: ReturnType<typeof createCommands>,
  ports: RunPorts,
  effectiveOf: (siteId: string, clientId: string | undefined) => Promise<Effective>,
) =>
  command({
    action: 'erp_manual_sync_triggered',
    role: 'operator',
    input: SyncRequest.extend({ siteId: PartyId, clientId: PartyId.optional() }),
    isOneStep: true,
    async run({ siteId, clientId, ...asked }, caller, _facts, eventOf) {
      const { connection, assignment } = mustServe(await effectiveOf(siteId, clientId), siteId)
      if (!isSwitchedOn(assignment, asked.dataType)) {
        throw new AppError(
          'assignment.switched-off',
          `The assignment of "${connection.name}" to site ${siteId} switches "${asked.dataType}" off`,
        )
      }
      const request = { ...asked, connectionId: connection.id, trigger: 'manual', createdBy: caller.id } as const
      return startAudited(request, ports, eventOf, ({ run, deduplicated }) => ({
        siteId,
        syncLogId: run.id,
        dataType: asked.dataType,
        deduplicated,
      }))
    },
  })
