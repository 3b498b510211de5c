import { ErrorCode } from 'bullmq'

/**
 * Whether BullMQ refused to promote or remove a job because a worker has taken it in the meantime. A refused promotion has a code. A
 * refused removal has only its message.
 */
export const isJobTaken = (error: Error): boolean =>
  ('code' in error && error.code === ErrorCode.JobNotInState) || error.message.includes('could not be removed because it is locked')

/** To catch what BullMQ throws about a job. That a worker has taken it is fine; everything else is thrown again. */
export function ignoreTaken(error: Error): void {
  if (!isJobTaken(error)) throw error
}
