import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineConnector } from '../connector/connector.ts'
import { createRegistry } from '../connector/registry.ts'
import { secret } from '../connector/secret-fields.ts'
import { AppError } from '../kernel/errors.ts'
import type { Sealed } from '../kernel/secret-box.ts'
import type { Connection } from './connection.ts'
import { fieldAtFault } from './field-at-fault.ts'

const connectors = createRegistry([
  defineConnector({
    id: 'test',
    title: 'Test',
    method: 'api',
    providers: ['Custom'],
    settings: z.object({ maxResponseBytes: z.int().optional() }),
    credentials: z.object({
      apiUrl: z.url(),
      tokenUrl: z.url().optional(),
      apiKey: secret(z.string()).optional(),
      clientSecret: secret(z.string()).optional(),
    }),
    capabilities: { products: { pull: 'full' } },
    rateLimit: { max: 1, perMs: 1 },
    open: () => Promise.reject(new Error('not opened')),
  }),
])
const connection = {
  provider: 'Custom',
  connectionMethod: 'api',
  credentials: { apiUrl: 'https://erp.example.com/v1', tokenUrl: 'https://login.example.com/token' },
  sealed: { clientSecret: 'v1:x:y' as Sealed },
  settings: {},
} as unknown as Connection

test.each([
  [
    'the address that the message names',
    new AppError('setup.host-unknown', 'Looking up login.example.com: unknown'),
    'credentials.tokenUrl',
  ],
  ['the address of the ERP if none is named', new AppError('remote.unreachable', 'No answer'), 'credentials.apiUrl'],
  ['the secret that was given', new AppError('setup.credentials-rejected', 'Refused'), 'credentials.clientSecret'],
  ['the time limit', new AppError('remote.timeout', 'Too slow'), 'settings.timeout'],
  ['a setting that the connector has', new AppError('setup.answer-too-large', 'Too large'), 'settings.maxResponseBytes'],
  ['no setting that the connector lacks', new AppError('setup.ssh-algorithms', 'Too old'), undefined],
  [
    'the field that the error names itself',
    new AppError('setup.settings-invalid', 'Invalid', { details: { issues: [{ path: 'settings.resources', message: 'is wrong' }] } }),
    'settings.resources',
  ],
  ['nothing if it may be anything', new AppError('internal.bug', 'Oh'), undefined],
])('a failed check blames %s', (_, error, field) => {
  expect(fieldAtFault(error, connection, { connectors, isProbe: false })).toBe(field)
})

test('a data type that cannot be read is one of those that are enabled', () => {
  const error = new AppError('setup.permission-missing', 'Denied')
  expect(fieldAtFault(error, connection, { connectors, isProbe: true })).toBe('settings.enabledDataTypes')
})
