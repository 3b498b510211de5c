import type { ConnectorFixture, ErpOptions } from '@linkspan/connector-kit/testing/connector-fixture'
import { type HttpFixture, startHttpFixture } from '@linkspan/connector-kit/testing/http-fixture'
import { createInbox, createState } from '@linkspan/connector-kit/testing/open-context'
import { wantedLater } from '@linkspan/connector-kit/testing/sample-order'
import type { DataTypeId } from '@linkspan/core/connector'
import { type FusionRow, type OracleFusion, startOracleFusion } from '@linkspan/simulators'
import { sampleOrder, writing } from './sample-order.ts'

/** The ways to sign in. */
export type Way = 'password' | 'client' | 'user assertion' | 'client assertion' | 'own token'

/** What a pull of a data type shows: ids, and the times of their last changes. */
type Shown = readonly { readonly id: string; readonly updatedAt: string }[]

const resources: Readonly<Record<DataTypeId, RegExp>> = {
  products: /\/itemsV2(\?|$)/,
  inventory: /\/inventoryOnhandBalances/,
  orders: /\/salesOrdersForOrderHub/,
  order_status: /\/salesOrdersForOrderHub/,
  employees: /\/workers/,
  invoices: /\/receivablesInvoices/,
}

function shown({ store }: OracleFusion, dataType: DataTypeId): Shown {
  const by = (rows: Iterable<FusionRow>, id: string) => [...rows].map(({ fields, updatedAt }) => ({ id: String(fields[id]), updatedAt }))
  switch (dataType) {
    case 'products':
      return by(
        [...store.itemsV2.all()].filter(({ fields }) => fields.OrganizationCode === 'V1'),
        'ItemId',
      )
    case 'inventory':
      return [...store.inventoryOnhandBalances.all()].map(({ fields, updatedAt }) => ({
        id: `${fields.ItemNumber}|M1/${fields.SubinventoryCode}`,
        updatedAt,
      }))
    case 'orders':
      return by(store.salesOrdersForOrderHub.all(), 'OrderKey')
    case 'order_status':
      return by(store.salesOrdersForOrderHub.all(), 'OrderNumber')
    case 'employees':
      return by(store.workers.all(), 'PersonId')
    case 'invoices':
      return by(store.receivablesInvoices.all(), 'CustomerTransactionId')
  }
}

/** Credentials that a simulated Fusion at an address takes. */
export function credentialsOf({ user, password, clientId, clientSecret, scope, auth }: OracleFusion, url: string, way: Way) {
  const client = { clientId, tokenUrl: `${url}/oauth2/v1/token`, scope }
  switch (way) {
    case 'password':
      return { apiUrl: url, username: user, password }
    case 'client':
      return { apiUrl: url, ...client, clientSecret }
    case 'user assertion':
      return { apiUrl: url, ...client, username: user, privateKey: auth.privateKey, certificateId: 'linkspan' }
    case 'client assertion':
      return { apiUrl: url, ...client, privateKey: auth.privateKey }
    case 'own token':
      return { apiUrl: url, username: user, issuer: 'linkspan', privateKey: auth.privateKey }
  }
}

/** A Fusion whose faults meet the resource of one data type. */
export const startFusionFixture =
  (way: Way) =>
  async (dataType: DataTypeId, { records, tieSize, announcesEmptyPage }: ErpOptions): Promise<ConnectorFixture & HttpFixture> => {
    const isOfProducts = dataType === 'products' || dataType === 'inventory'
    const isOfOrders = dataType === 'orders' || dataType === 'order_status'
    const erp = await startOracleFusion({
      dataset: {
        products: isOfProducts ? records : 10,
        inventoryPerProduct: 1,
        orders: isOfOrders ? records : 3,
        invoices: dataType === 'invoices' ? records : 0,
        employees: dataType === 'employees' ? records : 0,
        tieSize,
        bulkShare: 0,
      },
      announcesAfterFullPage: announcesEmptyPage,
    })
    const http = await startHttpFixture(erp, resources[dataType])
    const { user, password, clientSecret } = erp
    const credentials = credentialsOf(erp, http.url, way)
    const wrong = way === 'password' ? { password: 'Wrong+key=9' } : { clientSecret: 'Wrong~secret.9' }
    const settings = {
      organizationCode: 'V1',
      inventoryOrganizations: ['M1'],
      ...writing,
      enabledDataTypes: [dataType],
    }
    const times = shown(erp, dataType)
      .map(({ updatedAt }) => updatedAt)
      .sort()
    return {
      ...http,
      connection: { credentials, settings },
      rejected: { credentials: { ...credentials, ...wrong }, settings },
      get secrets() {
        const basic = [password, 'Wrong+key=9'].map((each) => Buffer.from(`${user}:${each}`).toString('base64'))
        return [clientSecret, password, ...Object.values(wrong), ...basic, ...erp.auth.issued]
      },
      state: createState(),
      inbox: createInbox(),
      checks: [
        'DNS',
        'TCP/TLS',
        'Authentication',
        ...(isOfProducts ? ['Organization'] : []),
        ...(dataType === 'orders' ? ['Business unit'] : []),
        'Clock',
      ],
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
        order: (reference) => sampleOrder(reference),
        refusable: (reference) => ({
          record: sampleOrder(reference, { sku: 'NOTHING' }),
          words: /^\/lines\/0\/ProductNumber: The item NOTHING is not valid for the organization V1\.$/,
        }),
        change: (reference, known) => wantedLater(sampleOrder(reference), known),
        edit: ({ erpId }) => erp.changeOrder(erpId, { CustomerPONumber: 'PO-78' }),
        timesStored: (reference) => erp.writeLog.find(reference)?.timesStored ?? 0,
      },
    }
  }
