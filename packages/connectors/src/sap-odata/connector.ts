import { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { defineConnector } from '@linkspan/core/connector'
import { sapFieldSources } from './field-sources.ts'
import { SapSettings } from './settings.ts'
import { placeInOrder } from './target-place.ts'

/**
 * SAP S/4HANA, cloud and on-premise, by its released OData services. SAP publishes no rate limit, and gateways in front of it answer
 * bursts with 429: 8 calls in a second, and 8 at once, are accepted everywhere (docs/erp/sap-s4hana.md#rate-limits).
 */
export const sapOData = defineConnector<SapSettings, ApiCredentials>({
  id: 'sap-odata',
  title: 'SAP S/4HANA (OData)',
  method: 'api',
  providers: ['SAP'],
  product: 's4hana',
  settings: SapSettings,
  credentials: ApiCredentials,
  signIn: [
    { kind: 'password', fields: ['username', 'password'] },
    { kind: 'client-credentials', fields: ['clientId', 'clientSecret', 'tokenUrl', 'scope'] },
    { kind: 'api-key', fields: ['apiKey', 'apiSecret'] },
    { kind: 'certificate', fields: ['clientCertificate', 'clientKey'] },
    { kind: 'token', fields: ['oauthToken'] },
  ],
  capabilities: {
    products: { pull: 'incremental' },
    inventory: { pull: 'full' },
    orders: { pull: 'incremental', push: true },
    order_status: { pull: 'incremental' },
    invoices: { pull: 'incremental' },
  },
  fieldSources: sapFieldSources,
  choices: {
    'salesOrder.organization': 'Sales organizations that have orders',
    'salesOrder.distributionChannel': 'Distribution channels that have orders',
    'salesOrder.division': 'Divisions that have orders',
    'salesOrder.type': 'Order types in use',
    plants: 'Plants that have stock',
  },
  rateLimit: { max: 8, perMs: 1000, concurrency: 8 },
  placeOf: placeInOrder,
  open: async (context) => (await import('./session.ts')).openSapSession(context),
})
