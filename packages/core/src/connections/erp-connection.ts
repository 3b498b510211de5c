import { z } from 'zod'
import { ConnectionMethod, providers } from '../connector/connector.ts'
import { type Connection, ConnectionHealth, ConnectionSettings, ConnectionStatus } from './connection.ts'

/** What a secret reads as. Sent back unchanged, it leaves the secret as it was. */
export const mask = '********'

/** A connection as the outside sees it: secrets masked. */
export const ERPConnection = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: z.enum(providers),
    connectionMethod: ConnectionMethod,
    status: ConnectionStatus,
    credentials: z.record(z.string(), z.unknown()).describe('Secrets read as "********"; sent back so, they are left as they were.'),
    settings: z.looseObject(ConnectionSettings.shape),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    createdBy: z.string(),
    lastTestedAt: z.iso.datetime().optional(),
    lastSyncAt: z.iso.datetime().optional(),
    health: ConnectionHealth.optional(),
  })
  .meta({ id: 'ERPConnection', description: 'A connection to one ERP.' })
export type ERPConnection = z.infer<typeof ERPConnection>

export const toERPConnection = ({ sealed, revision: _, ...connection }: Connection): ERPConnection => ({
  ...connection,
  credentials: { ...connection.credentials, ...Object.fromEntries(Object.keys(sealed).map((field) => [field, mask])) },
})
