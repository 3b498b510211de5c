import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { dynamicsBc } from './connector.ts'
import { startBcFixture } from './testing/bc-fixture.ts'

describeConnector({
  name: 'dynamics-bc in the cloud',
  connector: dynamicsBc,
  pulls: ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'],
  pullsOverHttp: ['products', 'orders', 'employees', 'invoices'],
  pushes: ['orders'],
  batchSettings: { orderBatchSize: 10 },
  start: startBcFixture('cloud'),
  skips: [
    {
      test: 'the total that the ERP tells is met by its rows',
      dataTypes: ['order_status'],
      reason: 'nobody counts the orders that are gone',
    },
  ],
})

describeConnector({
  name: 'dynamics-bc on premises',
  connector: dynamicsBc,
  pulls: ['products'],
  pullsOverHttp: [],
  pushes: ['orders'],
  batchSettings: { orderBatchSize: 10 },
  start: startBcFixture('on-premises'),
  skips: [
    {
      test: 'a login that is lost in mid-run is renewed',
      reason: 'user and password come with every call, so there is nothing to renew',
    },
  ],
})
