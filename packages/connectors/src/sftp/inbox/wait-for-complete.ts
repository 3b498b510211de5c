import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@linkspan/core/connector'
import { type Choosing, type Chosen, chooseFiles } from './choose-files.ts'

/** So long a sync waits itself until files have stayed the same; for more, the next one looks again, and no worker waits. */
const maxSeconds = 10

/** The files of a data type, those that may still be written looked at once more where that takes a moment only. */
export async function chooseCompleteFiles(
  choosing: Omit<Choosing, 'now'>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Chosen> {
  const { complete } = choosing.plan
  const chosen = await chooseFiles({ ...choosing, now: clock.now() })
  if (chosen.waiting.length === 0 || complete.by !== 'stable' || complete.seconds > maxSeconds) return chosen
  await sleep(complete.seconds * 1000, undefined, { signal })
  return chooseFiles({ ...choosing, now: clock.now() })
}
