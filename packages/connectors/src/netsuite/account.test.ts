import { expect, test } from 'vitest'
import { apiUrlOf, serviceUrl, toHostName, tokenUrlOf, toRealm } from './account.ts'

test.each(['1234567_SB1', '1234567-sb1', '1234567_sb1'])('the account %s has a host and a realm', (accountId) => {
  expect([toHostName(accountId), toRealm(accountId)]).toEqual(['1234567-sb1', '1234567_SB1'])
  expect(apiUrlOf({ accountId }).href).toBe('https://1234567-sb1.suitetalk.api.netsuite.com/')
  expect(tokenUrlOf({ accountId })).toBe('https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token')
})

test('an address may name the host, a path before the services, or the services themselves', () => {
  for (const [apiUrl, root] of [
    ['https://erp.example.com', 'https://erp.example.com'],
    ['https://erp.example.com/proxy/', 'https://erp.example.com/proxy'],
    ['https://erp.example.com/services/rest/record/v1', 'https://erp.example.com'],
  ] as const)
    expect(serviceUrl({ apiUrl }, 'query/v1/suiteql').href).toBe(`${root}/services/rest/query/v1/suiteql`)
})

test('without an account and an address nothing can be called', () => {
  expect(() => apiUrlOf({})).toThrow('enter accountId')
})
