import type { ERPConflict, ERPSyncLog } from '@linkspan/core'
import { type RestErp, startRestErp } from '@linkspan/simulators'
import type { Client } from '../sandbox/client.ts'
import { replaceConnection } from '../sandbox/replace-connection.ts'
import { sync } from '../sandbox/sync.ts'
import { green, say } from '../sandbox/terminal.ts'

const key = 'garden-erp-key'

/**
 * Leaves what waits for people, so that the admin pages have something to show: rejected rows, a conflict, a run that failed and a stream
 * that is late. The ERP goes on until it is disposed. Throws if any of it did not come about.
 */
export async function showTroubles(client: Client): Promise<RestErp> {
  const erp = await startRestErp({
    dataset: { products: 120, orders: 12 },
    auth: { kind: 'api-key', in: 'header', name: 'X-API-Key', key },
  })
  const { id } = await replaceConnection(client, {
    name: 'Garden supplies',
    provider: 'Custom',
    connectionMethod: 'api',
    credentials: { apiUrl: erp.url, apiKey: key },
    settings: { retryAttempts: 0, enabledDataTypes: ['products', 'inventory', 'orders'], freshness: { inventory: 0.02 } },
  } as Parameters<typeof replaceConnection>[1])
  await client.call('POST', '/clients/acme/erp-assignments', { erpConnectionId: id })
  await client.call('POST', '/erp/sync-configs', {
    erpConnectionId: id,
    dataType: 'products',
    direction: 'bidirectional',
    settings: { conflictResolution: 'manual' },
  })
  for (const dataType of ['inventory', 'orders', 'products'] as const) await sync(client, id, dataType)

  await changeOnBothSides(client, id, erp)
  erp.faults.add({ kind: 'invalid-records', path: '/products', records: 3 })
  await sync(client, id, 'products', { direction: 'bidirectional', mode: 'full' })
  const conflicts = await client.call<ERPConflict[]>('GET', `/erp/connections/${id}/conflicts`)
  if (conflicts.length === 0) throw new Error('Both sides have changed a product, and there is no conflict')
  say(`${green('✓')} ${conflicts.length} conflict waits for a decision, and rejected rows for somebody who mends them`)

  erp.faults.add({ kind: 'forbidden', path: '/inventory', times: 'always' })
  const failed = await client.call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType: 'inventory' }, { prefer: 'wait=30' })
  if (failed.status !== 'error') throw new Error(`A sync of inventory that the ERP forbids ended with "${failed.status}"`)
  say(`${green('✓')} inventory is forbidden by the ERP: the run has failed, and its data become late`)
  return erp
}

/** Our system and the ERP change the same field of one product. */
async function changeOnBothSides(client: Client, id: string, erp: RestErp): Promise<void> {
  const [product] = [...erp.dataset.products]
  if (!product) throw new Error('The ERP has no products')
  await client.call('POST', `/erp/connections/${id}/records/products`, { id: product.id, name: 'Watering can, 10 l', brand: 'Own brand' })
  erp.change('products', product.id, { name: 'Watering can, 10 litres, green' })
}
