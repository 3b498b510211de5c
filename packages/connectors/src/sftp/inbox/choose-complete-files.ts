import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@linkspan/core/connector'
import { type ChooseRequest, type ChosenFiles, chooseFiles } from './choose-files.ts'

/** The longest a sync itself waits for files to stay the same. If the settings ask for more, a later sync looks again. */
const maxSeconds = 10

/** Chooses the files of a data type. If some may not be complete and the wait is short, waits and chooses again. */
export async function chooseCompleteFiles(
  request: Omit<ChooseRequest, 'now'>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<ChosenFiles> {
  const { complete } = request.plan
  const chosen = await chooseFiles({ ...request, now: clock.now() })
  if (chosen.waiting.length === 0 || complete.by !== 'stable' || complete.seconds > maxSeconds) return chosen
  await sleep(complete.seconds * 1000, undefined, { signal })
  return chooseFiles({ ...request, now: clock.now() })
}
