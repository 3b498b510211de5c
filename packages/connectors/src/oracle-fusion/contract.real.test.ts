import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { oracleFusion } from './connector.ts'
import { startFusionFixture } from './testing/fusion-fixture.ts'

/** Fusion counts rows at the price of a second query, so it is asked to count with the first page only. */
const countsOnce = 'Fusion is asked with the first page only how many rows there are'

describeConnector({
  name: 'oracle-fusion with user and password',
  connector: oracleFusion,
  pulls: ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'],
  pullsOverHttp: ['products', 'orders', 'employees', 'invoices'],
  pushes: ['orders'],
  start: startFusionFixture('password'),
  skips: [
    {
      test: 'a login that is lost in mid-run is renewed',
      reason: 'user and password come with every call, so there is nothing to renew',
    },
    { test: 'a total that the rows do not meet is passed on, or fails, or marks the pull as partial', reason: countsOnce },
    {
      test: 'a total that falls while pages are read fails, or marks the pull as partial',
      dataTypes: ['products', 'orders', 'order_status', 'employees', 'invoices'],
      reason: `reading goes on by time, so that no row is left out, and ${countsOnce}`,
    },
    {
      test: 'the total that the ERP tells is met by its rows',
      dataTypes: ['inventory'],
      reason: 'several rows of stock make one record',
    },
    {
      test: 'a last page that is empty ends the pull',
      reason: 'each page begins with rows that were given already',
    },
  ],
})

describeConnector({
  name: 'oracle-fusion with client credentials',
  connector: oracleFusion,
  pulls: ['products'],
  pullsOverHttp: [],
  pushes: ['orders'],
  start: startFusionFixture('client'),
  skips: [
    { test: 'a total that the rows do not meet is passed on, or fails, or marks the pull as partial', reason: countsOnce },
    { test: 'a total that falls while pages are read fails, or marks the pull as partial', reason: countsOnce },
    {
      test: 'a last page that is empty ends the pull',
      reason: 'each page begins with rows that were given already',
    },
  ],
})
