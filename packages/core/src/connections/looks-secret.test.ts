import { expect, test } from 'vitest'
import { looksSecret } from './looks-secret.ts'

test.each([
  ['api_key', 'abc'],
  ['X-API-Key', 'k1'],
  ['apikey', '4711'],
  ['Ocp-Apim-Subscription-Key', '0f9e8d7c'],
  ['access_token', 'x'],
  ['password', 'hunter2'],
  ['client_secret', 's'],
  ['X-Custom', 'Bearer abcdefgh'],
  ['X-Custom', `Basic ${Buffer.from('me:secret').toString('base64')}`],
  ['X-Custom', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'],
  ['key', 'AIzaSyA-1234567890'],
  ['sig', 'Zm9vYmFyMTIzNDU2%3D'],
  ['code', 'a1b2c3d4e5f6g7'],
  ['X-Auth-Token', 't'],
  ['Cookie', 'JSESSIONID=0f9e8d7c6b5a4321'],
  ['Cookie', 'lang=en; access_token=abc'],
])('%s: %s is a secret', (name, value) => {
  expect(looksSecret(name, value)).toBe(true)
})

test.each([
  ['X-Company', '7'],
  ['Accept-Language', 'en'],
  ['X-CSRF-Token', 'fetch'],
  ['Idempotency-Key', 'a1b2c3d4e5f6g7'],
  ['sort_key', 'changed_at_2020_x'],
  ['pageToken', '{cursor}'],
  ['api_key', '{cursor}'],
  ['key', 'sku'],
  ['code', 'ITEM'],
  ['warehouse_code', 'MAIN'],
  ['include_password', 'false'],
  ['X-Plan', 'Basic plan'],
  ['Cookie', 'sap-usercontext=sap-client=100'],
  ['Cookie', 'lang=en'],
  ['orderKey', 'a1b2c3d4e5f6g7'],
])('%s: %s is no secret', (name, value) => {
  expect(looksSecret(name, value)).toBe(false)
})
