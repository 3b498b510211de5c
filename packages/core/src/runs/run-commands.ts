import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { AppError } from '../kernel/errors.ts'
import { mustGetRun } from './get-run.ts'
import { isEnded, type RunError } from './run.ts'
import { startAudited } from './start-audited.ts'
import { readStartFacts } from './start-facts.ts'
import { type RunPorts, SyncRequest } from './start-run.ts'
import { type StopPorts, stopRun } from './stop-run.ts'

export const cancelled = (by: string): RunError => new AppError('run.cancelled', `Cancelled by ${by}`).toJSON()

/** What people do with runs: start, retry and cancel them. */
export function runCommands(command: ReturnType<typeof createCommands>, ports: RunPorts & StopPorts) {
  const start = command({
    action: 'erp_manual_sync_triggered',
    role: 'operator',
    input: SyncRequest.extend({ connectionId: z.string() }),
    isOneStep: true,
    read: (input) => readStartFacts(input, ports),
    run: (input, caller, known, eventOf) => {
      const { dataType, mode, mapping } = input
      return startAudited(
        { ...input, trigger: 'manual', createdBy: caller.id },
        ports,
        eventOf,
        ({ run, deduplicated }) => ({ syncLogId: run.id, dataType, mode, deduplicated, ...(mapping && { mapping }) }),
        known,
      )
    },
  })

  /** Reads again what an ended run has read, so that what it rejected gets another chance, with the current mapping. */
  const retry = command({
    action: 'erp_manual_sync_triggered',
    role: 'operator',
    input: z.object({ id: z.string() }),
    isOneStep: true,
    async run({ id }, caller, _facts, eventOf) {
      const before = await mustGetRun(ports.runs, id)
      if (!isEnded(before)) throw new AppError('request.conflict', `Sync ${id} has not ended yet: it is "${before.status}"`)
      const { connectionId, dataType, direction, dryRun, mapping, checkpoint } = before
      const since = before.since ?? checkpoint.since ?? undefined
      const mode = since === undefined && checkpoint.pages > 0 ? 'full' : before.mode
      const again = { connectionId, dataType, direction, mode, dryRun, mapping, force: false, since }
      const request = { ...again, trigger: 'retry', createdBy: caller.id } as const
      return startAudited(request, ports, eventOf, ({ run }) => ({ syncLogId: run.id, retryOf: id, dataType }))
    },
  })

  const cancel = command({
    action: 'erp_sync_cancelled',
    role: 'operator',
    input: z.object({ id: z.string() }),
    async run({ id }, caller) {
      const before = await mustGetRun(ports.runs, id)
      const stopped = await stopRun(id, cancelled(caller.id), ports)
      if (!stopped) throw new AppError('run.ended', `Sync ${id} has already ended, in "${before.status}"`)
      return { output: stopped, target: id }
    },
  })

  return { start, retry, cancel }
}
