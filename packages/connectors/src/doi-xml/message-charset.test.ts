import { expect, test } from 'vitest'
import { messageCharset } from './message-charset.ts'

const utf16 = Buffer.from('<?xml version="1.0" encoding="UTF-16"?><a/>', 'utf16le')

test.each([
  ['a declaration of UTF-16 in narrow characters', '<?xml version="1.0" encoding="UTF-16"?><a/>', 'text/xml', 'utf-8'],
  ['a header that says UTF-16 over narrow characters', '\n<a/>', 'text/xml; charset="utf-16le"', 'utf-8'],
  ['UTF-16', utf16, 'text/xml; charset=utf-16', 'utf-16'],
  ['UTF-16 by its declaration', utf16, 'text/xml', undefined],
  ['another declaration', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>', 'text/xml', undefined],
  ['another header', '<?xml version="1.0" encoding="UTF-16"?><a/>', 'text/xml; charset=iso-8859-1', 'iso-8859-1'],
  ['nothing', '', 'text/xml', undefined],
])('%s', (_, body, contentType, expected) => {
  expect(messageCharset({ headers: { 'content-type': contentType }, body: Buffer.from(body) })).toBe(expected)
})
