import { type ERPConnection, ok, type paths } from '@linkspan/client'
import type { RestErp, SapOData } from '@linkspan/simulators'
import type { Stack } from '../stack/stack.ts'

/** What an administrator of the platform configures over HTTP, for three kinds of clients. */

const sites = (client: string, count: number) => Array.from({ length: count }, (_, at) => `${client}-site-${at + 1}`)

type NewConfig = paths['/erp/sync-configs']['post']['requestBody']['content']['application/json']
type NewAssignment = paths['/clients/{clientId}/erp-assignments']['post']['requestBody']['content']['application/json']

const configure = ({ api }: Stack, connection: ERPConnection, dataType: NewConfig['dataType'], more: Partial<NewConfig>) =>
  ok(api.POST('/erp/sync-configs', { body: { erpConnectionId: connection.id, dataType, ...more } }))

const assignClient = ({ api }: Stack, clientId: string, connection: ERPConnection, more: Partial<NewAssignment> = {}) =>
  ok(api.POST('/clients/{clientId}/erp-assignments', { params: { path: { clientId } }, body: { erpConnectionId: connection.id, ...more } }))

/** One ERP for five sites that inherit it. Products are synced at night, orders on demand. */
export async function oneErpForAllSites(stack: Stack, erp: SapOData) {
  const client = 'northwind'
  const connection = await stack.connect({
    name: 'Northwind SAP',
    provider: 'SAP',
    credentials: { apiUrl: erp.url, username: erp.user, password: erp.password },
    settings: { enabledDataTypes: ['products', 'orders'], timezone: 'Europe/Berlin', batchSize: 50 },
  })
  await assignClient(stack, client, connection, { catalogId: 'northwind-gifts' })
  return {
    client,
    sites: sites(client, 5),
    connection,
    products: await configure(stack, connection, 'products', { schedule: '30 2 * * *' }),
    orders: await configure(stack, connection, 'orders', { settings: { autoSync: false, syncOnDemand: true } }),
  }
}

/** One ERP per region: four of ten sites override the client's ERP. Catalogues and schedules differ by region. */
export async function twoErpsByRegion(stack: Stack, europe: RestErp, america: RestErp) {
  const client = 'globex'
  const all = sites(client, 10)
  const connect = (name: string, erp: RestErp, timezone: string) =>
    stack.connect({
      name,
      credentials: { apiUrl: erp.url },
      settings: { enabledDataTypes: ['products', 'inventory'], timezone, batchSize: 50 },
    })
  const [eu, us] = [await connect('Globex Europe', europe, 'Europe/Berlin'), await connect('Globex America', america, 'America/New_York')]
  await assignClient(stack, client, eu, { catalogId: 'globex-eu' })
  await assignClient(stack, client, us, { catalogId: 'globex-us' })
  const overriding = all.slice(6)
  for (const site of overriding) {
    await ok(
      stack.api.POST('/sites/{siteId}/erp-assignments', {
        params: { path: { siteId: site } },
        body: { clientId: client, erpConnectionId: us.id, overridesClient: true, catalogId: 'globex-us' },
      }),
    )
  }
  return {
    client,
    inheriting: all.slice(0, 6),
    overriding,
    eu,
    us,
    configs: [
      await configure(stack, eu, 'products', { schedule: '0 3 * * *' }),
      await configure(stack, eu, 'inventory', { settings: { syncInterval: 360 } }),
      await configure(stack, us, 'products', { schedule: '0 1 * * 1-5' }),
      await configure(stack, us, 'inventory', { schedule: '15 */4 * * *', timezone: 'UTC' }),
    ],
  }
}

/** Products and stock at two in the morning, by the connection's own schedule. Nothing is ever pushed. */
export async function pulledAtTwoOnly(stack: Stack, erp: RestErp) {
  const client = 'initech'
  const connection = await stack.connect({
    name: 'Initech',
    credentials: { apiUrl: erp.url },
    settings: { enabledDataTypes: ['products', 'inventory'], syncSchedule: '0 2 * * *', timezone: 'UTC', batchSize: 50 },
  })
  await assignClient(stack, client, connection, { settings: { syncOrders: false, syncEmployees: false, syncInvoices: false } })
  return { client, site: `${client}-site-1`, connection }
}
