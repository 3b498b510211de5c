import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import type { VersionedList } from '../kernel/versioned-list.ts'
import { assign, assignToClient } from './assign.ts'
import { type AssignmentRepository, AssignmentSettings, type ClientERPAssignment, PartyId, type SiteERPAssignment } from './assignment.ts'

const common = {
  erpConnectionId: z.string().min(1),
  catalogId: z.string().min(1).max(200).optional(),
  settings: AssignmentSettings.prefault({}),
}
export const NewClientAssignment = z.object({ ...common, isDefault: z.boolean().optional() }).meta({ id: 'NewClientERPAssignment' })
export const NewSiteAssignment = z
  .object({ ...common, clientId: PartyId, overridesClient: z.boolean().default(true) })
  .meta({ id: 'NewSiteERPAssignment' })

export interface AssignmentPorts {
  readonly assignments: AssignmentRepository
  readonly connections: ConnectionRepository
  readonly clock: Clock
  readonly ids: Ids
}

/** The commands that assign connections to clients and sites. */
export function assignmentCommands(command: ReturnType<typeof createCommands>, { assignments, connections, clock, ids }: AssignmentPorts) {
  const stamp = (by: string) => {
    const now = clock.now().toISOString()
    return { id: `assign_${ids.random(16)}`, createdAt: now, createdBy: by, updatedAt: now, updatedBy: by }
  }
  const mustExist = async (id: string): Promise<void> => {
    if (await connections.get(id)) return
    const message = `There is no connection ${id}`
    throw new AppError('request.invalid', message, { details: { issues: [{ path: 'erpConnectionId', message }] } })
  }
  const ofConnection = <Assignment extends { readonly erpConnectionId: string }>(list: readonly Assignment[], id: string): Assignment => {
    const found = list.find(({ erpConnectionId }) => erpConnectionId === id)
    if (!found) throw new AppError('internal.bug', `The assignment of ${id} was not stored`)
    return found
  }

  const assignClient = command({
    action: 'client_erp_assigned',
    role: 'admin',
    input: NewClientAssignment.extend({ clientId: PartyId }),
    async run(input, caller): Promise<{ output: ClientERPAssignment; target: string; changes: Record<string, unknown> }> {
      await mustExist(input.erpConnectionId)
      const { isDefault, ...rest } = input
      const after = await assignments.clients.change(input.clientId, (before) =>
        assignToClient(before, { ...stamp(caller.id), ...rest, isDefault }),
      )
      const output = ofConnection(after, input.erpConnectionId)
      return { output, target: input.clientId, changes: { erpConnectionId: input.erpConnectionId, isDefault: output.isDefault } }
    },
  })

  const assignSite = command({
    action: 'site_erp_assigned',
    role: 'admin',
    input: NewSiteAssignment.extend({ siteId: PartyId }),
    async run(input, caller): Promise<{ output: SiteERPAssignment; target: string; changes: Record<string, unknown> }> {
      await mustExist(input.erpConnectionId)
      const after = await assignments.sites.change(input.siteId, (before) => assign(before, { ...stamp(caller.id), ...input }))
      const changes = { erpConnectionId: input.erpConnectionId, clientId: input.clientId, overridesClient: input.overridesClient }
      return { output: ofConnection(after, input.erpConnectionId), target: input.siteId, changes }
    },
  })

  const unassign = async <Assignment extends { readonly id: string; readonly erpConnectionId: string }>(
    list: VersionedList<Assignment>,
    ownerId: string,
    assignmentId: string,
  ) => {
    const gone = (await list.list(ownerId)).find(({ id }) => id === assignmentId)
    if (!gone) throw new AppError('request.not-found', `${ownerId} has no assignment ${assignmentId}`)
    await list.change(ownerId, (before) => before.filter(({ id }) => id !== assignmentId))
    return { output: undefined, target: ownerId, changes: { erpConnectionId: gone.erpConnectionId } }
  }
  const Removal = z.object({ ownerId: PartyId, assignmentId: z.string() })

  return {
    assignClient,
    assignSite,
    unassignClient: command({
      action: 'client_erp_unassigned',
      role: 'admin',
      input: Removal,
      run: ({ ownerId, assignmentId }) => unassign(assignments.clients, ownerId, assignmentId),
    }),
    unassignSite: command({
      action: 'site_erp_unassigned',
      role: 'admin',
      input: Removal,
      run: ({ ownerId, assignmentId }) => unassign(assignments.sites, ownerId, assignmentId),
    }),
  }
}
