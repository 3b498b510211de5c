import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createApiKeys } from './api-keys.ts'
import { readCredentials } from './credentials.ts'

const keys = createApiKeys([
  { name: 'ops', role: 'admin', secret: 'an-admin-secret' },
  { name: 'eye', role: 'viewer', secret: `sha256:${createHash('sha256').update('a-viewer-secret').digest('hex').toUpperCase()}` },
])

test('finds a key by its secret, given plain or as a digest', () => {
  expect(keys.find('an-admin-secret')).toEqual({ id: 'ops', role: 'admin', authentication: 'api-key' })
  expect(keys.find('a-viewer-secret')).toEqual({ id: 'eye', role: 'viewer', authentication: 'api-key' })
})

test.each([
  '',
  'an-admin-secre',
  'an-admin-secret ',
  'AN-ADMIN-SECRET',
  `sha256:${createHash('sha256').update('a-viewer-secret').digest('hex')}`,
])('refuses the secret %j', (guess) => {
  expect(keys.find(guess)).toBeNull()
})

test('finds a key by name and secret only if they belong together', () => {
  expect(keys.findNamed('eye', 'a-viewer-secret')).toMatchObject({ id: 'eye', authentication: 'basic' })
  expect(keys.findNamed('ops', 'a-viewer-secret')).toBeNull()
  expect(keys.findNamed('nobody', 'a-viewer-secret')).toBeNull()
})

test('reads bearer and basic credentials, and tells a missing header from an unreadable one', () => {
  expect(readCredentials(undefined)).toEqual({ kind: 'none' })
  expect(readCredentials('bearer abc')).toEqual({ kind: 'bearer', token: 'abc' })
  expect(readCredentials(`Basic ${Buffer.from('ops:a:b').toString('base64')}`)).toEqual({ kind: 'basic', name: 'ops', secret: 'a:b' })
  for (const header of ['Basic !!!', 'Bearer', 'Digest x', 'abc']) expect(readCredentials(header)).toEqual({ kind: 'unreadable' })
})
