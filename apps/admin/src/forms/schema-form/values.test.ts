import { expect, test } from 'vitest'
import { remarkOn, titleOf } from './remarks.ts'
import { kindOf } from './schema.ts'
import { patchOf, withValue } from './values.ts'

test('a patch holds only what differs, and null for what is gone', () => {
  const before = { apiUrl: 'https://a', apiKey: '********', scope: 'x', paging: { style: 'page', size: 5 }, plants: ['1', '2'] }
  const after = { apiUrl: 'https://a', apiKey: 'new', paging: { style: 'page', size: 6 }, plants: ['1'] }
  expect(patchOf(before, after)).toEqual({ apiKey: 'new', scope: null, paging: { size: 6 }, plants: ['1'] })
  expect(patchOf(before, before)).toEqual({})
})

test('a value that is emptied is left out', () => {
  expect(withValue({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 })
})

test.each([
  ['https://erp.example.com', null],
  ['https://mia:secret@erp.example.com/v1', 'login-in-url'],
  ['https://erp.example.com ', 'blank-around'],
])('%j is remarked on with %j', (text, remark) => {
  expect(remarkOn(text)).toBe(remark)
})

test.each([
  ['apiUrl', 'API URL'],
  ['credentials.sftpHostFingerprint', 'SFTP host fingerprint'],
  ['oauthToken', 'OAuth token'],
])('%s is called %s', (name, title) => {
  expect(titleOf(name)).toBe(title)
})

test('variants that one field tells apart are chosen by it, others are written as JSON', () => {
  const variant = (style: string) => ({
    type: 'object',
    properties: { style: { type: 'string', const: style }, size: { type: 'integer' } },
  })
  expect(kindOf({ oneOf: [variant('page'), variant('cursor')] }, {})).toMatchObject({
    kind: 'variants',
    by: 'style',
    variants: [
      ['page', {}],
      ['cursor', {}],
    ],
  })
  expect(kindOf({ anyOf: [{ type: 'string' }, { type: 'null' }] }, {})).toEqual({ kind: 'json' })
})
