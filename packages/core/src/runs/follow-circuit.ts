import type { CircuitStore } from '../connections/circuit.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import type { Clock } from '../kernel/ports.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'

export interface FollowCircuitPorts {
  readonly circuits: Pick<CircuitStore, 'get'>
  readonly connections: Pick<ConnectionRepository, 'get'>
  readonly queue: Pick<JobQueue, 'enqueue' | 'isPending' | 'promote' | 'withdraw'>
}

/** Makes the job of a circuit that is not at rest look at it now. Called after every step that may have moved the circuit. */
export async function followCircuit(connectionId: string, { circuits, connections, queue }: FollowCircuitPorts): Promise<void> {
  if ((await circuits.get(connectionId)) === null) return
  await queue.promote('erp-circuit', connectionId)
  if (await queue.isPending('erp-circuit', connectionId)) return
  const connection = await connections.get(connectionId).catch(nullIfUnreadable)
  await queue.withdraw('erp-circuit', connectionId) // the ended job of an earlier outage has the same id
  await queue.enqueue('erp-circuit', { connectionId }, `circuit · ${connection?.name ?? connectionId}`)
}

/** Does the same for every circuit whose job may be lost or late, because a process died between the two. */
export async function followCircuits(
  ports: FollowCircuitPorts & { readonly circuits: Pick<CircuitStore, 'get' | 'list'>; readonly clock: Clock },
): Promise<void> {
  for (const connectionId of await ports.circuits.list()) {
    const circuit = await ports.circuits.get(connectionId)
    const isEarly = circuit?.phase === 'open' && ports.clock.now() < new Date(circuit.nextProbeAt)
    if (!isEarly || !(await ports.queue.isPending('erp-circuit', connectionId))) await followCircuit(connectionId, ports)
  }
}
