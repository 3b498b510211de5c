import { expect, test } from 'vitest'
import { serviceRoot } from './service-root.ts'
import { newKey } from './testing/keys.ts'
import { openSf } from './testing/open-sf.ts'

const { privateKey, publicKey } = newKey()

test('a token is asked for once with a signed assertion, and renewed when it ends', async () => {
  await using opened = await openSf({ publicKey, pageSize: 7, credentials: { clientId: 'NDY4ZjE0', privateKey, password: undefined } })
  expect((await opened.read()).records).toHaveLength(40)
  const asked = () => opened.erp.requests.filter(({ path }) => path === '/oauth/token')
  expect(asked()).toHaveLength(1)
  const form = new URLSearchParams(asked()[0]?.body)
  expect([...form.keys()].sort()).toEqual(['assertion', 'client_id', 'company_id', 'grant_type'])
  expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:saml2-bearer')
  opened.erp.auth.revokeAll()
  expect((await opened.read()).records).toHaveLength(40)
  expect(asked()).toHaveLength(2)
})

test.each([
  ['another key', { privateKey: newKey().privateKey }],
  ['another client', { clientId: 'OTHER' }],
  ['another user', { username: 'SOMEBODY' }],
])('%s is refused by the token server', async (_, wrong) => {
  await using opened = await openSf({ publicKey, credentials: { clientId: 'NDY4ZjE0', privateKey, password: undefined, ...wrong } })
  await expect(opened.read()).rejects.toMatchObject({ code: 'setup.credentials-rejected' })
})

test('user and password name the company, once', async () => {
  await using opened = await openSf({ credentials: { username: 'INTEGRATION@giftshop' } })
  expect((await opened.read()).records).toHaveLength(40)
  const [{ headers }] = opened.erp.requests as [(typeof opened.erp.requests)[number]]
  expect(headers.authorization).toBe(`Basic ${Buffer.from('INTEGRATION@giftshop:Geheim!1').toString('base64')}`)
})

test('credentials that are not complete are named', async () => {
  await expect(openSf({ credentials: { password: undefined, clientId: 'NDY4ZjE0' } })).rejects.toMatchObject({
    code: 'setup.settings-invalid',
  })
})

test.each([
  ['https://api4.successfactors.com', 'https://api4.successfactors.com/odata/v2/'],
  ['https://api4.successfactors.com/', 'https://api4.successfactors.com/odata/v2/'],
  ['https://api012.successfactors.eu/odata/v2', 'https://api012.successfactors.eu/odata/v2/'],
  ['https://gateway.example/sf', 'https://gateway.example/sf/odata/v2/'],
])('the root of %s is %s', (apiUrl, root) => {
  expect(serviceRoot(apiUrl).href).toBe(root)
})
