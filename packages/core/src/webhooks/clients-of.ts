import type { AssignmentRepository } from '../assignments/assignment.ts'
import type { ClientsOf } from './wants-event.ts'

/** The clients that use a connection, themselves or by a site. Each connection is looked up once. */
export function createClientsOf(assignments: AssignmentRepository): ClientsOf {
  const known = new Map<string, Promise<readonly string[]>>()
  const read = async (connectionId: string): Promise<readonly string[]> => {
    const { clients, sites } = await assignments.ofConnection(connectionId)
    return [...new Set([...clients, ...sites].map(({ clientId }) => clientId))]
  }
  return (connectionId) => {
    const found = known.get(connectionId) ?? read(connectionId)
    known.set(connectionId, found)
    return found
  }
}
