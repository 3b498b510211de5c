import { expect, test } from 'vitest'
import { parseXml } from './parse-xml.ts'

const failureOf = (source: string | Uint8Array, as: 'answer' | 'request' = 'answer') =>
  parseXml(source, { as }).then(
    () => ({ code: 'none', message: '' }),
    ({ code, message }) => ({ code, message }),
  )

test('namespaces are resolved to their URIs, whatever the prefix', async () => {
  const document = (prefix: string) => {
    const p = prefix === '' ? '' : `${prefix}:`
    return `<${p}a xmlns${prefix && `:${prefix}`}="urn:x" xmlns:o="urn:o" id=" 1 " xml:lang="de" o:id="2"><${p}b>one</${p}b><b xmlns="urn:y">two</b></${p}a>`
  }
  const [plain, foreign] = await Promise.all([parseXml(document('')), parseXml(document('ns0'))])
  expect(plain).toEqual(foreign)
  expect(plain).toEqual({
    name: 'a',
    namespace: 'urn:x',
    attributes: { id: ' 1 ', 'xml:lang': 'de', '{urn:o}id': '2' },
    children: [
      { name: 'b', namespace: 'urn:x', attributes: {}, children: [], text: 'one' },
      { name: 'b', namespace: 'urn:y', attributes: {}, children: [], text: 'two' },
    ],
    text: '',
  })
})

test('the text of an element joins characters, CDATA and references', async () => {
  const { text } = await parseXml('<a>1 &lt; 2 &amp;<!-- not this --> <![CDATA[<b>&amp;</b>]]>&#x20AC;&#228;</a>')
  expect(text).toBe('1 < 2 & <b>&amp;</b>€ä')
})

test('names that JavaScript uses itself are read like any other', async () => {
  const root = await parseXml('<a constructor="1" __proto__="2"><toString/></a>')
  expect(Object.entries(root.attributes)).toEqual([
    ['constructor', '1'],
    ['__proto__', '2'],
  ])
})

const doctype = '<!DOCTYPE cXML SYSTEM "http://xml.example/schemas/cXML/1.2.063/cXML.dtd">'
test.each([
  ['a DOCTYPE with a system id', `<?xml version="1.0"?>\n${doctype}<cXML/>`],
  ['a DOCTYPE with brackets in its system id', '<!DOCTYPE cXML SYSTEM "http://xml.example/[1]">\n<cXML/>'],
  ['a DOCTYPE with a public id', '<!DOCTYPE cXML PUBLIC "-//x//y" "x.dtd"><cXML/>'],
])('%s is skipped', async (_, document) => {
  expect((await parseXml(document)).name).toBe('cXML')
})

const laughs = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')}]><a>&l9;</a>`
const nested = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`
test.each([
  ['a billion laughs', laughs, 'setup.answer-unexpected', 'in its DOCTYPE'],
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'setup.answer-unexpected', 'in its DOCTYPE'],
  ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><a/>', 'setup.answer-unexpected', 'in its DOCTYPE'],
  ['an empty internal subset', '<!DOCTYPE a SYSTEM "x" []><a/>', 'setup.answer-unexpected', 'in its DOCTYPE'],
  ['an entity that is not declared', '<a>&nbsp;</a>', 'setup.answer-unexpected', 'undefined entity'],
  ['an entity named like a method', '<a>&constructor;</a>', 'setup.answer-unexpected', 'undefined entity'],
  ['a reference to a forbidden character', '<a>&#0;</a>', 'setup.answer-unexpected', 'malformed character entity'],
  ['a control character', '<a>\u0001</a>', 'setup.answer-unexpected', 'disallowed character'],
  ['101 levels', nested(101), 'setup.answer-too-large', 'nested deeper than 100'],
  ['a million levels', '<a>'.repeat(1_000_000), 'setup.answer-too-large', 'nested deeper than 100'],
  ['an attribute of 100 MB', `<a b="${'x'.repeat(100_000_000)}"/>`, 'setup.answer-too-large', '100000009 bytes'],
  ['an attribute of 2 MB', `<a b="${'x'.repeat(2_000_000)}"/>`, 'setup.answer-too-large', 'in the attribute b'],
  ['a text of 2 MB', `<a>${'x'.repeat(2_000_000)}</a>`, 'setup.answer-too-large', 'in the element a'],
  ['a text in many pieces', `<a>${`${'x'.repeat(1000)}<b/>`.repeat(1_001)}</a>`, 'setup.answer-too-large', 'in the element a'],
  [
    '1001 attributes',
    `<a ${Array.from({ length: 1001 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
    'setup.answer-too-large',
    'more than 1000',
  ],
  ['100,001 elements', `<a>${'<b/>'.repeat(100_000)}</a>`, 'setup.answer-too-large', 'more than 100000'],
  ['an unclosed element', '<a><b>1</b>', 'remote.cut-short', 'unclosed tag'],
  ['a name that does not end', `<${'x'.repeat(1_000_000)}>`, 'remote.cut-short', 'unclosed tag'],
  ['half a tag', '<a><b at', 'remote.cut-short', 'unclosed tag'],
  ['tags in the wrong order', '<a><b></a></b>', 'setup.answer-unexpected', 'unexpected close tag'],
  ['a prefix that is not declared', '<x:a/>', 'setup.answer-unexpected', 'unbound namespace prefix'],
  ['an attribute twice', '<a b="1" b="2"/>', 'setup.answer-unexpected', 'duplicate attribute'],
  ['two roots', '<a/><b/>', 'setup.answer-unexpected', 'one root'],
  ['a login page', '<!DOCTYPE html>\n<html><head><br></head></html>', 'setup.answer-unexpected', 'well-formed'],
  ['JSON', '{"a":1}', 'setup.answer-unexpected', 'text data outside of root'],
  ['nothing', '', 'setup.answer-unexpected', ''],
])('%s is refused', async (_, document, code, message) => {
  const failure = await failureOf(document)
  expect(failure).toEqual({ code, message: expect.stringContaining(message) })
  expect(failure.message.length).toBeLessThan(300)
})

