import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineConnector } from '../connector/connector.ts'
import { secret } from '../connector/secret-fields.ts'
import { createSecretBox } from '../kernel/secret-box.ts'
import { parseSettings, sealCredentials } from './credentials.ts'
import { mask, sealingContext } from './sealing.ts'

const connector = defineConnector({
  id: 'acme',
  title: 'Acme',
  method: 'api',
  providers: ['Custom'],
  settings: z.object({ company: z.string().optional() }),
  credentials: z.object({ apiUrl: z.url(), apiKey: secret(z.string()).optional(), username: z.string().optional() }),
  capabilities: { products: { pull: 'full' }, inventory: {} },
  rateLimit: { max: 1, perMs: 1 },
  open: () => Promise.reject(new Error('This test opens no session')),
})
const box = createSecretBox([{ id: 'k', bytes: Buffer.alloc(32) }])
const options = { box, connectionId: 'erp_1' }
const none = { credentials: {}, sealed: {} }

test('secrets are sealed for their connection and field, and the other fields stay readable', () => {
  const { credentials, sealed } = sealCredentials(connector, { apiUrl: 'https://x.example', apiKey: 's3cret' }, none, options)
  expect(credentials).toEqual({ apiUrl: 'https://x.example' })
  expect(JSON.stringify(sealed)).not.toContain('s3cret')
  expect(box.open(sealed.apiKey as never, sealingContext('erp_1', 'apiKey'))).toBe('s3cret')
})

test('a masked secret keeps its sealed value', () => {
  const before = sealCredentials(connector, { apiUrl: 'https://x.example', apiKey: 's3cret' }, none, options)
  const after = sealCredentials(connector, { apiUrl: 'https://y.example', apiKey: mask }, before, options)
  expect(after.sealed.apiKey).toBe(before.sealed.apiKey)
  expect(after.credentials).toEqual({ apiUrl: 'https://y.example' })
})

test('a masked secret that was never stored is refused', () => {
  expect(() => sealCredentials(connector, { apiUrl: 'https://x.example', apiKey: mask }, none, options)).toThrow(/no such secret is stored/)
})

test('an unknown field is refused, and the message lists the known ones', () => {
  expect(() => sealCredentials(connector, { apiUrl: 'https://x.example', apikey: 'x' }, none, options)).toThrow(
    /"apikey"; did you mean "apiKey"\?; the known fields are apiKey, apiUrl, username/,
  )
})

test('settings get their defaults, and by default every data type of the connector is enabled', () => {
  expect(parseSettings(connector, { company: 'A' })).toEqual({
    timeout: 30_000,
    retryAttempts: 3,
    retryDelay: 5000,
    batchSize: 100,
    pushConcurrency: 4,
    watermarkOverlap: 300_000,
    maxDeleteShare: 0.3,
    maxRejectShare: 0.5,
    enabledDataTypes: ['products', 'inventory'],
    company: 'A',
  })
  expect(() => parseSettings(connector, { enabledDataTypes: ['gifts'] })).toThrow(/settings.enabledDataTypes.0/)
})
