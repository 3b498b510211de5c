import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { dynamicsFo } from './connector.ts'
import { startFoFixture } from './testing/fo-fixture.ts'

describeConnector({
  name: 'dynamics-fo',
  connector: dynamicsFo,
  pulls: ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'],
  pullsOverHttp: ['products', 'orders', 'employees', 'invoices'],
  pushes: ['orders'],
  start: startFoFixture(),
  skips: [
    {
      test: 'the total that the ERP tells is met by its rows',
      dataTypes: ['inventory'],
      reason: 'counting stock is expensive there, so it is not asked for',
    },
    {
      test: 'a total that the rows do not meet is passed on, or fails, or marks the pull as partial',
      dataTypes: ['inventory'],
      reason: 'stock is not counted',
    },
    {
      test: 'a total that falls while pages are read fails, or marks the pull as partial',
      dataTypes: ['inventory'],
      reason: 'stock is not counted',
    },
  ],
})

describeConnector({
  name: 'dynamics-fo with numbers of ours',
  connector: dynamicsFo,
  pulls: ['products'],
  pullsOverHttp: [],
  pushes: ['orders'],
  start: startFoFixture('manual'),
})
