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

const odd = `pä"ss!w'rd(*)/<&>+ ~1`
const bothEnds = (text: string) => `before ${text} after`
test.each<readonly [string, (secret: string) => string]>([
  ['a form', (secret) => new URLSearchParams({ secret }).toString().slice('secret='.length)],
  ['a form with small digits', (secret) => new URLSearchParams({ secret }).toString().slice('secret='.length).toLowerCase()],
  [
    'a URL, by the stricter standard',
    (secret) => encodeURIComponent(secret).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
  ],
  [
    'JSON in ASCII',
    (secret) =>
      JSON.stringify(secret)
        .slice(1, -1)
        .replace(/[^ -~]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`),
  ],
  [
    'JSON that is safe in HTML',
    (secret) =>
      JSON.stringify(secret)
        .slice(1, -1)
        .replaceAll('\\"', '\\u0022')
        .replace(/[<>&'+ä]/g, (char) => `\\u00${char.charCodeAt(0).toString(16).toUpperCase()}`),
  ],
  ['the text of an XML element', (secret) => secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
  [
    'HTML',
    (secret) =>
      secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
  ],
  ['the Basic header of OAuth', (secret) => Buffer.from(`client:${encodeURIComponent(secret)}`).toString('base64')],
  ['a Basic header, in JSON with escaped slashes', (secret) => Buffer.from(`user:${secret}`).toString('base64').replaceAll('/', '\\/')],
  ['a Basic header, URL-encoded', (secret) => encodeURIComponent(Buffer.from(`user:${secret}`).toString('base64'))],
])('removes a secret with unusual characters in %s', (_, form) => {
  const redactor = createRedactor()
  redactor.add([odd])
  const cleaned = redactor.clean(bothEnds(form(odd)))
  expect(cleaned).toContain('[redacted]')
  expect(cleaned.length).toBeLessThan(bothEnds('[redacted]').length + 16) // the user of a Basic header may stay
})

test('removes each line of a private key, and leaves what frames it', () => {
  const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'
  const redactor = createRedactor()
  redactor.add([`-----BEGIN PRIVATE KEY-----\n${line}\n-----END PRIVATE KEY-----`])
  expect(redactor.clean(`bad line "${line}" after -----BEGIN PRIVATE KEY-----`)).toBe(
    'bad line "[redacted]" after -----BEGIN PRIVATE KEY-----',
  )
})

test.each([
  ['Bearer tok-12345678', 'tok-12345678'],
  [`Basic ${Buffer.from('us:pass:word-1').toString('base64')}`, 'pass:word-1'],
  [`basic ${Buffer.from('us:pass:word-1').toString('base64')}`, Buffer.from('us:pass:word-1').toString('base64')],
])('removes from an echo of the header %s also %s alone', (header, proof) => {
  const redactor = createRedactor()
  redactor.add([header])
  expect(redactor.clean(`invalid: "${proof}"`)).toBe('invalid: "[redacted]"')
})

test('removes a secret that is the name of a field, or lies in an object without a prototype', () => {
  const redactor = createRedactor()
  redactor.add(['secret-123'])
  const row = { 'the secret-123': 1, inner: Object.assign(Object.create(null), { key: 'secret-123' }) }
  expect(redactor.cleanDeep(row)).toEqual({ 'the [redacted]': 1, inner: { key: '[redacted]' } })
})

test('removes a secret from an error and its causes', () => {
  const redactor = createRedactor()
  redactor.add(['secret-123'])
  const error = new Error('refused', { cause: new Error('with secret-123') })
  expect(JSON.stringify(redactor.cleanDeep({ error }))).toMatch(/"message":"with \[redacted\]"/)
  expect(JSON.stringify(redactor.cleanDeep({ error }))).not.toContain('secret-123')
})

test('ignores secrets that are too short to tell from ordinary words', () => {
  const redactor = createRedactor()
  redactor.add(['abc'])
  expect(redactor.clean('abc')).toBe('abc')
})
