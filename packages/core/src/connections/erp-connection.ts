import { z } from 'zod'
import { ConnectionMethod, providers } from '../connector/connector.ts'
import { type Connection, ConnectionSettings, ConnectionStatus } from './connection.ts'
import { ConnectionHealth, healthOf } from './health.ts'
import { mask } from './sealing.ts'
import { isSealedSetting, maskSettings } from './secret-settings.ts'

/** A connection as the API shows it: with its secrets masked. */
export const ERPConnection = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: z.enum(providers),
    connectionMethod: ConnectionMethod,
    status: ConnectionStatus,
    credentials: z.record(z.string(), z.unknown()).describe('Secrets are shown as "********". Sent back like that, they stay as they are.'),
    settings: z.looseObject(ConnectionSettings.shape),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    createdBy: z.string(),
    lastTestedAt: z.iso.datetime().optional(),
    lastSyncAt: z.iso.datetime().optional().describe('When a run succeeded last.'),
    health: ConnectionHealth,
  })
  .meta({ id: 'ERPConnection', description: 'A connection to one ERP.' })
export type ERPConnection = z.infer<typeof ERPConnection>

const secretCredentials = (sealed: Connection['sealed']): string[] => Object.keys(sealed).filter((name) => !isSealedSetting(name))

export function toERPConnection(stored: Connection): ERPConnection {
  const { sealed, revision: _, runs: __, circuit: ___, ...connection } = stored
  return {
    ...connection,
    credentials: { ...connection.credentials, ...Object.fromEntries(secretCredentials(sealed).map((field) => [field, mask])) },
    settings: maskSettings(connection.settings, sealed),
    health: healthOf(stored),
  }
}
