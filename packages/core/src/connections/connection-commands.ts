import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { ConnectionMethod, type Connector, type ConnectorChoice, type ConnectorRegistry } from '../connector/connector.ts'
import { whyNoConnector } from '../connector/registry.ts'
import { AppError } from '../kernel/errors.ts'
import { matchesEtag } from '../kernel/matches-etag.ts'
import { mergePatch } from '../kernel/merge-patch.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import { type Connection, type ConnectionRepository, ConnectionStatus, ProviderName } from './connection.ts'
import { withoutNulls } from './credentials.ts'
import { type ERPConnection, toERPConnection } from './erp-connection.ts'
import { sealFields } from './seal-fields.ts'
import { isSealedSetting, maskSettings } from './secret-settings.ts'

const Fields = z.record(z.string(), z.unknown())
const Name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters')

export const NewConnection = z
  .object({
    name: Name,
    provider: ProviderName,
    connectionMethod: ConnectionMethod,
    credentials: Fields,
    settings: Fields.default({}),
    status: ConnectionStatus.default('active'),
  })
  .meta({ id: 'NewERPConnection' })

export const ConnectionChange = z
  .object({
    name: Name,
    provider: ProviderName,
    connectionMethod: ConnectionMethod,
    credentials: Fields,
    settings: Fields,
    status: ConnectionStatus,
  })
  .partial()
  .meta({
    id: 'ERPConnectionChange',
    description:
      'A JSON merge patch (RFC 7396): objects are merged at every depth, null deletes a field, and lists are replaced. A masked secret stays as it is.',
  })

export type ConnectionChange = z.output<typeof ConnectionChange>

export interface ConnectionPorts {
  readonly connections: ConnectionRepository
  readonly connectors: ConnectorRegistry
  readonly secrets: SecretBox
  readonly clock: Clock
  readonly ids: Ids
}

/** A connection as the API shows it, with the ETag that guards its next change. */
export interface Versioned {
  readonly connection: ERPConnection
  readonly etag: string
}

export const toVersioned = (connection: Connection): Versioned => ({
  connection: toERPConnection(connection),
  etag: `"${connection.revision}"`,
})

/** Returns the connection. Throws `request.not-found` if there is none. */
export async function mustGetConnection(connections: ConnectionRepository, id: string): Promise<Connection> {
  const connection = await connections.get(id)
  if (!connection) throw new AppError('request.not-found', `There is no connection ${id}`)
  return connection
}

/** Returns the connector that serves such a connection. Throws `request.invalid` if none does, naming the products there are. */
export function mustFindConnector(connectors: ConnectorRegistry, connection: ConnectorChoice): Connector {
  const connector = connectors.find(connection)
  if (connector) return connector
  const { path, message } = whyNoConnector(connectors, connection)
  throw new AppError('request.invalid', message, { details: { issues: [{ path, message }] } })
}

