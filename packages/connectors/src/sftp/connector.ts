import { fileFieldSources } from '@linkspan/connector-kit/fields/file-sources'
import { defineConnector } from '@linkspan/core/connector'
import { SftpCredentials } from './connection/credentials.ts'
import { placeInFile } from './outbox/target-place.ts'
import { SftpSettings } from './settings.ts'

/** Files that any ERP writes to, and fetches from, a server of its own or of the customer's. */
export const sftp = defineConnector({
  id: 'sftp',
  title: 'Files over SFTP',
  method: 'sftp',
  providers: 'all',
  settings: SftpSettings,
  credentials: SftpCredentials,
  publicCredentials: ['pgpPartnerKey'],
  signIn: [
    { kind: 'key-pair', fields: ['sftpPrivateKey', 'sftpPassphrase'] },
    { kind: 'password', fields: ['sftpPassword'] },
  ],
  capabilities: {
    orders: { pull: 'incremental', push: true },
    products: { pull: 'incremental' },
    order_status: { pull: 'incremental' },
    inventory: { pull: 'incremental' },
    employees: { pull: 'incremental' },
    invoices: { pull: 'incremental' },
  },
  fieldSources: fileFieldSources,
  rateLimit: { max: 30, perMs: 60_000 },
  placeOf: placeInFile,
  open: async (context) => (await import('./session.ts')).openSftpSession(context),
})
