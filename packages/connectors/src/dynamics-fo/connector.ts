import { defineConnector } from '@linkspan/core/connector'
import { employees } from './employees.ts'
import { invoiceSources } from './invoices.ts'
import { orderStatusSources } from './order-states.ts'
import { orderSources } from './orders.ts'
import { products } from './products.ts'
import { FoCredentials, FoSettings } from './settings.ts'
import { stock } from './stock.ts'

/**
 * Dynamics 365 Finance and Operations by its OData entities. A user may make 6,000 calls in five minutes
 * (docs/erp/dynamics-finance-operations.md#limits).
 */
export const dynamicsFo = defineConnector<FoSettings, FoCredentials>({
  id: 'dynamics-fo',
  title: 'Dynamics 365 Finance and Operations',
  method: 'api',
  providers: ['Dynamics'],
  product: 'finance-operations',
  settings: FoSettings,
  credentials: FoCredentials,
  signIn: [
    { kind: 'client-credentials', fields: ['tenantId', 'clientId', 'clientSecret', 'tokenUrl', 'scope'] },
    { kind: 'token', fields: ['oauthToken'] },
  ],
  capabilities: {
    products: { pull: 'full' },
    inventory: { pull: 'full' },
    orders: { pull: 'incremental', push: true },
    order_status: { pull: 'incremental' },
    employees: { pull: 'full' },
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
  choices: { legalEntity: 'Legal entities of the environment', warehouse: 'Warehouses of the legal entity' },
  rateLimit: { max: 100, perMs: 5000, concurrency: 8 },
  placeOf: () => ({ kind: 'own', reason: 'Finance and Operations is sent each field in the property of its own.' }),
  open: async (context) => (await import('./session.ts')).openFoSession(context),
})
