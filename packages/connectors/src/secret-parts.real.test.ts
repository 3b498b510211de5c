import { logCapture, openFor } from '@linkspan/connector-kit/testing/open-context'
import { serve } from '@linkspan/connector-kit/testing/serve'
import { secretFields } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { createConnectorRegistry } from './registry.ts'

const secrets = { secretHeaders: { 'X-Gateway-Key': 'header-secret-1' }, secretQuery: { sig: 'query secret+1' } }

/** Enough for each connector over HTTP to call its ERP. */
const credentialsAt = (origin: string) =>
  ({
    rest: { apiUrl: origin },
    'sap-odata': { apiUrl: origin, username: 'u', password: 'p-1234' },
    'sap-successfactors': { apiUrl: origin, companyId: 'c', username: 'u', password: 'p-1234' },
    'dynamics-bc': { apiUrl: origin, username: 'u', password: 'p-1234' },
    'oracle-fusion': { apiUrl: origin, username: 'u', password: 'p-1234' },
    'dynamics-fo': { apiUrl: origin, oauthToken: 't-1234' },
    netsuite: { apiUrl: origin, accountId: '1', consumerKey: 'c', consumerSecret: 's-1234', tokenId: 't', tokenSecret: 's-5678' },
    'doi-xml': { doiEndpoint: `${origin}/doi`, doiUsername: 'u', doiPassword: 'p-1234', doiSharedSecret: 's-1234' },
  }) as Readonly<Record<string, Readonly<Record<string, unknown>>>>

const overHttp = createConnectorRegistry().all.filter(({ method }) => method !== 'sftp')

test.each(overHttp.map((connector) => [connector.id, connector] as const))(
  '%s sends the secret headers and query parameters of its settings with every call, and logs neither',
  async (id, connector) => {
    expect(secretFields(connector.settings)).toEqual(['secretHeaders', 'secretQuery'])
    await using erp = await serve(() => ({ body: '[]' }))
    const { lines, logger } = logCapture()
    await using session = await openFor(connector, { settings: secrets, credentials: credentialsAt(erp.origin)[id] ?? {} }, { logger })
    for (const check of session.checks()) await check.run().catch(() => {})
    expect(erp.received.length).toBeGreaterThan(0)
    for (const { url, headers } of erp.received)
      expect([headers['x-gateway-key'], url.searchParams.getAll('sig')]).toEqual(['header-secret-1', ['query secret+1']])
    expect(lines.join()).not.toMatch(/header-secret-1|query(?: |%20|\+)secret/)
  },
)
