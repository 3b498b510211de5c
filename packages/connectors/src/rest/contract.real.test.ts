import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { rest } from './connector.ts'
import { startRestFixture } from './testing/rest-fixture.ts'

describeConnector({
  name: 'rest',
  connector: rest,
  pulls: ['products', 'orders'],
  pullsOverHttp: ['products', 'orders'],
  pushes: ['orders'],
  start: startRestFixture,
})
