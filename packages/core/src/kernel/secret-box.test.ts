import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createSecretBox, type Sealed } from './secret-box.ts'

const key = (id: string) => ({ id, bytes: randomBytes(32) })

test('opens what it sealed, and seals the same text to another ciphertext each time', () => {
  const box = createSecretBox([key('a')])
  const sealed = box.seal('pässword', 'erp_1/apiKey')
  expect(sealed).not.toContain('pässword')
  expect(box.seal('pässword', 'erp_1/apiKey')).not.toBe(sealed)
  expect(box.open(sealed, 'erp_1/apiKey')).toBe('pässword')
})

test('seals with the first key and opens with every key', () => {
  const [old, young] = [key('old'), key('young')]
  const before = createSecretBox([old]).seal('secret', 'c')
  const rotated = createSecretBox([young, old])
  expect(rotated.open(before, 'c')).toBe('secret')
  expect(rotated.seal('secret', 'c')).toMatch(/^v1:young:/)
})

test.each([
  ['another connection', (text: string) => text, 'erp_2/apiKey'],
  ['a changed byte', (text: string) => `${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`, 'erp_1/apiKey'],
  ['a shortened text', (text: string) => text.slice(0, 20), 'erp_1/apiKey'],
  ['an unknown key', (text: string) => text.replace('v1:a:', 'v1:b:'), 'erp_1/apiKey'],
])('refuses a ciphertext with %s', (_, change, context) => {
  const box = createSecretBox([key('a')])
  const sealed = change(box.seal('secret', 'erp_1/apiKey')) as Sealed
  expect(() => box.open(sealed, context)).toThrow(expect.objectContaining({ code: 'setup.key-missing' }))
})
