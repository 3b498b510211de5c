import { expect, test } from 'vitest'
import { createRedactor } from './redact.ts'

test('removes a secret in plain, URL-encoded and base64 form, however deep it lies', () => {
  const redactor = createRedactor()
  redactor.add(['p@ss word'])
  const forms = ['p@ss word', encodeURIComponent('p@ss word'), Buffer.from('p@ss word').toString('base64')]
  const cleaned = JSON.stringify(redactor.cleanDeep({ message: `x ${forms[0]}`, inner: [{ url: `?k=${forms[1]}` }, forms[2]] }))
  for (const form of forms) expect(cleaned).not.toContain(form)
  expect(cleaned).toContain('x [redacted]')
})

test('ignores secrets that are too short to tell from ordinary words', () => {
  const redactor = createRedactor()
  redactor.add(['abc'])
  expect(redactor.clean('abc')).toBe('abc')
})
