import type { ConnectionRepository } from '../connections/connection.ts'
import { everyPage } from '../kernel/every-page.ts'
import type { AssignmentRepository } from './assignment.ts'
import type { PartyStore } from './party-store.ts'

interface IndexPorts {
  readonly assignments: Pick<AssignmentRepository, 'ofConnection'>
  readonly connections: Pick<ConnectionRepository, 'list'>
  readonly parties: Pick<PartyStore, 'know'>
}

/** Notes all clients and sites that have an assignment: a version may have stored it that did not note them. */
export async function indexParties({ assignments, connections, parties }: IndexPorts): Promise<void> {
  for await (const page of everyPage((cursor) => connections.list({ limit: 100, cursor })))
    for (const { id } of page) {
      const { clients, sites } = await assignments.ofConnection(id)
      await parties.know([...clients.map(({ clientId }) => ({ clientId })), ...sites.map(({ clientId, siteId }) => ({ clientId, siteId }))])
    }
}
