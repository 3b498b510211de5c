import { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { rowFieldSources } from '@linkspan/connector-kit/fields/row-sources'
import { defineConnector } from '@linkspan/core/connector'
import { RestSettings } from './settings.ts'

/** Any ERP with a JSON API over HTTP: by convention if it follows one, by settings if not. */
export const rest = defineConnector({
  id: 'rest',
  title: 'REST API (JSON)',
  method: 'api',
  providers: ['Custom'],
  product: 'rest',
  settings: RestSettings,
  credentials: ApiCredentials,
  signIn: [
    { kind: 'api-key', fields: ['apiKey', 'apiSecret'] },
    { kind: 'password', fields: ['username', 'password'] },
    { kind: 'token', fields: ['oauthToken'] },
    { kind: 'client-credentials', fields: ['clientId', 'clientSecret', 'tokenUrl', 'scope'] },
    { kind: 'certificate', fields: ['clientCertificate', 'clientKey'] },
  ],
  capabilities: {
    orders: { pull: 'incremental', push: true },
    products: { pull: 'incremental', push: true },
    order_status: { pull: 'incremental', push: true },
    inventory: { pull: 'incremental', push: true },
    employees: { pull: 'incremental', push: true },
    invoices: { pull: 'incremental', push: true },
  },
  fieldSources: rowFieldSources,
  rateLimit: { max: 100, perMs: 1000 },
  open: async (context) => (await import('./session.ts')).openRestSession(context),
})
