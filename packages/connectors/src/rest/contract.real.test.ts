import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { startRestErp } from '@linkspan/simulators'
import { rest } from './connector.ts'

const apiKey = 'key-0123456789'

describeConnector('rest', {
  connector: rest,
  dataType: 'products',
  async start() {
    const auth = { kind: 'api-key', in: 'header', name: 'X-API-Key', key: apiKey } as const
    const erp = await startRestErp({ dataset: { products: 50 }, paging: 'next', pageSize: 7, auth })
    return {
      erp,
      connection: { credentials: { apiUrl: erp.url, apiKey } },
      refused: { credentials: { apiUrl: erp.url, apiKey: 'wrong-0123456789' } },
      secrets: [apiKey],
      ids: () => [...erp.dataset.products].map(({ id }) => id),
      [Symbol.asyncDispose]: () => erp[Symbol.asyncDispose](),
    }
  },
})
