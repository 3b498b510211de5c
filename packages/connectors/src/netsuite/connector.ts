import { defineConnector } from '@linkspan/core/connector'
import { employees } from './employees.ts'
import { invoiceSources } from './invoices.ts'
import { orderStatusSources } from './order-status.ts'
import { orderSources } from './orders.ts'
import { products } from './products.ts'
import { NetSuiteCredentials, NetSuiteSettings } from './settings.ts'
import { stock } from './stock.ts'

/** NetSuite, read by SuiteQL and written to by the record API. An account bears few calls at once, of all its integrations together. */
export const netSuite = defineConnector<NetSuiteSettings, NetSuiteCredentials>({
  id: 'netsuite',
  title: 'NetSuite',
  method: 'api',
  providers: ['NetSuite'],
  settings: NetSuiteSettings,
  credentials: NetSuiteCredentials,
  publicCredentials: ['consumerKey'],
  signIn: [
    { kind: 'key-pair', fields: ['clientId', 'certificateId', 'privateKey', 'tokenUrl'] },
    { kind: 'token-pairs', fields: ['consumerKey', 'consumerSecret', 'tokenId', 'tokenSecret'] },
  ],
  capabilities: {
    products: { pull: 'incremental' },
    inventory: { pull: 'full' },
    orders: { pull: 'incremental', push: true },
    order_status: { pull: 'incremental' },
    employees: { pull: 'incremental' },
    invoices: { pull: 'incremental' },
  },
  fieldSources: {
    products: products.sources(),
    inventory: [...stock.sources(), { field: 'asOf', sources: [], note: 'when it was read' }],
    orders: orderSources,
    order_status: orderStatusSources,
    employees: employees.sources(),
    invoices: invoiceSources,
  },
  choices: { subsidiary: 'Subsidiaries that the role may see', location: 'Locations of new orders' },
  rateLimit: { max: 100, perMs: 1000, concurrency: 2 },
  placeOf: () => ({ kind: 'own', reason: 'NetSuite is sent each field in the field of its own.' }),
  open: async (context) => (await import('./session.ts')).openNetSuiteSession(context),
})
