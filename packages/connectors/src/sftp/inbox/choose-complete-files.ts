import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@linkspan/core/connector'
import { type ChooseRequest, type ChosenFiles, chooseFiles } from './choose-files.ts'

/** The longest a sync itself waits for files to stay the same. If they take longer, a later sync reads them. */
const maxWaitMs = 90_000
/** How often it looks meanwhile: the sooner a change is seen, the sooner the wait for its end begins. */
const lookEveryMs = 10_000
/** With a short wait in the settings, a file that goes on changing is left to a later sync after this many of them. */
const maxRounds = 3

/**
 * Chooses the files of a data type. If some may not be complete and the wait is short, waits and chooses again, until a file can be read
 * or none will be complete soon.
 */
export async function chooseCompleteFiles(
  request: Omit<ChooseRequest, 'now'>,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<ChosenFiles> {
  let chosen = await chooseFiles({ ...request, now: clock.now() })
  const limitMs = Math.min(maxWaitMs, maxRounds * (chosen.dueInMs ?? 0))
  for (let waitedMs = 0; isWorthWaiting(chosen) && waitedMs + (chosen.dueInMs ?? 0) <= limitMs; ) {
    const pauseMs = Math.min(chosen.dueInMs ?? 0, lookEveryMs)
    await sleep(pauseMs, undefined, { signal })
    waitedMs += Math.max(1, pauseMs)
    chosen = await chooseFiles({ ...request, now: clock.now() })
  }
  return chosen
}

/** Whether a file will be complete soon. One that goes on changing holds up no other that can be read. */
const isWorthWaiting = ({ files, dueInMs, isGrowing }: ChosenFiles): boolean => dueInMs !== null && !(isGrowing && files.length > 0)
