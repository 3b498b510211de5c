import { AppError, type ByteBudget, createSemaphore } from '@linkspan/core/connector'

/** Answers up to this size are not counted: they never wait. */
export const uncountedBytes = 256 * 1024
/** A session that waits so long for its next call has stored what it read before. */
const storedAfterMs = 30_000

/** The memory that the answers of one session take, out of what the process has for all of them. */
export interface AnswerMemory extends Disposable {
  /** Begins an answer. */
  begin(place: string): GrowingAnswer
  /** Waits for a call; if that takes long, what is held is given back meanwhile. */
  whileWaiting<Result>(wait: () => Promise<Result>): Promise<Result>
}

/** An answer that is being read, until it is disposed. */
export interface GrowingAnswer extends Disposable {
  /**
   * Resolves when the answer may have `bytes` so far. A session reads one large answer at a time: the others wait until it is there. Throws
   * `setup.answer-too-large` if that is more than there is for all answers.
   */
  reserve(bytes: number, signal: AbortSignal): Promise<void> | undefined
}

/** Without a budget nothing is counted. */
export function createAnswerMemory(budget: ByteBudget | undefined): AnswerMemory {
  const account = budget?.open()
  const reading = createSemaphore(1)
  let latest = 0 // its page may not be stored yet
  return {
    begin(place) {
      let held = 0
      let turn: Promise<void> | undefined
      return {
        reserve(bytes, signal) {
          if (!account || !budget || bytes <= Math.max(uncountedBytes, held)) return undefined
          if (bytes > budget.maxBytes) throw tooLargeForMemory(place, budget.maxBytes)
          held = Math.min(Math.max(bytes, held * 2), budget.maxBytes)
          turn ??= reading.acquire()
          return turn.then(() => account.hold(Math.max(latest, held), signal))
        },
        [Symbol.dispose]() {
          latest = held
          turn?.then(reading.release)
        },
      }
    },
    async whileWaiting(wait) {
      const timer = setTimeout(() => account?.release(), storedAfterMs)
      try {
        return await wait()
      } finally {
        clearTimeout(timer)
      }
    },
    [Symbol.dispose]: () => account?.[Symbol.dispose](),
  }
}

const tooLargeForMemory = (place: string, maxBytes: number): AppError =>
  new AppError(
    'setup.answer-too-large',
    `${place}: the answer is longer than ${maxBytes} bytes, which is all that this worker has for answers. Lower settings.batchSize, or raise ANSWER_MEMORY_MB and the worker's heap`,
    { details: { request: place, maxBytes } },
  )
