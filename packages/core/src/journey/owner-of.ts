import type { AssignmentRepository } from '../assignments/assignment.ts'

/** The client and the site that a connection serves, if it serves only one. */
export interface Owner {
  readonly clientId?: string
  readonly siteId?: string
}

export async function ownerOf(connectionId: string, assignments: Pick<AssignmentRepository, 'ofConnection'>): Promise<Owner> {
  const { clients, sites } = await assignments.ofConnection(connectionId)
  const clientIds = [...new Set([...clients, ...sites].map(({ clientId }) => clientId))]
  const siteIds = [...new Set(sites.map(({ siteId }) => siteId))]
  const [clientId, ...otherClients] = clientIds
  const [siteId, ...otherSites] = siteIds
  return {
    ...(clientId !== undefined && otherClients.length === 0 && { clientId }),
    ...(siteId !== undefined && otherSites.length === 0 && clients.length === 0 && { siteId }),
  }
}
