import { defineConnector } from '@linkspan/core/connector'
import { SfCredentials, SfSettings } from './settings.ts'
import { employeeSources } from './sources.ts'

/**
 * SAP SuccessFactors, by its OData V2 API. SAP advises against asking for changes much more often than hourly, and publishes no limit
 * (docs/erp/sap-successfactors.md#limits).
 */
export const sapSuccessFactors = defineConnector<SfSettings, SfCredentials>({
  id: 'sap-successfactors',
  title: 'SAP SuccessFactors',
  method: 'api',
  providers: ['SAP'],
  product: 'successfactors',
  settings: SfSettings,
  credentials: SfCredentials,
  signIn: [
    { kind: 'key-pair', fields: ['clientId', 'username', 'privateKey', 'privateKeyPassphrase', 'tokenUrl', 'scope'] },
    { kind: 'password', fields: ['username', 'password'] },
    { kind: 'client-credentials', fields: ['clientId', 'clientSecret', 'tokenUrl', 'scope'] },
    { kind: 'assertion', fields: ['clientId', 'samlAssertion', 'tokenUrl', 'scope'] },
    { kind: 'token', fields: ['oauthToken'] },
  ],
  capabilities: { employees: { pull: 'incremental' } },
  fieldSources: { employees: employeeSources },
  rateLimit: { max: 5, perMs: 1000, concurrency: 4 },
  open: async (context) => (await import('./session.ts')).openSfSession(context),
})
