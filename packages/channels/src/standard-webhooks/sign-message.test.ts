import { systemClock } from '@linkspan/core'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { signMessage } from './sign-message.ts'

const secretOf = (letter: string): string => `whsec_${Buffer.from(letter.repeat(24)).toString('base64')}`
const message = { id: 'evt_1', at: systemClock.now(), body: '{"name":"Müller"}' }

test('a message verifies with each secret it was signed with, and with no other', () => {
  const headers = signMessage([secretOf('a'), secretOf('b')], message)
  for (const letter of ['a', 'b']) expect(new Webhook(secretOf(letter)).verify(message.body, headers)).toEqual({ name: 'Müller' })
  expect(() => new Webhook(secretOf('c')).verify(message.body, headers)).toThrow('No matching signature')
  expect(() => new Webhook(secretOf('a')).verify('{"name":"Muller"}', headers)).toThrow('No matching signature')
  expect(() => new Webhook(secretOf('a')).verify(message.body, { ...headers, 'webhook-id': 'evt_2' })).toThrow('No matching signature')
})

test('the signature is that of the example in the specification', () => {
  const headers = signMessage(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  })
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})
