import type { AssignmentRepository } from '../assignments/assignment.ts'

/** The clients whose data go through these connections: to them or to one of their sites a connection is assigned. */
export async function clientsOf(connectionIds: readonly string[], assignments: AssignmentRepository): Promise<readonly string[]> {
  const all = await Promise.all(connectionIds.map((id) => assignments.ofConnection(id)))
  return [...new Set(all.flatMap(({ clients, sites }) => [...clients, ...sites].map(({ clientId }) => clientId)))].sort()
}
