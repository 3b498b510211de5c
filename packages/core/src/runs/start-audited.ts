import type { Changes, EventOf, Executed } from '../audit/command.ts'
import type { StartFacts } from './start-facts.ts'
import { type RunPorts, type RunRequest, type Started, startRun } from './start-run.ts'

/** For a command of one step: starts a run as `startRun` does, and stores the command's event with it. `changesOf`: what the event tells. */
export async function startAudited(
  request: RunRequest,
  ports: RunPorts,
  eventOf: EventOf,
  changesOf: (started: Started) => Changes,
  known?: StartFacts,
): Promise<Executed<Started>> {
  const { connectionId } = request
  const started = await startRun(request, ports, { known, eventOf: (one) => eventOf(connectionId, changesOf(one)) })
  return { output: started, target: connectionId, changes: changesOf(started), isAudited: !started.deduplicated }
}
