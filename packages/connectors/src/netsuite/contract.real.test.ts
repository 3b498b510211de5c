import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { netSuite } from './connector.ts'
import { startNetSuiteFixture } from './testing/netsuite-fixture.ts'

const falling = {
  test: 'a total that falls while pages are read fails, or marks the pull as partial',
  reason: 'rows are asked for by their ids: one that goes does not move the others, so none is missed',
} as const
const unguarded = {
  test: 'a change of a record that somebody else has changed meanwhile is stale',
  reason: 'NetSuite has no versions: the platform reads an order before it changes it',
} as const

const bodiless = {
  test: 'after "answer that cannot be read" nobody knows, and a look-up settles it',
  reason: 'the answer to a creation has no body that could be cut: its header tells the id',
} as const

describeConnector({
  name: 'netsuite by a certificate',
  connector: netSuite,
  pulls: ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'],
  pullsOverHttp: ['products', 'orders'],
  pushes: ['orders'],
  start: startNetSuiteFixture('certificate'),
  skips: [falling, unguarded, bodiless],
})

describeConnector({
  name: 'netsuite by a token',
  connector: netSuite,
  pulls: ['products'],
  pullsOverHttp: [],
  pushes: ['orders'],
  start: startNetSuiteFixture('token'),
  skips: [falling, unguarded, bodiless],
})
