import type { ConnectorFixture, ErpOptions, SentMessage } from '@linkspan/connector-kit/testing/connector-fixture'
import { type HttpFixture, startHttpFixture } from '@linkspan/connector-kit/testing/http-fixture'
import { createInbox, createState } from '@linkspan/connector-kit/testing/open-context'
import { wantedLater } from '@linkspan/connector-kit/testing/sample-order'
import type { DataTypeId } from '@linkspan/core/connector'
import { type FinanceOperations, type FoEntity, type FoStore, startFinanceOperations } from '@linkspan/simulators'
import { sampleOrder } from './sample-order.ts'

const sets: Readonly<Record<DataTypeId, keyof FoStore>> = {
  products: 'ReleasedProductsV2',
  inventory: 'WarehousesOnHandV2',
  orders: 'SalesOrderHeadersV2',
  order_status: 'SalesOrderHeadersV2',
  employees: 'Workers',
  invoices: 'SalesInvoiceHeadersV2',
}

/** The entities of the legal entity, and those that belong to none. */
const shown = ({ store }: FinanceOperations, set: keyof FoStore): readonly FoEntity[] =>
  store[set].sorted('id').filter(({ fields }) => (fields.dataAreaId ?? 'usmf') === 'usmf')

const twoDaysBefore = (time: string): string => `${new Date(Date.parse(time) - 2 * 86_400_000).toISOString().slice(0, 10)}T00:00:00.000Z`

/** The ids of what a delta brings: of orders the new ones, those that are open, and those of new invoices. */
function changedSince(erp: FinanceOperations, dataType: DataTypeId, time: string): readonly string[] {
  const from = Date.parse(twoDaysBefore(time))
  const isSince = (value: unknown) => Date.parse(String(value)) >= from
  const invoices = shown(erp, 'SalesInvoiceHeadersV2').filter(({ fields }) => isSince(fields.InvoiceDate))
  if (dataType === 'invoices') return invoices.map(({ id }) => id)
  const invoiced = new Set(invoices.map(({ fields }) => fields.SalesOrderNumber))
  const isChanged = ({ fields }: FoEntity) =>
    isSince(fields.OrderCreationDateTime) ||
    ['Backorder', 'Delivered'].includes(String(fields.SalesOrderStatus)) ||
    invoiced.has(fields.SalesOrderNumber)
  return shown(erp, sets[dataType])
    .filter(isChanged)
    .map(({ id }) => id)
}

/** The header and each line as JSON, as a preview shows them: lines whose header has no number yet name none. */
function lastSent({ erp, url }: { readonly erp: FinanceOperations; readonly url: string }, numbers: 'automatic' | 'manual'): SentMessage {
  const writes = erp.requests.filter(({ method, path }) => method !== 'GET' && path.startsWith('/data/'))
  const last = writes.at(-1)
  if (!last) throw new Error('The ERP was sent nothing')
  const target = (path: string) => `${url}${path}`
  if (!last.path.endsWith('/$batch')) return { method: last.method, target: target(last.target), body: last.body }
  const bodies = last.body.split('\r\n').filter((line) => line.startsWith('{'))
  if (numbers === 'manual')
    return { method: 'POST', target: target('/data/SalesOrderHeadersV2?cross-company=true'), body: bodies.join('\n') }
  const header = writes.at(-2)
  const lines = bodies.map((body) => body.replace(/"SalesOrderNumber":"[^"]*",/, ''))
  return { method: 'POST', target: target(header?.target ?? ''), body: [header?.body, ...lines].join('\n') }
}

/** An environment whose faults meet the entity set of one data type. */
export const startFoFixture =
  (numbers: 'automatic' | 'manual' = 'automatic') =>
  async (dataType: DataTypeId, { records, tieSize, announcesEmptyPage }: ErpOptions): Promise<ConnectorFixture & HttpFixture> => {
    const isOrder = dataType === 'orders' || dataType === 'order_status'
    const erp = await startFinanceOperations({
      dataset: {
        products: dataType === 'products' || dataType === 'inventory' ? records : 10,
        inventoryPerProduct: dataType === 'inventory' ? 1 : 0,
        orders: isOrder ? records : 0,
        invoices: dataType === 'invoices' ? records : isOrder ? 4 : 0,
        employees: dataType === 'employees' ? records : 0,
        tieSize,
        bulkShare: 0,
      },
      announcesAfterFullPage: announcesEmptyPage,
      pageSize: 7,
      hasManualNumbers: numbers === 'manual',
    })
    const set = sets[dataType]
    const http = await startHttpFixture(erp, isOrder ? /^\/data\/(SalesOrderHeadersV2|\$batch)/ : new RegExp(`^/data/${set}`))
    const { tenantId, clientId, clientSecret } = erp
    const scope = 'https://contoso.operations.dynamics.com/.default'
    const credentials = { apiUrl: http.url, tokenUrl: `${http.url}/${tenantId}/oauth2/v2.0/token`, tenantId, clientId, clientSecret, scope }
    const wrong = { clientSecret: 'Wrong~secret.9' }
    const settings = { legalEntity: 'usmf', orderWindowDays: 0, orderNumbers: numbers, enabledDataTypes: [dataType] }
    const times = shown(erp, set)
      .map(({ fields }) => String(fields.OrderCreationDateTime ?? fields.InvoiceDate))
      .sort()
    const order = (reference: string) => sampleOrder(reference, { sku: String(shown(erp, 'ReleasedProductsV2')[0]?.fields.ItemNumber) })
    const numberOf = ({ erpId }: { readonly erpId: string }) => erpId.split('|')[1] ?? ''
    return {
      ...http,
      writeCount: () => erp.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token')).length,
      connection: { credentials, settings },
      rejected: { credentials: { ...credentials, ...wrong }, settings },
      get secrets() {
        return [clientSecret, ...Object.values(wrong), ...erp.auth.issued]
      },
      state: createState(),
      inbox: createInbox(),
      checks: ['DNS', 'TCP/TLS', 'Authentication', 'Legal entity', 'Clock'],
      source: {
        ids: () => shown(erp, set).map(({ id }) => id),
        changedSince: (time) => changedSince(erp, dataType, time),
        middle: times[times.length >> 1] ?? '',
        pagesBeforeNextCall: 1,
        traces: async () => erp.writeLog.summary(),
        ...http.reading,
      },
      sink: {
        ...http.writing,
        lastSent: () => lastSent({ erp, url: http.url }, numbers),
        cutEvery: 61,
        order,
        refusable: (reference) => ({
          record: sampleOrder(reference, { sku: 'NOTHING' }),
          words: /The value 'NOTHING' in field 'Item number' is not found in the related table 'Items'/,
        }),
        change: (reference, known) => wantedLater(order(reference), known),
        edit: (known) => erp.editOrder(numberOf(known), { SalesOrderPoolId: 'SHOP' }),
        timesStored: (reference) => erp.ordersWith(reference).length,
      },
    }
  }
