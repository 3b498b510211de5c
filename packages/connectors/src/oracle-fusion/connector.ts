import { defineConnector } from '@linkspan/core/connector'
import { invoiceSources } from './invoices.ts'
import { orderStatusSources } from './order-states.ts'
import { orderSources } from './orders.ts'
import { products } from './products.ts'
import { FusionCredentials, FusionSettings } from './settings.ts'
import { stockSources } from './stock.ts'
import { employeeSources } from './workers.ts'

/** Oracle Fusion Cloud (ERP, SCM and HCM) by its REST API. Oracle publishes no limits (docs/erp/oracle-fusion.md#limits). */
export const oracleFusion = defineConnector<FusionSettings, FusionCredentials>({
  id: 'oracle-fusion',
  title: 'Oracle Fusion Cloud',
  method: 'api',
  providers: ['Oracle'],
  product: 'fusion',
  settings: FusionSettings,
  credentials: FusionCredentials,
  signIn: [
    { kind: 'password', fields: ['username', 'password'] },
    { kind: 'client-credentials', fields: ['clientId', 'clientSecret', 'tokenUrl', 'scope'] },
    {
      kind: 'key-pair',
      fields: [
        'privateKey',
        'certificate',
        'certificateId',
        'issuer',
        'audience',
        'clientId',
        'clientSecret',
        'tokenUrl',
        'scope',
        'username',
      ],
    },
    { kind: 'token', fields: ['oauthToken'] },
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
    inventory: stockSources,
    orders: orderSources,
    order_status: orderStatusSources,
    employees: employeeSources,
    invoices: invoiceSources,
  },
  choices: { organizationCode: 'Organizations that items are of', businessUnitId: 'Business units of orders' },
  rateLimit: { max: 20, perMs: 1000, concurrency: 4 },
  placeOf: () => ({ kind: 'own', reason: 'Fusion is sent each field in the attribute of its own.' }),
  open: async (context) => (await import('./session.ts')).openFusionSession(context),
})
