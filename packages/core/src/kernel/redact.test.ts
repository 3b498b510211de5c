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

test.each([0, 1, 2, 3])('removes a password from a Basic header whose user has %i characters', (length) => {
  const password = 'pass/word+1234?'
  const redactor = createRedactor()
  redactor.add([password])
  const header = `Basic ${Buffer.from(`${'u'.repeat(length)}:${password}`).toString('base64')}`
  const cleaned = redactor.clean(`You sent ${header}`)
  expect(cleaned).toContain('[redacted]')
  expect(Buffer.from(cleaned.split('Basic ')[1] ?? '', 'base64').toString('latin1')).not.toContain('word')
})

test('removes a secret that is escaped for JSON, XML or a form', () => {
  const secret = 'a"b\\c/d & <e>'
  const redactor = createRedactor()
  redactor.add([secret])
  const forms = [
    JSON.stringify({ key: secret }),
    JSON.stringify(secret).replaceAll('/', '\\/'),
    new URLSearchParams({ key: secret }).toString().replace(/%3C/, '%3c'),
    'a&quot;b\\c/d &amp; &lt;e&gt;',
  ]
  for (const form of [forms[0], forms[1], forms[3]]) expect(redactor.clean(form ?? '')).toContain('[redacted]')
})

test('ignores secrets that are too short to tell from ordinary words', () => {
  const redactor = createRedactor()
  redactor.add(['abc'])
  expect(redactor.clean('abc')).toBe('abc')
})
