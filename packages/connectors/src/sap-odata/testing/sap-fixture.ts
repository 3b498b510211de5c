import type { ConnectorFixture, ErpOptions } from '@linkspan/connector-kit/testing/connector-fixture'
import { type HttpFixture, startHttpFixture } from '@linkspan/connector-kit/testing/http-fixture'
import { createInbox, createState } from '@linkspan/connector-kit/testing/open-context'
import { sampleOrder, wantedLater } from '@linkspan/connector-kit/testing/sample-order'
import type { DataTypeId, OutgoingRecord } from '@linkspan/core/connector'
import { type SapOData, startSapOData } from '@linkspan/simulators'

const salesOrder = { organization: '1710', distributionChannel: '10', division: '00', priceCondition: 'PPR0', units: { EA: 'PC' } }

const orderOf = (reference: string, sku: string): OutgoingRecord =>
  sampleOrder(reference, { lines: [{ lineNumber: '10', type: 'item', sku, quantity: '2', uom: 'EA', unitPrice: '12.50' }] })

/** Whether a delivery of an order was changed on the day of this time, or on one of the two days before. */
function hasDeliverySince({ deliveries }: SapOData, order: string, time: string): boolean {
  const day = new Date(Date.parse(time) - 2 * 86_400_000).toISOString().slice(0, 10)
  const own = [...deliveries.headers].filter(({ items }) => items.some((item) => item.order === order))
  return own.some(({ changedOn, createdOn }) => (changedOn ?? createdOn) >= day || createdOn >= day)
}

/** An SAP Gateway that is read and written to in one version of OData. */
export const startSapFixture =
  (odataVersion: 'v2' | 'v4') =>
  async (dataType: DataTypeId, { records, tieSize, announcesEmptyPage }: ErpOptions): Promise<ConnectorFixture & HttpFixture> => {
    const erp = await startSapOData({
      dataset: {
        products: dataType === 'products' || dataType === 'inventory' ? records : 10,
        orders: records,
        invoices: records,
        inventoryPerProduct: 1,
        tieSize,
        bulkShare: 0,
      },
      announcesAfterFullPage: announcesEmptyPage,
      pageSize: 7,
    })
    const isOfOrders = dataType === 'orders' || dataType === 'order_status'
    const http = await startHttpFixture(erp, isOfOrders ? /\/(A_)?SalesOrder\b/ : '/sap/opu/', /\/(A_)?SalesOrder\b|\/\$batch\b/)
    const credentials = { apiUrl: http.url, username: erp.user, password: erp.password }
    const settings = { odataVersion, sapClient: '100', salesOrder, enabledDataTypes: [dataType] }
    const rows = () =>
      dataType === 'products'
        ? [...erp.dataset.products].map(({ sku, updatedAt }) => ({ id: sku, updatedAt }))
        : [...erp.dataset[dataType]].map(({ id, updatedAt }) => ({ id, updatedAt }))
    const order = (reference: string) => orderOf(reference, erp.dataset.products.at(0)?.sku ?? '')
    return {
      ...http,
      connection: { credentials, settings },
      rejected: { credentials: { ...credentials, password: 'Wrong!Pass9' }, settings },
      get secrets() {
        const basic = [erp.password, 'Wrong!Pass9'].map((password) => Buffer.from(`${erp.user}:${password}`).toString('base64'))
        const sent = erp.requests.flatMap(({ headers }) => [headers['x-csrf-token'] ?? [], headers.cookie ?? []].flat())
        return [erp.password, 'Wrong!Pass9', ...basic, ...sent.filter((text) => !/^fetch$/i.test(text))]
      },
      state: createState(),
      inbox: createInbox(),
      checks: ['DNS', 'TCP/TLS', 'Authentication', 'Clock'],
      source: {
        ids: () => rows().map(({ id }) => id),
        changedSince: (time) =>
          rows()
            .filter(({ id, updatedAt }) => updatedAt >= time || (dataType === 'order_status' && hasDeliverySince(erp, id, time)))
            .map(({ id }) => id),
        middle: erp.dataset[dataType].at(records >> 1, 'time')?.updatedAt ?? '',
        pagesBeforeNextCall: 1,
        traces: async () => erp.writeLog.summary(),
        ...http.reading,
      },
      sink: {
        ...http.writing,
        cutEvery: 7,
        order,
        refusable: (reference) => ({ record: orderOf(reference, 'NOTHING'), words: /Material NOTHING is not defined/ }),
        change: (reference, known) => wantedLater(order(reference), known),
        edit: ({ erpId }) => void erp.change('orders', erpId, { status: 'on_hold' }),
        timesStored: (reference) => erp.writeLog.find(reference)?.timesStored ?? 0,
      },
    }
  }
