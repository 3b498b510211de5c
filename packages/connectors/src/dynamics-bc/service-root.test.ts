import { expect, test } from 'vitest'
import { hostOf, possibleRoots } from './service-root.ts'
import { BcCredentials, BcSettings } from './settings.ts'

const rootsOf = (credentials: object, settings: object = {}) =>
  possibleRoots(BcCredentials.parse(credentials), BcSettings.parse(settings)).map(String)

test('in the cloud the tenant and the environment are in the path', () => {
  const credentials = { tenantId: 'contoso.example', clientId: 'a', clientSecret: 'b' }
  expect(rootsOf(credentials)).toEqual(['https://api.businesscentral.dynamics.com/v2.0/contoso.example/production/api/v2.0'])
  expect(rootsOf(credentials, { environment: 'My Sandbox' })).toEqual([
    'https://api.businesscentral.dynamics.com/v2.0/contoso.example/My%20Sandbox/api/v2.0',
  ])
  expect(rootsOf({ clientId: 'a', clientSecret: 'b' })).toEqual(['https://api.businesscentral.dynamics.com/v2.0/production/api/v2.0'])
})

test.each([
  ['https://erp.example:7048/BC', 'https://erp.example:7048/BC/api/v2.0'],
  ['https://erp.example:7048/BC/?tenant=one', 'https://erp.example:7048/BC/api/v2.0?tenant=one'],
  ['https://erp.example:7048/BC/api/v2.0/', 'https://erp.example:7048/BC/api/v2.0'],
  ['https://erp.example/v2.0/t/e/api/contoso/shop/v1.0', 'https://erp.example/v2.0/t/e/api/contoso/shop/v1.0'],
])('the root of %s on premises is %s', (apiUrl, root) => {
  expect(rootsOf({ apiUrl, username: 'u', password: 'p' })[0]).toBe(root)
})

test.each(['http://127.0.0.1:4000', 'http://127.0.0.1:4000/', 'http://127.0.0.1:4000/v2.0'])(
  'a stand-in for the cloud at %s has its paths',
  (apiUrl) => {
    expect(rootsOf({ apiUrl, tenantId: 't', clientId: 'a', clientSecret: 'b' }, { environment: 'e' })[0]).toBe(
      'http://127.0.0.1:4000/v2.0/t/e/api/v2.0',
    )
  },
)

test('any other path may be the root itself', () => {
  expect(rootsOf({ apiUrl: 'http://127.0.0.1:4000/odata/v4/bc', oauthToken: 't' })).toEqual([
    'http://127.0.0.1:4000/odata/v4/bc/api/v2.0',
    'http://127.0.0.1:4000/odata/v4/bc',
  ])
})

test('a server on premises must be named', () => {
  expect(() => hostOf(BcCredentials.parse({ username: 'u', password: 'p' }))).toThrow(
    expect.objectContaining({ code: 'setup.settings-invalid' }),
  )
})
