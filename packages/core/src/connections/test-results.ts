import type { Sealed } from '../kernel/secret-box.ts'
import type { ERPConnectionTestResult, TestEvent, TestProgress } from './test-result.ts'

/** Keeps the results of connection tests for a day, and the drafts that wait for theirs. */
export interface TestResults {
  /** Saves the result, and forgets the draft that was tested. */
  save(testId: string, result: ERPConnectionTestResult): Promise<void>
  get(testId: string): Promise<ERPConnectionTestResult | null>
  /** Resolves with the result as soon as there is one, or with null when `signal` aborts. */
  wait(testId: string, signal: AbortSignal): Promise<ERPConnectionTestResult | null>
  /** Says how far the test has come. */
  note(testId: string, progress: TestProgress): Promise<void>
  /** Yields what has happened so far, then what happens, until the test has ended, `signal` aborts, or `isPending` says that it never will. */
  watch(testId: string, isPending: () => Promise<boolean>, signal: AbortSignal): AsyncIterable<TestEvent>
  /** Keeps a draft until it is tested, at most for `ttlMs`. */
  keepDraft(testId: string, draft: Sealed, ttlMs: number): Promise<void>
  draftOf(testId: string): Promise<Sealed | null>
}
