import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { WebhookSettings } from '../connections/webhook-settings.ts'
import { proveEvent } from './prove-event.ts'

const now = new Date('2026-11-28T12:00:00Z')
const seconds = (offset = 0) => String(now.getTime() / 1000 + offset)
const body = Buffer.from('{"type":"product.changed","name":"Tässchen"}')
const key = Buffer.alloc(24, 7)
const whsec = `whsec_${key.toString('base64')}`

const prove = (settings: object, secret: string, headers: Record<string, string>, sent: Uint8Array = body) => {
  const request = { method: 'POST', headers, query: new URLSearchParams(), body: sent }
  return proveEvent(WebhookSettings.parse(settings), secret, request, now)
}
const codeOf = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (thrown) {
    return (thrown as { code?: string }).code
  }
}
const sign = (id: string, timestamp: string, sent: Uint8Array = body, by = key) =>
  `v1,${createHmac('sha256', by).update(`${id}.${timestamp}.`).update(sent).digest('base64')}`
const standard = (changes: Record<string, string> = {}) => ({
  'webhook-id': 'evt_1',
  'webhook-timestamp': seconds(),
  'webhook-signature': sign('evt_1', seconds()),
  ...changes,
})

test('Standard Webhooks: the example of its specification is proven', () => {
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  }
  const request = { method: 'POST', headers, query: new URLSearchParams(), body: Buffer.from('{"test": 2432232314}') }
  const at = new Date(1614265330_000)
  expect(proveEvent(WebhookSettings.parse({}), 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', request, at)).toBe('msg_p5jXN8AQM9LWM0D4loKWxJek')
})

test('Standard Webhooks: one of several signatures is enough, as while a secret is rotated', () => {
  expect(prove({}, whsec, standard())).toBe('evt_1')
  const signatures = `${sign('evt_1', seconds(), body, Buffer.alloc(24, 1))} ${sign('evt_1', seconds())} v1a,x`
  expect(prove({}, whsec, standard({ 'webhook-signature': signatures }))).toBe('evt_1')
})

test.each([
  ['another body', standard(), Buffer.from('{"type":"product.changed","name":"Tasschen"}')],
  ['another id', standard({ 'webhook-id': 'evt_2' }), body],
  ['another time', standard({ 'webhook-timestamp': seconds(1) }), body],
  ['no signature', standard({ 'webhook-signature': '' }), body],
  ['a signature by another secret', standard({ 'webhook-signature': sign('evt_1', seconds(), body, Buffer.alloc(24, 1)) }), body],
  ['an event that is too old', standard({ 'webhook-timestamp': seconds(-301), 'webhook-signature': sign('evt_1', seconds(-301)) }), body],
  ['an event of the future', standard({ 'webhook-timestamp': seconds(301), 'webhook-signature': sign('evt_1', seconds(301)) }), body],
  ['a time that is none', standard({ 'webhook-timestamp': 'soon', 'webhook-signature': sign('evt_1', 'soon') }), body],
])('Standard Webhooks: %s is not proven', (_, headers, sent) => {
  expect(codeOf(() => prove({}, whsec, headers, sent))).toBe('webhook.unproven')
})

test.each([
  ['hex', 'sha256', ''],
  ['base64', 'sha256', ''],
  ['hex', 'sha512', 'sha512='],
] as const)('an HMAC in %s by %s is proven over the bytes as they came', (encoding, algorithm, prefix) => {
  const settings = { scheme: 'hmac', header: 'X-Signature', encoding, algorithm, prefix }
  const signature = createHmac(algorithm, 'a-shared-secret-1').update(body).digest(encoding)
  const id = prove(settings, 'a-shared-secret-1', { 'x-signature': prefix + signature })
  expect(id).toBe(prove(settings, 'a-shared-secret-1', { 'x-signature': prefix + signature }))
  expect(codeOf(() => prove(settings, 'another-secret-22', { 'x-signature': prefix + signature }))).toBe('webhook.unproven')
  expect(codeOf(() => prove(settings, 'a-shared-secret-1', { 'x-signature': signature }, Buffer.from('x')))).toBe('webhook.unproven')
  expect(codeOf(() => prove(settings, 'a-shared-secret-1', {}))).toBe('webhook.unproven')
})

test('the time of an HMAC may be signed with the body, and must be recent', () => {
  const settings = { scheme: 'hmac', header: 'x-signature', timestampHeader: 'X-Time' }
  const signed = (time: string) => createHmac('sha256', 'a-shared-secret-1').update(`${time}.`).update(body).digest('hex')
  const at = (time: string) => () => prove(settings, 'a-shared-secret-1', { 'x-signature': signed(time), 'x-time': time })
  expect(at(seconds())()).toEqual(expect.any(String))
  expect(at('2026-11-28T11:58:00Z')()).toEqual(expect.any(String))
  expect(codeOf(at(seconds(-400)))).toBe('webhook.unproven')
})

test('a token is compared as a whole, in a header or in every event of the body', () => {
  const inHeader = { scheme: 'token', header: 'authorization' }
  expect(prove(inHeader, 'a-shared-secret-1', { authorization: 'Bearer a-shared-secret-1' })).toBeNull()
  expect(prove(inHeader, 'a-shared-secret-1', { authorization: 'a-shared-secret-1', 'webhook-id': '7' })).toBe('7')
  expect(codeOf(() => prove(inHeader, 'a-shared-secret-1', { authorization: 'Bearer a-shared-secret-' }))).toBe('webhook.unproven')
  const inBody = { scheme: 'token', tokenPath: 'value[].clientState' }
  const events = (...states: unknown[]) => Buffer.from(JSON.stringify({ value: states.map((clientState) => ({ clientState })) }))
  expect(prove(inBody, 'a-shared-secret-1', {}, events('a-shared-secret-1', 'a-shared-secret-1'))).toBeNull()
  for (const sent of [events('a-shared-secret-1', 'x'), events('a-shared-secret-1', 7), events(), Buffer.from('no JSON')])
    expect(codeOf(() => prove(inBody, 'a-shared-secret-1', {}, sent))).toBe('webhook.unproven')
})
