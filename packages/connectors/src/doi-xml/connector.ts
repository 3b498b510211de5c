import { defineConnector } from '@linkspan/core/connector'
import { DoiCredentials } from './credentials.ts'
import { doiFieldSources } from './field-sources.ts'
import { DoiSettings } from './settings.ts'
import { placeInMessage } from './target-place.ts'

/** Direct order integration: XML messages over HTTP, orders out, and what becomes of them in. */
export const doiXml = defineConnector({
  id: 'doi-xml',
  title: 'Direct order integration (XML)',
  method: 'doi',
  providers: 'all',
  settings: DoiSettings,
  credentials: DoiCredentials,
  capabilities: {
    orders: { push: true, pull: 'incremental' },
    order_status: { pull: 'incremental' },
    invoices: { pull: 'incremental' },
    products: { pull: 'full' },
    inventory: { pull: 'full' },
    employees: { pull: 'full' },
  },
  fieldSources: doiFieldSources,
  rateLimit: { max: 10, perMs: 1000 },
  placeOf: placeInMessage,
  open: async (context) => (await import('./session.ts')).openDoiSession(context),
  receive: async (request, context) => (await import('./receive.ts')).receiveDocument(request, context),
  admit: async (head, context) => (await import('./receive.ts')).admitSender(head, context),
})
