import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import type { DataTypeId } from '@linkspan/core/connector'
import { doiXml } from './connector.ts'
import { startDoiFixture } from './testing/contract-fixture.ts'

const because = (reason: string, dataTypes: readonly DataTypeId[], ...tests: readonly string[]) =>
  tests.map((test) => ({ test, dataTypes, reason }))

const inbox = ['orders', 'order_status'] as const

describeConnector({
  name: 'doi-xml',
  connector: doiXml,
  pulls: [...inbox, 'products'],
  pullsOverHttp: ['products'],
  pushes: ['orders'],
  start: startDoiFixture,
  skips: [
    ...because(
      'the documents wait in our own inbox, so reading calls nobody',
      inbox,
      'after "throttled for 30 seconds" reading goes on without loss or double',
      'after "throttled until a date 30 seconds away" reading goes on without loss or double',
      'after "server error" reading goes on without loss or double',
      'after "connection reset" reading goes on without loss or double',
      'after "answer cut" reading goes on without loss or double',
      'a login that is lost in mid-run is renewed',
      'a login that is refused in mid-run is named',
      'each call waits for its permit',
      'an abort ends reading within a second, with its own reason',
    ),
    ...because(
      'neither an inbox nor a catalogue tells a total',
      [...inbox, 'products'],
      'the total that the ERP tells is met by its rows',
      'a total that the rows do not meet is passed on, or fails, or marks the pull as partial',
      'a total that falls while pages are read fails, or marks the pull as partial',
    ),
    ...because(
      'user and password come with every call, so there is nothing to renew',
      ['products'],
      'a login that is lost in mid-run is renewed',
    ),
    ...because('half of a JSON document is no XML at all, and is called so', ['products'], 'calls "garbage" remote.cut-short'),
    ...because('one answer has all pages', ['products'], 'pages that go in circles are noticed', 'a last page that is empty ends the pull'),
    ...because(
      'a partner cannot be asked: the same message is sent again, and the partner knows it by its payloadID',
      ['orders'],
      'a record that was created is found by its reference, with the same id',
      'a look-up that fails does not say that the record is absent',
    ),
    ...because('a partner tells no versions', ['orders'], 'a change of a record that somebody else has changed meanwhile is stale'),
  ],
})
