import { AppError } from '@linkspan/core'

/** What a script's refusal to write for a run means. */
export function throwIfRejected(answer: unknown, runId: string): void {
  if (answer === 'SUPERSEDED') throw new AppError('run.superseded', `Another worker holds ${runId} by now`)
  if (answer === 'ENDED') throw new AppError('run.ended', `${runId} has ended`)
  if (answer === 'GAP') throw new AppError('internal.bug', `A page of ${runId} was left out`)
}
