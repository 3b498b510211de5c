import type { ERPConnection, ERPConnectionTestResult, ERPRecord, ERPSyncStatistics } from '@linkspan/core'
import type { Client } from '../sandbox/client.ts'
import { showTest } from '../sandbox/show-test.ts'
import { sync } from '../sandbox/sync.ts'
import { bold, say, step, table } from '../sandbox/terminal.ts'

const name = 'SAP Production'

/** What a user does, over HTTP only: creates a connection, tests it, syncs it, and looks at the records. */
export async function showSap(
  client: Client,
  erp: { readonly url: string; readonly user: string; readonly password: string },
): Promise<void> {
  const { id } = await step(`Connection "${name}"`, () => connect(client, erp))
  showTest(await step('Connection test', () => client.call<ERPConnectionTestResult>('POST', `/erp/connections/${id}/test`)))

  for (const dataType of ['products', 'inventory'] as const) await sync(client, id, dataType)

  const products = await client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/products?limit=8`)
  say(bold('\nSome of the products'))
  table(
    ['SKU', 'name', 'category', 'weight', 'active', 'changed in the ERP'],
    products.map(({ data }) =>
      [data.sku, data.name, data.category, [data.weight, data.weightUnit].filter(Boolean).join(' '), data.active, data.sourceUpdatedAt].map(
        (value) => String(value ?? ''),
      ),
    ),
  )
  const statistics = await client.call<ERPSyncStatistics>('GET', `/erp/connections/${id}/statistics`)
  say(
    `${statistics.totalSyncs} syncs so far, ${statistics.successfulSyncs} successful, ${statistics.totalRecordsProcessed} records in total.`,
  )
}

async function connect(client: Client, { url, user, password }: Parameters<typeof showSap>[1]): Promise<ERPConnection> {
  const known = await client.call<ERPConnection[]>('GET', '/erp/connections?provider=SAP')
  const credentials = { apiUrl: url, username: user, password }
  const before = known.find((connection) => connection.name === name)
  if (before) return client.call('PATCH', `/erp/connections/${before.id}`, { credentials, status: 'active' })
  return client.call('POST', '/erp/connections', {
    name,
    provider: 'SAP',
    connectionMethod: 'api',
    credentials,
    settings: { enabledDataTypes: ['orders', 'products', 'inventory'], batchSize: 250 },
  })
}
