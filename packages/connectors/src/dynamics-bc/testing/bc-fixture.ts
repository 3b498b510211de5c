import type { ConnectorFixture, ErpOptions } from '@linkspan/connector-kit/testing/connector-fixture'
import { type HttpFixture, startHttpFixture } from '@linkspan/connector-kit/testing/http-fixture'
import { createInbox, createState } from '@linkspan/connector-kit/testing/open-context'
import { sampleOrder, wantedLater } from '@linkspan/connector-kit/testing/sample-order'
import type { DataTypeId } from '@linkspan/core/connector'
import { type BcEntity, type BusinessCentral, startBusinessCentral } from '@linkspan/simulators'

/** In the cloud with client credentials of Entra, or on premises with user and key. */
export type Place = 'cloud' | 'on-premises'

/** What a pull of a data type shows: ids, and the times of their last changes. */
type Shown = readonly { readonly id: string; readonly updatedAt: string }[]

const sets: Readonly<Record<DataTypeId, RegExp>> = {
  products: /\/companies\([^)]+\)\/items/,
  inventory: /\/companies\([^)]+\)\/items\?/,
  orders: /\/companies\([^)]+\)\/salesOrders/,
  order_status: /\/companies\([^)]+\)\/sales(Orders|Shipments)/,
  employees: /\/companies\([^)]+\)\/employees/,
  invoices: /\/companies\([^)]+\)\/sales(Invoices|CreditMemos)/,
}

const shown = ({ store }: BusinessCentral, dataType: DataTypeId): Shown => {
  const of = (set: keyof typeof store) => store[set].sorted('time')
  switch (dataType) {
    case 'products':
      return of('items')
    case 'inventory':
      return of('items').map(({ fields }) => ({
        id: String(fields.number),
        updatedAt: latest(store.itemLedgerEntries.with('itemNumber', String(fields.number))),
      }))
    case 'orders':
      return of('salesOrders')
    case 'order_status':
      return statuses(of('salesOrders'), of('salesShipments'))
    case 'employees':
      return of('employees')
    case 'invoices':
      return [...of('salesInvoices'), ...of('salesCreditMemos')]
  }
}

const latest = (entities: readonly BcEntity[]): string =>
  entities
    .map(({ updatedAt }) => updatedAt)
    .sort()
    .at(-1) ?? ''

function statuses(orders: readonly BcEntity[], shipments: readonly BcEntity[]): Shown {
  const times = new Map<string, string[]>()
  const add = (number: unknown, time: string) => times.set(String(number), [...(times.get(String(number)) ?? []), time])
  for (const { fields, updatedAt } of orders) add(fields.number, updatedAt)
  for (const { fields, updatedAt } of shipments) add(fields.orderNumber, updatedAt)
  return [...times].map(([id, all]) => ({ id, updatedAt: all.sort().at(-1) ?? '' }))
}

/** A Business Central whose faults meet the entity sets of one data type. */
export const startBcFixture =
  (place: Place) =>
  async (dataType: DataTypeId, { records, tieSize, announcesEmptyPage }: ErpOptions): Promise<ConnectorFixture & HttpFixture> => {
    const isOfProducts = dataType === 'products' || dataType === 'inventory'
    const erp = await startBusinessCentral({
      dataset: {
        products: isOfProducts ? records : 10,
        inventoryPerProduct: 1,
        orders: dataType === 'order_status' ? records : 0,
        invoices: dataType === 'invoices' ? records : 0,
        employees: dataType === 'employees' ? records : 0,
        tieSize,
        bulkShare: 0,
      },
      announcesAfterFullPage: announcesEmptyPage,
      pageSize: 7,
    })
    if (dataType === 'orders') addOrders(erp, records, tieSize)
    const http = await startHttpFixture(erp, sets[dataType], new RegExp(`${sets[dataType].source}|/\\$batch`))
    const { tenantId, clientId, clientSecret, user, key } = erp
    const cloud = { apiUrl: http.url, tokenUrl: `${http.url}/${tenantId}/oauth2/v2.0/token`, tenantId, clientId, clientSecret }
    const onPremises = { apiUrl: `${http.url}/BC`, username: user, password: key }
    const credentials = place === 'cloud' ? cloud : onPremises
    const wrong = place === 'cloud' ? { clientSecret: 'Wrong~secret.9' } : { password: 'Wrong+key=9' }
    const settings = { company: 'CRONUS International', enabledDataTypes: [dataType] }
    const times = shown(erp, dataType)
      .map(({ updatedAt }) => updatedAt)
      .sort()
    const order = (reference: string) => sampleOrder(reference, { sku: String(erp.store.items.sorted('id')[0]?.fields.number) })
    return {
      ...http,
      writeCount: () => erp.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/token')).length,
      connection: { credentials, settings },
      rejected: { credentials: { ...credentials, ...wrong }, settings },
      get secrets() {
        const basic = [key, 'Wrong+key=9'].map((password) => Buffer.from(`${user}:${password}`).toString('base64'))
        return [clientSecret, key, ...Object.values(wrong), ...basic, ...erp.auth.issued]
      },
      state: createState(),
      inbox: createInbox(),
      checks: ['DNS', 'TCP/TLS', 'Authentication', 'Company', 'Clock'],
      source: {
        ids: () => shown(erp, dataType).map(({ id }) => id),
        changedSince: (time) =>
          shown(erp, dataType)
            .filter(({ updatedAt }) => updatedAt >= time)
            .map(({ id }) => id),
        middle: times[times.length >> 1] ?? '',
        pagesBeforeNextCall: 1,
        traces: async () => erp.writeLog.summary(),
        ...http.reading,
      },
      sink: {
        ...http.writing,
        cutEvery: 17,
        order,
        refusable: (reference) => ({
          record: sampleOrder(reference, { sku: 'NOTHING' }),
          words: /value \(NOTHING\) that cannot be found in the related table \(Item\)\.$/,
        }),
        change: (reference, known) => wantedLater(order(reference), known),
        edit: ({ erpId }) => erp.releaseOrder(erpId),
        timesStored: (reference) => erp.writeLog.find(reference)?.timesStored ?? 0,
      },
    }
  }

/** Open orders only: those that are finished are gone. */
function addOrders({ store }: BusinessCentral, count: number, tieSize: number): void {
  const item = String(store.items.sorted('id')[0]?.fields.number)
  for (let at = 0; at < count; at++) {
    const updatedAt = new Date(Date.UTC(2024, 0, 1 + Math.floor(at / tieSize))).toISOString()
    const line = {
      sequence: 10_000,
      lineType: 'Item',
      lineObjectNumber: item,
      quantity: 2,
      shippedQuantity: 0,
      unitPrice: 12.5,
      netAmount: 25,
    }
    const fields = {
      number: String(1000 + at),
      externalDocumentNumber: `PO-${at}`,
      orderDate: '2024-01-01',
      customerNumber: '17100001',
      customerName: 'Shop',
      currencyCode: at % 2 === 0 ? '' : 'USD',
      totalAmountExcludingTax: 25,
      totalTaxAmount: 4.75,
      totalAmountIncludingTax: 29.75,
      status: 'Open',
    }
    store.salesOrders.put({ id: `00000003-0000-4000-8000-${String(count - at).padStart(12, '0')}`, updatedAt, fields, lines: [line] })
  }
}
