import type { Ids } from '../kernel/ports.ts'
import { type CheckPorts, examineConnection, noteExamination, type ProgressReport } from './check-connection.ts'
import type { CircuitStore, ProbeTurn } from './circuit.ts'
import type { Connection } from './connection.ts'
import type { ERPConnectionTestResult } from './test-result.ts'

export type ProbePorts = CheckPorts & { readonly circuits: CircuitStore; readonly ids: Ids }

/** How long after the time limit of a test another worker takes over a probe whose worker has died. */
const leaseMarginMs = 10_000

/**
 * Tests whether the ERP of an open circuit is back: with one login at most, and only if no other worker does the same. If it is, the
 * circuit is half-open from then on; if not, the next probe is later. Returns why it did not probe, or what it found.
 */
export async function probeConnection(
  connection: Connection,
  { isUrgent, progress }: { readonly isUrgent: boolean; readonly progress?: ProgressReport },
  ports: ProbePorts,
  signal: AbortSignal,
): Promise<Exclude<ProbeTurn, 'begun'> | ERPConnectionTestResult> {
  const { circuits, ids } = ports
  const probeId = ids.random(16)
  const leaseMs = connection.settings.timeout + leaseMarginMs
  const turn = await circuits.beginProbe(connection.id, probeId, { leaseMs, isUrgent })
  if (turn !== 'begun') return turn
  const examination = await examineConnection(connection, ports, signal, { logsInOnce: true, progress })
  if (signal.aborted) {
    await circuits.endProbe(connection.id, probeId, { kind: 'abandoned' })
    return 'busy'
  }
  await noteExamination(connection, examination, ports)
  const { obstacle, result } = examination
  await circuits.endProbe(connection.id, probeId, obstacle === null ? { kind: 'passed' } : { kind: 'failed', ...obstacle })
  return result
}
