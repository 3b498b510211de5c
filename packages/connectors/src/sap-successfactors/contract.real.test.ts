import { describeConnector } from '@linkspan/connector-kit/testing/describe-connector'
import { sapSuccessFactors } from './connector.ts'
import { startSfFixture } from './testing/sf-fixture.ts'

describeConnector({
  name: 'sap-successfactors by SAML',
  connector: sapSuccessFactors,
  pulls: ['employees'],
  pullsOverHttp: ['employees'],
  pushes: [],
  start: startSfFixture('saml'),
})

describeConnector({
  name: 'sap-successfactors by user and password',
  connector: sapSuccessFactors,
  pulls: ['employees'],
  pullsOverHttp: [],
  pushes: [],
  start: startSfFixture('basic'),
  skips: [
    {
      test: 'a login that is lost in mid-run is renewed',
      reason: 'user and password come with every call, so there is nothing to renew',
    },
  ],
})
