import { z } from 'zod'
import { ConnectionMethod } from '../connector/connector.ts'
import type { Sealed, SecretBox } from '../kernel/secret-box.ts'
import { type Connection, ProviderName } from './connection.ts'
import { type ConnectionPorts, mustFindConnector } from './connection-commands.ts'
import { withoutNulls } from './credentials.ts'
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

/** The draft that was sealed. Throws `setup.key-missing` if it cannot be opened. */
export const openDraft = (connectionId: string, sealed: Sealed, secrets: SecretBox): ConnectionDraft =>
  ConnectionDraft.parse(JSON.parse(secrets.open(sealed, contextOf(connectionId))))

/** The connection that a draft would become, under an id that no connection has. Throws `request.invalid` as its creation would. */
export function connectionOfDraft(
  id: string,
  { provider, method, credentials, settings }: ConnectionDraft,
  { connectors, secrets, clock }: Pick<ConnectionPorts, 'connectors' | 'secrets' | 'clock'>,
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
