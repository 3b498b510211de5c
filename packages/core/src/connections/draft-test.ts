import { z } from 'zod'
import { ConnectionMethod } from '../connector/connector.ts'
import { done, type JobResult } from '../jobs/contract.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import { examineConnection } from './check-connection.ts'
import { type Connection, ProviderName } from './connection.ts'
import { type ConnectionPorts, mustFindConnector } from './connection-commands.ts'
import { withoutNulls } from './credentials.ts'
import { progressOf, type TestPorts, untested } from './run-test.ts'
import { sealFields } from './seal-fields.ts'
import { sealingContext } from './sealing.ts'

const Fields = z.record(z.string(), z.unknown())

/** A connection that is to be tested before it is stored. */
export const ConnectionDraft = z
  .object({ provider: ProviderName, method: ConnectionMethod, credentials: Fields, settings: Fields.default({}) })
  .meta({ id: 'ERPConnectionDraft', description: 'A connection that is tested, and not stored.' })
export type ConnectionDraft = z.output<typeof ConnectionDraft>

/** A draft that no worker has taken by then is forgotten. */
export const draftTtlMs = 900_000

const contextOf = (connectionId: string): string => sealingContext(connectionId, 'draft')

export const sealDraft = (connectionId: string, draft: ConnectionDraft, box: SecretBox) =>
  box.seal(JSON.stringify(draft), contextOf(connectionId))

/** The connection that a draft would become, under an id that no connection has. Throws `request.invalid` as its creation would. */
export function connectionOfDraft(
  id: string,
  { provider, method, credentials, settings }: ConnectionDraft,
  { connectors, secrets, clock }: Pick<ConnectionPorts, 'connectors' | 'secrets'> & { readonly clock: Clock },
): Connection {
  const connector = mustFindConnector(connectors, { provider, connectionMethod: method, settings })
  const now = clock.now().toISOString()
  return {
    id,
    name: connector.title,
    provider,
    connectionMethod: method,
    status: 'testing',
    ...sealFields(connector, id, { credentials: withoutNulls(credentials), settings: withoutNulls(settings) }, null, secrets),
    createdAt: now,
    updatedAt: now,
    createdBy: '',
    revision: 1,
  }
}

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

  function opened(text: NonNullable<typeof sealed>): Connection | string {
    try {
      const plain: unknown = JSON.parse(ports.secrets.open(text, contextOf(connectionId)))
      return connectionOfDraft(connectionId, ConnectionDraft.parse(plain), ports)
    } catch (thrown) {
      return toAppError(thrown).message
    }
  }
}
