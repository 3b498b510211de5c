import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { startSapOData } from '@linkspan/simulators'
import { sapOData } from './connector.ts'

for (const odataVersion of ['v2', 'v4'] as const) {
  for (const dataType of ['products', 'orders'] as const) {
    describeConnector(`SAP ${odataVersion} ${dataType}`, {
      connector: sapOData,
      dataType,
      async start() {
        const erp = await startSapOData({ dataset: { products: 30, orders: 25 }, pageSize: 7 })
        const credentials = { apiUrl: erp.url, username: erp.user, password: erp.password }
        const settings = { odataVersion, sapClient: '100' }
        return {
          erp,
          connection: { credentials, settings },
          refused: { credentials: { ...credentials, password: 'Wrong!Pass9' }, settings },
          secrets: [erp.password, Buffer.from(`${erp.user}:${erp.password}`).toString('base64')],
          ids: () =>
            dataType === 'products' ? [...erp.dataset.products].map(({ sku }) => sku) : [...erp.dataset.orders].map(({ id }) => id),
          [Symbol.asyncDispose]: () => erp[Symbol.asyncDispose](),
        }
      },
    })
  }
}
