import { done, type JobResult } from '../jobs/contract.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Sealed } from '../kernel/secret-box.ts'
import { examineConnection } from './check-connection.ts'
import type { Connection } from './connection.ts'
import { connectionOfDraft, openDraft } from './connection-draft.ts'
import { progressOf, type TestPorts, untested } from './run-test.ts'

/** Executes the job of a draft's test: as a stored connection is tested, but nothing is kept except the result. */
export async function runDraftTest(
  { connectionId, testId }: { readonly connectionId: string; readonly testId: string },
  ports: TestPorts,
  signal: AbortSignal,
): Promise<JobResult> {
  if (await ports.tests.get(testId)) return done
  const sealed = await ports.tests.draftOf(testId)
  const draft = sealed === null ? 'The draft is no longer kept. Start the test again' : opened(sealed)
  if (typeof draft === 'string') {
    await ports.tests.save(testId, untested(draft))
    return done
  }
  const { result } = await examineConnection(draft, ports, signal, { progress: progressOf(testId, ports) })
  if (signal.aborted) return { kind: 'snooze', delayMs: 0, reason: toAppError(signal.reason).message }
  await ports.tests.save(testId, result)
  return done

  function opened(text: Sealed): Connection | string {
    try {
      return connectionOfDraft(connectionId, openDraft(connectionId, text, ports.secrets), ports)
    } catch (thrown) {
      return toAppError(thrown).message
    }
  }
}
