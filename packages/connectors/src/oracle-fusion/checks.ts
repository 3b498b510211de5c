import { clockCheck, endpointChecks } from '@linkspan/connector-kit/http/check-endpoint'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { AppError, type CheckStep, type DataTypeId, type OpenContext, toAppError } from '@linkspan/core/connector'
import { ofOrders } from './business-units.ts'
import { receivables } from './invoices.ts'
import { salesOrders } from './orders.ts'
import { type Organizations, offer } from './organizations.ts'
import type { Reader, Reading } from './reader.ts'
import type { FusionCredentials, FusionSettings } from './settings.ts'
import { workers } from './workers.ts'

export interface CheckContext {
  readonly context: OpenContext<FusionSettings, FusionCredentials>
  readonly http: Pick<ErpHttp, 'lastServerTime'>
  readonly reader: Reader
  readonly organizations: Organizations
}

const one = { limit: 1, offset: 0 } as const
const sample = ({ api, resource }: Reading, field: string): Reading => ({ api, resource, fields: [field], onlyData: true })

/** A resource that a user needs for a data type, read to see whether the credentials are accepted. */
const probes: Readonly<Record<DataTypeId, Reading>> = {
  products: sample({ api: 'fscmRestApi', resource: 'itemsV2' }, 'ItemNumber'),
  inventory: sample({ api: 'fscmRestApi', resource: 'itemsV2' }, 'ItemNumber'),
  orders: sample(salesOrders, 'OrderNumber'),
  order_status: sample(salesOrders, 'OrderNumber'),
  employees: sample(workers, 'PersonNumber'),
  invoices: sample(receivables, 'TransactionNumber'),
}

/** Answers that only a user gets who is signed in. */
const isSignedIn = (code: string): boolean => code === 'setup.permission-missing' || code === 'setup.request-refused'

/** What a connection test goes through before it reads each data type. */
export function fusionChecks({ context, http, reader, organizations }: CheckContext): readonly CheckStep[] {
  const { credentials, enabledDataTypes, clock } = context
  const isEnabled = (...dataTypes: readonly DataTypeId[]) => dataTypes.some((each) => enabledDataTypes.includes(each))
  return [
    ...endpointChecks({ ...context, url: new URL(credentials.apiUrl) }),
    { name: 'Authentication', essential: true, run: () => checkLogin(reader, probes[enabledDataTypes[0] ?? 'orders']) },
    ...(isEnabled('products', 'inventory')
      ? [{ name: 'Organization', essential: false, run: () => checkOrganization(organizations, context.settings) }]
      : []),
    ...(isEnabled('orders') ? [{ name: 'Business unit', essential: false, run: () => checkBusinessUnit(reader, context.settings) }] : []),
    clockCheck(clock, http.lastServerTime),
  ]
}

async function checkLogin(reader: Reader, probe: Reading): Promise<string> {
  try {
    await reader.page(probe, one)
    return `Fusion accepts the credentials and shows ${probe.resource}`
  } catch (thrown) {
    const { code, message, details } = toAppError(thrown)
    const isFromApi = typeof details.path === 'string' && details.path.endsWith(`/${probe.resource}`) // and not from the token server
    if (isFromApi && isSignedIn(code)) return `Fusion accepts the credentials, but not the call for ${probe.resource}: ${message}`
    throw thrown
  }
}

async function checkOrganization(
  organizations: Organizations,
  { organizationCode, inventoryOrganizations = [] }: FusionSettings,
): Promise<string> {
  const codes = await organizations.seen()
  const wanted = organizationCode ?? (await organizations.master())
  if (codes.includes(wanted)) return `Items of the organization "${wanted}" are there. ${offer(codes)}`
  throw new AppError(
    'setup.settings-invalid',
    `No item of the organization "${wanted}" was seen. ${offer(codes)}. Set settings.organizationCode to the item master organization`,
    { details: { organizations: codes, inventoryOrganizations } },
  )
}

/** Which business units and source systems orders have: what is missing in the settings is offered. */
async function checkBusinessUnit(reader: Reader, { sourceSystem, businessUnitId, businessUnitName }: FusionSettings): Promise<string> {
  const { units, systems } = await ofOrders(reader)
  const named = units.map(({ id = 'no id', name = '' }) => `"${name}" (${id})`).sort()
  const seen =
    units.length === 0
      ? 'There are no orders to see any from'
      : `Orders have the business units ${named.join(', ')} and the source systems ${systems.map((each) => `"${each}"`).join(', ')}`
  const missing = [
    ...(sourceSystem === undefined ? ['settings.sourceSystem'] : []),
    ...(businessUnitId === undefined && businessUnitName === undefined ? ['settings.businessUnitId'] : []),
  ]
  return missing.length === 0 ? seen : `${seen}. To write orders, set ${missing.join(' and ')}`
}
