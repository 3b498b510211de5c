import {
  type AppError,
  type Cursor,
  type DataTypeId,
  type OpenContext,
  type Page,
  type Session,
  toAppError,
} from '@linkspan/core/connector'
import type { ConnectorFixture, Harness } from './connector-fixture.ts'
import { openFor } from './open-context.ts'

/** Opens one more session of a fixture's connection. */
export const openSession = ({ connector }: Harness, fixture: ConnectorFixture, overrides: Partial<OpenContext> = {}): Promise<Session> =>
  openFor(connector, fixture.connection, { state: fixture.state, inbox: fixture.inbox, ...overrides })

export interface PullAsRuns {
  readonly since?: string | null
  /** `act` is called once `afterPages` pages are stored. */
  readonly interrupt?: { readonly afterPages: number; readonly act: () => void | Promise<void> }
  /** A worker that dies after each page, `stored`: before it can tell the source that the page is stored; `told`: right after that. */
  readonly diesWhen?: 'stored' | 'told'
}

export interface Pulled {
  readonly pages: readonly Page[]
  readonly failures: readonly AppError[]
}

const maxFailures = 5
/** More than any ERP of the suites has: a source with more pages goes in circles. */
const maxPages = 100

/**
 * Pulls everything as the platform does: a page is stored, then the source is told so, then the next one is asked for. A failure that
 * may pass is followed by a session of its own, which goes on after the last stored page; any other ends the pull.
 */
export async function pullAsRuns(open: () => Promise<Session>, dataType: DataTypeId, options: PullAsRuns = {}): Promise<Pulled> {
  const { since = null, interrupt, diesWhen } = options
  const pages: Page[] = []
  const failures: AppError[] = []
  const interruptIfDue = async () => {
    if (interrupt?.afterPages === pages.length) await interrupt.act()
  }
  let after: Cursor | null = null
  let isComplete = false
  while (!isComplete) {
    await using session = await open()
    try {
      if (failures.length === 0) await interruptIfDue()
      for await (const page of session.source(dataType).pages({ after, since })) {
        pages.push(page)
        if (pages.length > maxPages) return { pages, failures }
        after = page.next
        isComplete = after === null
        if (diesWhen === 'stored') break
        await page.onCommitted?.([])
        if (diesWhen === 'told') break
        if (!isComplete) await interruptIfDue()
      }
      if (diesWhen === undefined) isComplete = true
    } catch (thrown) {
      const error = toAppError(thrown)
      failures.push(error)
      isComplete = (error.kind !== 'transient' && error.kind !== 'wait') || failures.length >= maxFailures
    }
  }
  return { pages, failures }
}

/** Runs `work`, and answers what it failed with. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const outcome = await work.then(
    () => null,
    (thrown: unknown) => toAppError(thrown),
  )
  if (outcome === null) throw new Error('It succeeded, and should have failed')
  return outcome
}
