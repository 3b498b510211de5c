import { AppError } from '../kernel/errors.ts'
import type { Run } from './run.ts'
import type { RunStore } from './run-store.ts'

/** The run with this id; throws `request.not-found` if there is none. */
export async function mustGetRun(runs: Pick<RunStore, 'get'>, id: string): Promise<Run> {
  const run = await runs.get(id)
  if (!run) throw new AppError('request.not-found', `There is no sync log ${id}`)
  return run
}
