import { expect, test } from 'vitest'
import type { Provider } from '../../api/providers.ts'
import { accessFields, choose, chosen, emptyDraft, toConnection, withoutSecrets } from './draft.ts'

const provider = {
  provider: 'Custom',
  connectionMethod: 'api',
  product: 'rest',
  credentials: { properties: { apiUrl: {}, apiKey: { secret: true } } },
  settings: { properties: { timeout: {}, secretHeaders: { secret: true }, product: {}, enabledDataTypes: {} } },
  signIn: [],
  dataTypes: [
    { dataType: 'products', directions: ['pull'] },
    { dataType: 'orders', directions: ['push'] },
  ],
} as unknown as Provider

test('what the browser keeps of a draft holds no secret', () => {
  const draft = {
    ...emptyDraft,
    credentials: { apiUrl: 'https://erp.example.com', apiKey: 'secret' },
    settings: { timeout: 1, secretHeaders: { 'X-Key': 'secret' } },
  }
  expect(JSON.stringify(withoutSecrets(draft, provider))).not.toContain('secret"')
  expect(withoutSecrets(draft, provider)).toMatchObject({ credentials: { apiUrl: 'https://erp.example.com' }, settings: { timeout: 1 } })
  expect(withoutSecrets(draft, undefined)).toMatchObject({ credentials: {}, settings: {} })
})

test('another choice keeps what has a field there, and enables what can be pulled', () => {
  const draft = { ...emptyDraft, name: 'Shop', credentials: { apiUrl: 'https://a', sftpHost: 'b' }, settings: { timeout: 9, files: {} } }
  expect(choose(draft, { provider: 'Custom' }, [provider])).toMatchObject({
    name: 'Shop',
    way: 'api rest',
    credentials: { apiUrl: 'https://a' },
    settings: { timeout: 9, product: 'rest', enabledDataTypes: ['products'] },
  })
})

test('a draft that names no product has chosen the first one of its method', () => {
  expect(chosen({ ...emptyDraft, provider: 'Custom', way: 'api' }, [provider])).toBe(provider)
  expect(chosen({ ...emptyDraft, provider: 'Custom', way: 'sftp' }, [provider])).toBeUndefined()
})

test('of the ways to sign in one is shown, with what belongs to all of them and what holds something', () => {
  const credentials = {
    properties: { apiUrl: {}, apiKey: {}, username: {}, password: {}, oauthToken: {}, webhookSecret: {} },
    required: ['apiUrl'],
  }
  const signIn: Provider['signIn'] = [
    { kind: 'api-key', fields: ['apiKey'] },
    { kind: 'password', fields: ['username', 'password'] },
    { kind: 'token', fields: ['oauthToken'] },
  ]
  const several = { ...provider, credentials, signIn }
  const shown = (draft: object) => accessFields({ ...emptyDraft, ...draft }, several)
  expect(shown({})).toEqual(['apiUrl', 'apiKey'])
  expect(shown({ signIn: 'password' })).toEqual(['apiUrl', 'username', 'password'])
  expect(shown({ signIn: 'token', credentials: { username: 'linkspan' } })).toEqual(['apiUrl', 'username', 'oauthToken'])
  expect(shown({ signIn: 'all' })).toEqual(['apiUrl', 'apiKey', 'username', 'password', 'oauthToken'])
  expect(accessFields(emptyDraft, { ...several, signIn: [] })).toHaveLength(5)
})

test('a connection is created active or inactive', () => {
  expect(toConnection({ ...emptyDraft, name: 'Shop' }, provider, false)).toMatchObject({ name: 'Shop', status: 'inactive' })
})
