import { expect, test } from 'vitest'
import { classify, type FailedAnswer } from './classify.ts'

const clock = { now: () => new Date('2026-03-01T10:00:00Z') }
const failed = (status: number, more: Partial<FailedAnswer> = {}) =>
  classify({ place: 'GET /products', path: '/products', status, headers: {}, body: '', ...more }, clock)

test.each([
  [401, 'setup.credentials-rejected'],
  [403, 'setup.permission-missing'],
  [404, 'setup.resource-missing'],
  [410, 'setup.resource-missing'],
  [408, 'remote.unavailable'],
  [423, 'remote.unavailable'],
  [425, 'remote.unavailable'],
  [500, 'remote.unavailable'],
  [502, 'remote.unavailable'],
  [503, 'remote.unavailable'],
  [504, 'remote.unavailable'],
  [520, 'remote.unavailable'],
  [429, 'remote.throttled'],
  [400, 'setup.request-refused'],
  [402, 'setup.request-refused'],
  [405, 'setup.request-refused'],
  [409, 'setup.request-refused'],
  [412, 'setup.request-refused'],
  [422, 'setup.request-refused'],
  [501, 'setup.request-refused'],
  [304, 'setup.answer-unexpected'],
])('HTTP %i is %s', (status, code) => {
  const error = failed(status)
  expect(error.code).toBe(code)
  expect(error.message).toContain(`GET /products: HTTP ${status}`)
  expect(error.details).toMatchObject({ status, path: '/products' })
})

test('a pause is taken over from 429 and from gateways, and guessed for 429 only', () => {
  const headers = { 'retry-after': '7' }
  expect(failed(429, { headers }).retryAfterMs).toBe(7000)
  for (const status of [502, 503, 504]) {
    expect(failed(status, { headers })).toMatchObject({ code: 'remote.throttled', retryAfterMs: 7000 })
  }
  expect(failed(429).retryAfterMs).toBe(60_000)
  expect(failed(500, { headers }).retryAfterMs).toBeUndefined()
})

test.each([
  [
    '{"error":{"code":"V1/045","message":{"lang":"en","value":"No price"},"innererror":{"errordetails":[{"code":"X","message":"Item 10"}]}}}',
    'No price · V1/045 · Item 10 · X',
  ],
  ['{"error":"invalid_scope","error_description":"No such scope"}', 'No such scope · invalid_scope'],
  ['{"errors":[{"message":"a"},{"message":"b"}]}', 'a · b'],
  ['{"title":"Bad","detail":"Field x"}', 'Field x · Bad'],
  [
    '{"title":"Bad","errors":{"lines[0].sku":["is unknown","is too long"],"total":"is missing"}}',
    'Bad · lines[0].sku: is unknown · lines[0].sku: is too long · total: is missing',
  ],
  ['<html><head><style>x{}</style><title>Logon</title></head><body>Failed &amp; out</body></html>', 'Logon Failed &amp; out'],
  ['plain\n words', 'plain words'],
  ['{"broken', '{"broken'],
])("finds the ERP's words in %s", (body, words) => {
  expect(failed(400, { body }).details.answer).toBe(words)
})

test('cuts long words', () => {
  expect(String(failed(400, { body: 'x'.repeat(5000) }).details.answer)).toHaveLength(501)
})

test('403 is throttling if it names a pause, or no calls are left', () => {
  expect(failed(403, { headers: { 'retry-after': '7' } })).toMatchObject({ code: 'remote.throttled', retryAfterMs: 7000 })
  expect(failed(403, { headers: { 'x-ratelimit-remaining': '0' } })).toMatchObject({ code: 'remote.throttled', retryAfterMs: 60_000 })
  expect(failed(403, { headers: { 'x-ratelimit-remaining': '10' } }).code).toBe('setup.permission-missing')
  expect(failed(429, { headers: { 'retry-after': '1, 2' } }).retryAfterMs).toBe(2000)
})

test('403 that says invalid_token is about the credentials', () => {
  expect(failed(403, { body: '{"error":"invalid_token"}' }).code).toBe('setup.credentials-rejected')
})
