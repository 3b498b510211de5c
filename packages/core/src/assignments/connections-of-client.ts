import type { AssignmentRepository } from './assignment.ts'

/** Tells whether a client, or a site of it, uses a connection. Each connection is looked up once. */
export function connectionsOfClient(
  clientId: string,
  assignments: Pick<AssignmentRepository, 'ofConnection'>,
): (connectionId: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>()
  const isUsed = async (connectionId: string): Promise<boolean> => {
    const { clients, sites } = await assignments.ofConnection(connectionId)
    return [...clients, ...sites].some((assignment) => assignment.clientId === clientId)
  }
  return (connectionId) => {
    const answer = known.get(connectionId) ?? isUsed(connectionId)
    known.set(connectionId, answer)
    return answer
  }
}
