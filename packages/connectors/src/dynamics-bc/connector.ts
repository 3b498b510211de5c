import { defineConnector } from '@linkspan/core/connector'
import { employees } from './employees.ts'
import { invoiceSources } from './invoices.ts'
import { orderStatusSources } from './order-states.ts'
import { orderSources } from './orders.ts'
import { products } from './products.ts'
import { BcCredentials, BcSettings } from './settings.ts'
import { stock } from './stock.ts'

/**
 * Dynamics 365 Business Central, in the cloud and on premises, by its API v2.0. A user may make 6,000 calls in five minutes and five at once
 * (docs/erp/dynamics-business-central.md#limits).
 */
export const dynamicsBc = defineConnector<BcSettings, BcCredentials>({
  id: 'dynamics-bc',
  title: 'Dynamics 365 Business Central',
  method: 'api',
  providers: ['Dynamics'],
  product: 'business-central',
  settings: BcSettings,
  credentials: BcCredentials,
  signIn: [
    { kind: 'client-credentials', fields: ['tenantId', 'clientId', 'clientSecret', 'tokenUrl', 'scope'] },
    { kind: 'password', fields: ['username', 'password'] },
    { kind: 'token', fields: ['oauthToken'] },
  ],
  capabilities: {
    products: { pull: 'incremental' },
    inventory: { pull: 'incremental' },
    orders: { pull: 'incremental', push: true },
    order_status: { pull: 'incremental' },
    employees: { pull: 'incremental' },
    invoices: { pull: 'incremental' },
  },
  fieldSources: {
    products: products.sources(),
    inventory: stock.sources(),
    orders: orderSources,
    order_status: orderStatusSources,
    employees: employees.sources(),
    invoices: invoiceSources,
  },
  choices: { company: 'Companies of the environment' },
  rateLimit: { max: 100, perMs: 5000, concurrency: 4 },
  placeOf: () => ({ kind: 'own', reason: 'Business Central is sent each field in the property of its own.' }),
  open: async (context) => (await import('./session.ts')).openBcSession(context),
})
