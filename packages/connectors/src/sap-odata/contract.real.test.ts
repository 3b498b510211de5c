import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { sapOData } from './connector.ts'
import { startSapFixture } from './testing/sap-fixture.ts'

const pulls = { v2: ['products', 'orders', 'order_status', 'invoices'], v4: ['products', 'orders'] } as const

for (const odataVersion of ['v2', 'v4'] as const) {
  describeConnector({
    name: `sap-odata ${odataVersion}`,
    connector: sapOData,
    pulls: pulls[odataVersion],
    pullsOverHttp: pulls[odataVersion],
    pushes: ['orders'],
    batchSettings: { orderBatchSize: 10 },
    start: startSapFixture(odataVersion),
    skips: [
      ...(odataVersion === 'v4'
        ? []
        : [
            {
              test: 'a last page that is empty ends the pull',
              dataTypes: ['order_status' as const],
              reason: 'orders are asked for in pages of our own, and the count tells which is the last',
            },
          ]),
      {
        test: 'a login that is lost in mid-run is renewed',
        reason: 'user and password come with every call, so there is nothing to renew',
      },
    ],
  })
}
