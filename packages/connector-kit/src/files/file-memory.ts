import { getHeapStatistics } from 'node:v8'
import type { ByteBudget } from '@linkspan/core/connector'
import { tooLarge } from './file-errors.ts'

/** The memory that one file takes while it is read, out of what the process has for files and answers. Disposing gives it back. */
export interface FileMemory extends Disposable {
  /** Counts what stays until the file is read. Throws `file.too-large` if the process could not bear it. */
  keep(bytes: number): void
  /** Resolves when there is room for everything that is kept, and for rows of so many characters. */
  hold(rowsLength?: number): Promise<void> | undefined
}

export interface FileBudget {
  readonly bytes: ByteBudget
  /** Ends the waiting for room. */
  readonly signal: AbortSignal
}

/** Files that take less are not counted: they never wait. */
const uncountedBytes = 256 * 1024
/** What is kept of one file takes at most this part of the heap. */
const heapPart = 4
export const bytesPerCharacter = 2

export function openFileMemory(budget: FileBudget | undefined): FileMemory {
  const account = budget?.bytes.open()
  const maxKept = Math.floor(getHeapStatistics().heap_size_limit / heapPart)
  let kept = 0
  return {
    keep(bytes) {
      kept += bytes
      if (kept > maxKept)
        throw tooLarge(
          `Reading the file takes more than ${maxKept} bytes of memory. Let the sender split it, or raise the heap of the workers (NODE_OPTIONS=--max-old-space-size)`,
        )
    },
    hold(rowsLength = 0) {
      const bytes = kept + rowsLength * bytesPerCharacter
      if (!account || !budget) return undefined
      if (bytes > uncountedBytes) return account.hold(Math.min(bytes, budget.bytes.maxBytes), budget.signal)
      account.release()
      return undefined
    },
    [Symbol.dispose]: () => account?.[Symbol.dispose](),
  }
}
