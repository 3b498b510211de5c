import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import { AppError } from '../kernel/errors.ts'
import { type ConnectionPorts, mustGetConnection } from './connection-commands.ts'
import { ConnectionDraft, connectionOfDraft, draftTtlMs, sealDraft } from './connection-draft.ts'
import { connectionOfTest, testIdFor } from './run-test.ts'
import type { TestResults } from './test-results.ts'

export interface ConnectionTestPorts extends ConnectionPorts {
  readonly queue: JobQueue
  readonly tests: TestResults
}

/** Tests of connections and of drafts, which a worker executes. */
export function connectionTests(command: ReturnType<typeof createCommands>, ports: ConnectionTestPorts) {
  const { connections, queue, tests: results, clock, ids } = ports

  /** Adds the job of a test. If one of this connection waits or works and has no result yet, that one is returned. */
  const testing = (action: 'erp_connection_tested' | 'erp_connection_reconnected', more: { readonly reconnect?: true }) =>
    command({
      action,
      role: 'operator',
      input: z.object({ id: z.string() }),
      async run({ id }) {
        const connection = await mustGetConnection(connections, id)
        const payload = { connectionId: id, testId: testIdFor(id, clock.now(), ids.random(6)), ...more }
        const enqueue = () => queue.enqueue('erp-test', payload, `test · ${connection.name}`)
        let testId = await enqueue()
        if (testId !== payload.testId && (await results.get(testId))) {
          await queue.freeKey('erp-test', testId)
          testId = await enqueue()
        }
        return { output: { testId, timeoutMs: connection.settings.timeout }, target: id }
      },
    })

  const testDraft = command({
    action: 'erp_connection_tested',
    role: 'admin',
    input: ConnectionDraft,
    async run(draft) {
      const connectionId = `erp_${ids.random(16)}`
      const { name } = connectionOfDraft(connectionId, draft, ports)
      const testId = testIdFor(connectionId, clock.now(), ids.random(6))
      await results.keepDraft(testId, sealDraft(connectionId, draft, ports.secrets), draftTtlMs)
      await queue.enqueue('erp-test', { connectionId, testId, draft: true }, `test of a draft · ${name}`)
      return { output: { testId }, target: testId, changes: { draft: true, provider: draft.provider, connectionMethod: draft.method } }
    },
  })

  /** Null while the test waits or works. */
  const outcome = async (testId: string) => {
    const result = await results.get(testId)
    if (result || (await queue.isPending('erp-test', testId))) return result
    const late = await results.get(testId) // it may have ended in between
    if (!late) throw new AppError('request.not-found', `Test ${testId} no longer exists`)
    return late
  }

  return {
    test: testing('erp_connection_tested', {}),
    /** Tests a connection whose ERP could not be worked with, before the time of the next probe. */
    reconnect: testing('erp_connection_reconnected', { reconnect: true }),
    /** Tests a connection before it is stored. The draft is kept sealed until then, and not in the job. */
    testDraft,
    /** As `testOutcome`, of a test of this connection. */
    async testResult(connectionId: string, testId: string) {
      if (connectionOfTest(testId) !== connectionId)
        throw new AppError('request.not-found', `Connection ${connectionId} has no test ${testId}`)
      return outcome(testId)
    },
    /** Null while the test waits or works. Throws `request.not-found` if there is no such test, or no longer. */
    testOutcome: outcome,
    /** What happens in a test, from its beginning to its end. */
    watchTest: (testId: string, signal: AbortSignal) => results.watch(testId, () => queue.isPending('erp-test', testId), signal),
    /** The result as soon as it is there; null if `signal` aborts first. */
    waitForTest: (testId: string, signal: AbortSignal) => results.wait(testId, signal),
  }
}
