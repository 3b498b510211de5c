import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { AppError } from '../kernel/errors.ts'
import type { RecordStream } from '../outbox/held-record.ts'
import { mustGetRun } from '../runs/get-run.ts'
import type { Run } from '../runs/run.ts'
import { type RunPorts, startRun } from '../runs/start-run.ts'
import { covers } from '../sync-configs/sync-config.ts'
import { parseRejectId } from './reject-id.ts'
import type { RejectFate, RejectStore } from './reject-store.ts'

/** The most rejects in one request. */
export const maxReprocessed = 1000

export const ReprocessRequest = z
  .object({
    ids: z
      .array(z.string().min(1).max(2000))
      .min(1)
      .max(maxReprocessed)
      .describe('The ids of open rejects, as `GET /erp/rejects` and the rejects of a sync log show them.'),
  })
  .meta({ id: 'ERPReprocessRequest' })

/** What became of one reject that was to be reprocessed. */
export const ERPReprocessed = z
  .object({
    id: z.string(),
    outcome: z
      .enum(['started', 'joined', 'closed', 'refused'])
      .describe(
        'started: a run reads the record again, with the current mapping; joined: a run that has not begun does; closed: the record is no longer rejected; refused: nothing reads it, for the reason in `message`.',
      ),
    syncLogId: z.string().optional().describe('The run that reads the record again, or that has closed the reject.'),
    code: z.string().optional().describe('Why it was refused.'),
    message: z.string().optional().describe('The same in words.'),
  })
  .meta({ id: 'ERPReprocessed' })
export type ERPReprocessed = z.infer<typeof ERPReprocessed>

export interface ReprocessPorts extends RunPorts {
  readonly rejects: Pick<RejectStore, 'find' | 'fates'>
}

type Outcome = Omit<ERPReprocessed, 'id'>

/**
 * Has rejected records read again with the current mapping: one run for each stream, which reads all that the runs have read that rejected
 * them. A kept row is not put through the mapping by itself. The ERP may have changed the record since, so what was made of the old row
 * could take the place of something newer; a run reads what the ERP has now.
 */
export function reprocessCommand(command: ReturnType<typeof createCommands>, ports: ReprocessPorts) {
  return command({
    action: 'erp_rejects_reprocessed',
    role: 'operator',
    input: ReprocessRequest,
    async run({ ids }, caller) {
      const unique = [...new Set(ids)]
      const outcomes = new Map<string, Outcome>()
      for (const { stream, named } of byStream(unique)) {
        const found = await reprocessStream(stream, [...named.values()], caller.id, ports)
        for (const [id, key] of named) outcomes.set(id, found.get(key) ?? notFound)
      }
      const output = unique.map((id): ERPReprocessed => ({ id, ...(outcomes.get(id) ?? notFound) }))
      const started = [...new Set(output.flatMap(({ outcome, syncLogId }) => (outcome === 'started' && syncLogId ? [syncLogId] : [])))]
      const connections = new Set(unique.flatMap((id) => parseRejectId(id)?.stream.connectionId ?? []))
      return {
        output,
        target: [...connections].join(' '),
        changes: { rejects: unique.length, ids: unique.slice(0, 20), syncLogIds: started.slice(0, 20) },
      }
    },
  })
}

const notFound: Outcome = { outcome: 'refused', code: 'request.not-found', message: 'There is no such reject, or it is too old' }

/** The ids by the stream that they belong to, each with its key. */
function byStream(ids: readonly string[]): readonly { readonly stream: RecordStream; readonly named: ReadonlyMap<string, string> }[] {
  const streams = new Map<string, { readonly stream: RecordStream; readonly named: Map<string, string> }>()
  for (const id of ids) {
    const parsed = parseRejectId(id)
    if (!parsed) continue
    const { stream, key } = parsed
    const name = `${stream.connectionId} ${stream.dataType}`
    const group = streams.get(name) ?? { stream, named: new Map() }
    group.named.set(id, key)
    streams.set(name, group)
  }
  return [...streams.values()]
}

async function reprocessStream(
  stream: RecordStream,
  keys: readonly string[],
  createdBy: string,
  ports: ReprocessPorts,
): Promise<ReadonlyMap<string, Outcome>> {
  const fates = await ports.rejects.fates(stream, keys)
  const open = keys.filter((_, at) => fates[at]?.state === 'open')
  const outcomes = new Map(keys.map((key, at) => [key, closedOutcome(fates[at] ?? null)]))
  if (open.length === 0) return outcomes
  const found = await ports.rejects.find(stream, open)
  const since = await earliest(new Set(found.map((reject) => reject?.runId ?? null)), ports)
  const outcome = await readAgain(stream, since, createdBy, ports)
  for (const key of open) outcomes.set(key, outcome)
  return outcomes
}

function closedOutcome(fate: RejectFate | null): Outcome {
  if (fate === null || fate.state === 'open') return notFound
  return { outcome: 'closed', ...(fate.runId !== null && { syncLogId: fate.runId }) }
}

/** From when the ERP must be asked so that all is read again that these runs have read; null: for everything, also if one is not known. */
async function earliest(runIds: ReadonlySet<string | null>, { runs }: Pick<ReprocessPorts, 'runs'>): Promise<string | null> {
  let since: string | null = null
  for (const id of runIds) {
    const run = id === null ? null : await runs.get(id)
    const from = run?.since ?? run?.checkpoint.since ?? null
    if (from === null) return null
    if (since === null || from < since) since = from
  }
  return since
}

async function readAgain(stream: RecordStream, since: string | null, createdBy: string, ports: ReprocessPorts): Promise<Outcome> {
  try {
    const { run, deduplicated } = await startRun(
      {
        ...stream,
        direction: 'pull',
        mode: since === null ? 'full' : 'incremental',
        ...(since !== null && { since }),
        dryRun: false,
        force: false,
        trigger: 'retry',
        createdBy,
      },
      ports,
    )
    if (!deduplicated) return { outcome: 'started', syncLogId: run.id }
    return readsAll(await mustGetRun(ports.runs, run.id), since) ? { outcome: 'joined', syncLogId: run.id } : underWay(run)
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.kind === 'bug' || thrown.code === 'store.unavailable') throw thrown
    return { outcome: 'refused', code: thrown.code, message: thrown.message }
  }
}

/** Whether a run will read all that has changed since then: it has not begun, so it gets the current mapping, and it reads far enough back. */
const readsAll = (run: Run, since: string | null): boolean =>
  run.status === 'scheduled' &&
  run.startedAt === null &&
  !run.dryRun &&
  covers(run.direction, 'pull') &&
  (run.since === null ? run.mode === 'full' : since !== null && run.since <= since)

const underWay = ({ id, dataType }: Run): Outcome => ({
  outcome: 'refused',
  syncLogId: id,
  code: 'request.conflict',
  message: `Sync ${id} of ${dataType} is under way, and may have passed the record. Reprocess it once that has ended`,
})
