import { AppError, type RunError } from '@linkspan/core'

/**
 * The fence around every write of a run. Each claim has an epoch of its own: a step that carries another one than that of the latest claim
 * is refused, and an ended run refuses every step.
 *
 * `fence` returns nil if the holder of `epoch` may write, followed by the values of the run's further fields that were asked for;
 * otherwise why it may not, as `throwIfRejected` expects it.
 */
export const fence = `
local function hasEnded(status)
  return not status or status == 'success' or status == 'error'
end

local function fence(run, epoch, ...)
  local state = redis.call('HMGET', run, 'status', 'epoch', ...)
  if hasEnded(state[1]) then return 'ENDED' end
  if state[2] ~= epoch then return 'SUPERSEDED' end
  return nil, unpack(state, 3)
end

-- Whether Redis has lost pages of a run that it had acknowledged, as in a failover: the holder believes in more than are stored.
local function hasLostPages(run, pages)
  return tonumber(redis.call('HGET', run, 'pages') or 0) < pages
end
`

/** Throws `run.cancelled` if `stop`, as it is stored, asks the run's worker to end it. */
export function throwIfStopped(stop: string | null | undefined): void {
  if (stop) throw new AppError('run.cancelled', (JSON.parse(stop) as RunError).message)
}

/** Throws if `answer` is a script's refusal to write for the run. After a loss the run goes on from what is stored. */
export function throwIfRejected(answer: unknown, runId: string): void {
  if (answer === 'SUPERSEDED') throw new AppError('run.superseded', `Another worker has taken over ${runId}`)
  if (answer === 'ENDED') throw new AppError('run.ended', `${runId} has ended`)
  if (answer === 'LOST') throw new AppError('run.interrupted', `Redis has lost pages of ${runId} that it had acknowledged`)
  if (answer === 'GAP') throw new AppError('internal.bug', `A page of ${runId} was left out`)
}
