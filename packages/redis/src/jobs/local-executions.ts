import { AppError } from '@linkspan/core'

/** One execution of a job in this process. */
export interface LocalExecution {
  /** Aborts when the same job starts again in this process. */
  readonly signal: AbortSignal
  /** Must be called when the execution has ended. */
  end(): void
}

/**
 * If Redis was away for longer than a job's lock lasts, the job can be given to the process that still works on it. Then the former
 * execution is stopped, and the new one begins when that has ended.
 */
export function createLocalExecutions() {
  const running = new Map<string, { stop(): Promise<void> }>()

  return {
    /** Begins an execution of the job; resolves when a former one has ended. */
    async supersedePrevious(key: string): Promise<LocalExecution> {
      for (let former = running.get(key); former; former = running.get(key)) await former.stop()
      const superseded = new AbortController()
      let resolveEnded = () => {}
      const ended = new Promise<void>((resolve) => {
        resolveEnded = resolve
      })
      running.set(key, {
        stop() {
          superseded.abort(new AppError('run.superseded', 'The job started again while this process was still working on it'))
          return ended
        },
      })
      return {
        signal: superseded.signal,
        end() {
          running.delete(key)
          resolveEnded()
        },
      }
    },
  }
}
