import type { ConnectorFixture, ErpOptions } from '@linkspan/connector-kit/testing/connector-fixture'
import { type HttpFixture, startHttpFixture } from '@linkspan/connector-kit/testing/http-fixture'
import { createInbox, createState } from '@linkspan/connector-kit/testing/open-context'
import { sampleOrder, wantedLater } from '@linkspan/connector-kit/testing/sample-order'
import type { DataTypeId } from '@linkspan/core/connector'
import { type NetSuite, startNetSuite } from '@linkspan/simulators'
import { certificateOf, tokenOf } from './open-netsuite.ts'

/** By a certificate (OAuth 2.0), or by a token (OAuth 1.0a). */
export type Login = 'certificate' | 'token'

/** What a pull of a data type shows: ids, and the times of their last changes. */
const shownBy: Readonly<Record<DataTypeId, string>> = {
  products: 'SELECT id, _updated AS time FROM item',
  inventory: "SELECT item || '|' || location AS id, '' AS time FROM aggregateitemlocation",
  orders: "SELECT id, _updated AS time FROM [transaction] WHERE type = 'SalesOrd'",
  order_status: `SELECT t.id AS id, MAX(t._updated, COALESCE((SELECT MAX(c._updated) FROM previoustransactionlinelink l JOIN [transaction] c
    ON c.id = l.nextdoc WHERE l.previousdoc = t.id), '')) AS time FROM [transaction] t WHERE t.type = 'SalesOrd'`,
  employees: 'SELECT id, _updated AS time FROM employee',
  invoices: "SELECT id, _updated AS time FROM [transaction] WHERE type IN ('CustInvc', 'CustCred')",
}

const shown = (erp: NetSuite, dataType: DataTypeId) =>
  erp.rows(shownBy[dataType]).map(({ id, time }) => ({ id: String(id), updatedAt: String(time) }))

/** A NetSuite whose faults meet the reads of one data type, and the writes of orders. */
export const startNetSuiteFixture =
  (login: Login) =>
  async (dataType: DataTypeId, { records, tieSize, announcesEmptyPage }: ErpOptions): Promise<ConnectorFixture & HttpFixture> => {
    const isOfProducts = dataType === 'products' || dataType === 'inventory'
    const isOfOrders = dataType === 'orders' || dataType === 'order_status'
    const erp = await startNetSuite({
      dataset: {
        products: isOfProducts ? records : 10,
        inventoryPerProduct: 1,
        orders: isOfOrders ? records : 0,
        invoices: dataType === 'invoices' ? records : 0,
        employees: dataType === 'employees' ? records : 0,
        tieSize,
        bulkShare: 0,
      },
      announcesAfterFullPage: announcesEmptyPage,
    })
    const http = await startHttpFixture(erp, /\/suiteql/, /\/record\/v1\/salesOrder/)
    const credentials = login === 'certificate' ? certificateOf(erp, http.url) : tokenOf(erp, http.url)
    const wrong = login === 'certificate' ? { certificateId: 'cert-unknown' } : { tokenSecret: 'Wrong~secret.9' }
    const settings = { accountTimeZone: erp.timeZone, enabledDataTypes: [dataType] }
    const times = shown(erp, dataType)
      .map(({ updatedAt }) => updatedAt)
      .sort()
    const order = (reference: string) => sampleOrder(reference)
    return {
      ...http,
      writeCount: () => erp.requests.filter(({ method, path }) => method !== 'GET' && path.includes('/record/')).length,
      connection: { credentials, settings },
      rejected: { credentials: { ...credentials, ...wrong }, settings },
      get secrets() {
        const keyLines = erp.privateKey.split('\n').filter((line) => line !== '' && !line.startsWith('---'))
        return [...keyLines, erp.tba.consumerSecret, erp.tba.tokenSecret, 'Wrong~secret.9', ...erp.auth.issued]
      },
      state: createState(),
      inbox: createInbox(),
      checks: ['DNS', 'TCP/TLS', 'Authentication', 'Subsidiary', 'Time zone', 'Clock'],
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
          record: sampleOrder(reference, { data: { customerId: '999' } }),
          words: /Invalid Field Value 999 for the following field: entity/,
        }),
        change: (reference, known) => wantedLater(order(reference), known),
        edit: ({ erpId }) => erp.approveOrder(Number(erpId)),
        timesStored: (reference) => erp.writeLog.find(reference)?.timesStored ?? 0,
      },
    }
  }