export function connectionCommands(command: ReturnType<typeof createCommands>, ports: ConnectionPorts) {
  const { connections, connectors, secrets: box, clock, ids } = ports

  const create = command({
    action: 'erp_connection_created_enhanced',
    role: 'admin',
    input: NewConnection,
    async run({ credentials, settings, ...input }, caller) {
      const connector = mustFindConnector(connectors, { ...input, settings })
      const id = `erp_${ids.random(16)}`
      const now = clock.now().toISOString()
      const connection: Connection = {
        id,
        ...input,
        ...sealFields(connector, id, { credentials: withoutNulls(credentials), settings: withoutNulls(settings) }, null, box),
        createdAt: now,
        updatedAt: now,
        createdBy: caller.id,
        revision: 1,
      }
      await connections.create(connection)
      return { output: toVersioned(connection), target: id, changes: { name: input.name, provider: input.provider } }
    },
  })

  const update = command({
    action: 'erp_connection_updated',
    role: 'admin',
    input: z.object({ id: z.string(), change: ConnectionChange, ifMatch: z.string().optional() }),
    async run({ id, change, ifMatch }) {
      const [before, after] = await (ifMatch === undefined ? unlessCrowded(() => changeOnce(id, change)) : changeOnce(id, change, ifMatch))
      return { output: toVersioned(after), target: id, changes: changedFields(before, after) }
    },
  })

  const changeOnce = async (id: string, change: ConnectionChange, ifMatch?: string): Promise<[Connection, Connection]> => {
    const before = await mustGetConnection(connections, id)
    // What workers find out about a connection is no change that another one could overwrite.
    if (ifMatch !== undefined && !matchesEtag(ifMatch, before.revision)) {
      throw new AppError('request.stale', `Connection ${id} was changed by someone else; its ETag is now ${toVersioned(before).etag}`)
    }
    const { credentials = {}, settings = {}, ...plain } = change
    const shape = { provider: before.provider, connectionMethod: before.connectionMethod, ...definedOnly(plain) }
    const allSettings = mergePatch(maskSettings(before.settings, before.sealed), settings) as Record<string, unknown>
    const connector = mustFindConnector(connectors, { ...shape, settings: allSettings })
    const allCredentials = mergePatch(toERPConnection(before).credentials, credentials) as Record<string, unknown>
    const wanted: Connection = {
      ...before,
      ...definedOnly(plain),
      ...sealFields(connector, id, { credentials: allCredentials, settings: allSettings }, before, box),
      updatedAt: clock.now().toISOString(),
    }
    return [before, await connections.update(wanted, before, { closesCircuit: mayMendConnection(changedFields(before, wanted)) })]
  }

  /** Makes a secret for the events of an ERP, in place of the one before. Only this answer shows it. */
  const makeWebhookSecret = command({
    action: 'erp_connection_updated',
    role: 'admin',
    input: z.object({ id: z.string() }),
    async run({ id }) {
      const webhookSecret = `whsec_${ids.random(32)}` // 32 characters of base64: 24 bytes
      const [before, after] = await unlessCrowded(() => changeOnce(id, { credentials: { webhookSecret } }))
      return { output: { webhookSecret }, target: id, changes: changedFields(before, after) }
    },
  })

  return { create, update, makeWebhookSecret }
}

const maxTries = 20

/**
 * A caller who sends no ETag changes single fields, whatever the others are. So if another writer was faster, the change is made again on
 * top. Throws `request.conflict` if that happens too often.
 */
async function unlessCrowded<Result>(change: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await change()
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'request.stale') throw thrown
      if (tries === maxTries)
        throw new AppError('request.conflict', 'Too many callers are changing this connection at the same time', { cause: thrown })
    }
  }
}

/** Whether a change may be what the ERP has failed for. What comes from the ERP, and what people call the connection, is not. */
const mayMendConnection = (changes: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(changes).some((field) => !['name', 'credentials.webhookSecret', 'settings.webhook'].includes(field))

const definedOnly = <Value extends object>(value: Value) =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [Key in keyof Value]: Exclude<Value[Key], undefined>
  }

/** For the audit trail: the new value of each field that differs; of a secret only "changed". */
function changedFields(before: Connection, after: Connection): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  const compare = (prefix: string, old: Readonly<Record<string, unknown>>, current: Readonly<Record<string, unknown>>, show: boolean) => {
    for (const field of new Set([...Object.keys(old), ...Object.keys(current)])) {
      if (JSON.stringify(old[field]) !== JSON.stringify(current[field]))
        changes[isSealedSetting(field) ? field : `${prefix}${field}`] = show ? (current[field] ?? null) : 'changed'
    }
  }
  const plain = ({ name, provider, connectionMethod, status }: Connection) => ({ name, provider, connectionMethod, status })
  compare('', plain(before), plain(after), true)
  compare('credentials.', before.credentials, after.credentials, true)
  compare('credentials.', before.sealed, after.sealed, false)
  compare('settings.', before.settings, after.settings, true)
  return changes
}
