import type { ConnectorFixture, ErpOptions } from '@linkspan/connector-kit/testing/connector-fixture'
import { type HttpFixture, startHttpFixture } from '@linkspan/connector-kit/testing/http-fixture'
import { createInbox, createState } from '@linkspan/connector-kit/testing/open-context'
import type { DataTypeId } from '@linkspan/core/connector'
import { startRestErp } from '@linkspan/simulators'
import { sampleOrder } from './sample-order.ts'

const client = { clientId: 'linkspan', clientSecret: 'client-secret-0123' }

/** A REST ERP behind OAuth2, whose pages name the next one and the total, and whose rows have versions. */
export async function startRestFixture(dataType: DataTypeId, options: ErpOptions): Promise<ConnectorFixture & HttpFixture> {
  const { records, tieSize, announcesEmptyPage } = options
  const erp = await startRestErp({
    dataset: { products: dataType === 'products' ? records : 10, orders: records, tieSize, bulkShare: 0 },
    auth: { kind: 'oauth2', ...client },
    paging: announcesEmptyPage ? 'page' : 'next',
    pageSize: 7,
    total: { field: 'total' },
    locking: 'required',
  })
  const http = await startHttpFixture(erp, new RegExp(`^/${dataType}\\b`))
  const rows = () => [...erp.dataset[dataType]]
  const resource = {
    since: { parameter: 'updated_since' },
    ...(announcesEmptyPage && { paging: { style: 'page' } }),
    push: { ifMatch: true },
  }
  const connection = {
    credentials: { apiUrl: http.url, tokenUrl: `${http.url}/oauth/token`, ...client },
    settings: { resources: { [dataType]: resource }, enabledDataTypes: [dataType] },
  }
  const order = (reference: string) => sampleOrder(reference, erp.dataset.products.at(0)?.sku ?? '')
  const { clientId, clientSecret } = client
  return {
    ...http,
    connection,
    rejected: { ...connection, credentials: { ...connection.credentials, clientSecret: 'wrong-secret-0123' } },
    get secrets() {
      return [clientSecret, 'wrong-secret-0123', Buffer.from(`${clientId}:${clientSecret}`).toString('base64'), ...erp.oauth.issued]
    },
    state: createState(),
    inbox: createInbox(),
    checks: ['DNS', 'TCP/TLS', 'Authentication', 'Clock'],
    source: {
      ids: () => rows().map(({ id }) => id),
      changedSince: (time) =>
        rows()
          .filter(({ updatedAt }) => updatedAt >= time)
          .map(({ id }) => id),
      middle: erp.dataset[dataType].at(records >> 1, 'time')?.updatedAt ?? '',
      pagesBeforeNextCall: 1,
      traces: async () => erp.writeLog.summary(),
      ...http.reading,
    },
    sink: {
      ...http.writing,
      cutEvery: 1,
      order,
      refusable: (reference) => ({
        record: sampleOrder(reference, 'UNKNOWN-7'),
        words: /^Item "UNKNOWN-7" does not exist in the item master/,
      }),
      change: (reference, { erpId, erpVersion }) => ({ ...order(reference), erpId, erpVersion, changed: ['shipTo'] }),
      edit: ({ erpId }) => void erp.change('orders', erpId, { status: 'on_hold' }),
      timesStored: (reference) => erp.writeLog.find(reference)?.timesStored ?? 0,
    },
  }
}
