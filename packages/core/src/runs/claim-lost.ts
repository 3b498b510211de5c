import { AppError } from '../kernel/errors.ts'

/** Whether the store refused a write because the claim is void: another worker holds the run by now, or someone has ended it. */
export const isClaimLost = (thrown: unknown): boolean =>
  thrown instanceof AppError && (thrown.code === 'run.superseded' || thrown.code === 'run.ended')

/** Whether a run has to end because somebody has cancelled it. */
export const isCancelled = (thrown: unknown): boolean => thrown instanceof AppError && thrown.code === 'run.cancelled'
