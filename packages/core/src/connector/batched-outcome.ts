import { AppError } from '../kernel/errors.ts'
import type { BatchedOutcome } from './sink.ts'

/** What became of one record of a batch; if the sink does not tell, nobody knows. */
export const outcomeAt = (outcomes: readonly BatchedOutcome[], at: number): BatchedOutcome =>
  outcomes[at] ?? {
    kind: 'unknown',
    error: new AppError('setup.answer-unexpected', 'The answer to a batch does not say what became of each of its records'),
  }