test.each([
  ['a document with as many levels as allowed', nested(100)],
  ['100,000 elements', `<a>${'<b/>'.repeat(99_999)}</a>`],
  ['a text of 1 MB', `<a>${'x'.repeat(1_000_000)}</a>`],
])('%s is read', async (_, document) => {
  expect((await parseXml(document)).name).toBe('a')
})

test('errors in what was sent to us are for the sender, not for the administrator', async () => {
  expect((await failureOf('<a>', 'request')).code).toBe('request.malformed')
  expect((await failureOf(nested(101), 'request')).code).toBe('request.too-large')
})

const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Müller €</a>`
const inUtf16 = (text: string, order: 'le' | 'be', mark = true): Buffer => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const inWindows = (text: string): Buffer => Buffer.from(text.replace('€', '\u0080'), 'latin1')
test.each([
  ['UTF-8', Buffer.from(declared('UTF-8')), undefined],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${declared('utf-8')}`), undefined],
  ['UTF-8 without a declaration', Buffer.from('<a>Müller €</a>'), undefined],
  ['UTF-16, big endian, with a byte order mark', inUtf16(declared('UTF-16'), 'be'), undefined],
  ['UTF-16, little endian, with a byte order mark', inUtf16(declared('UTF-16'), 'le'), undefined],
  ['UTF-16 without a byte order mark', inUtf16(declared('UTF-16'), 'le', false), undefined],
  ['Windows-1252', inWindows(declared('windows-1252')), undefined],
  ['Windows-1252 declared by the header', inWindows('<a>Müller €</a>'), 'Windows-1252'],
  ['ISO-8859-1', inWindows(declared('ISO-8859-1')), undefined],
  ['a document whose header contradicts its declaration', Buffer.from(declared('ISO-8859-1')), '"utf-8"'],
  ['a document whose byte order mark contradicts the header', inUtf16(declared('UTF-16'), 'le'), 'utf-8'],
])('%s is read', async (_, bytes, charset) => {
  expect((await parseXml(bytes, { charset })).text).toBe('Müller €')
})

test.each([
  ['Windows-1252 without a declaration', inWindows('<a>Müller</a>'), undefined, 'bytes that its encoding does not have'],
  ['UTF-8 declared as UTF-16', Buffer.from(declared('UTF-16')), undefined, ''],
  ['an unknown encoding in the declaration', Buffer.from(declared('EBCDIC-CP-DE')), undefined, 'EBCDIC-CP-DE'],
  ['an unknown encoding in the header', Buffer.from('<a/>'), 'utf-7', 'utf-7'],
  ['an overlong byte sequence', Buffer.from([0x3c, 0x61, 0x3e, 0xc0, 0xbc, 0x3c, 0x2f, 0x61, 0x3e]), undefined, 'bytes that'],
])('%s is refused', async (_, bytes, charset, message) => {
  await expect(parseXml(bytes, { charset })).rejects.toMatchObject({
    code: 'setup.answer-unexpected',
    message: expect.stringContaining(message),
  })
})

test('characters survive the cuts between the parts of a large document', async () => {
  const name = `${'x'.repeat(8_188)}€😀${'y'.repeat(8_186)}😀${'z'.repeat(8_187)}😀`
  for (const source of [`<a>${name}</a>`, Buffer.from(`<a>${name}</a>`)]) expect((await parseXml(source)).text).toBe(name)
})

test('the event loop goes on while 8 MB are parsed', async () => {
  const line = '<ItemOut quantity="1" lineNumber="10"><ItemID><SupplierPartID>A-1</SupplierPartID></ItemID><Comments>'
  const document = Buffer.from(`<cXML>${`${line}${'x'.repeat(280)}</Comments></ItemOut>`.repeat(20_000)}</cXML>`)
  expect(document.length).toBeGreaterThan(8_000_000)
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  const { children } = await parseXml(document)
  clearInterval(timer)
  expect(children).toHaveLength(20_000)
  expect(turns).toBeGreaterThan(50)
})
