import iconv from 'iconv-lite'
import type { XmlFailure } from '../xml-fault.ts'

/** A document and what a reader must make of it: the text of its root element, or a failure. */
export interface XmlSample {
  readonly name: string
  readonly bytes: Buffer
  readonly expected: { readonly text: string } | { readonly failure: XmlFailure }
}

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Buffer => utf16le(text).swap16()
const windows1252 = (text: string): Buffer => iconv.encode(text, 'windows-1252')
const declared = (encoding: string, text = 'Müller €'): string => `<?xml version="1.0" encoding="${encoding}"?>\n<a>${text}</a>`
const nested = (depth: number): string => `${'<a>'.repeat(depth)}x${'</a>'.repeat(depth)}`
const attributes = (count: number): string => Array.from({ length: count }, (_, at) => ` a${at}="${at}"`).join('')
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')

const read = (text: string, samples: Readonly<Record<string, string | Buffer>>): XmlSample[] =>
  Object.entries(samples).map(([name, document]) => ({ name, bytes: Buffer.from(document), expected: { text } }))
const failing = (failure: XmlFailure, samples: Readonly<Record<string, string | Buffer>>): XmlSample[] =>
  Object.entries(samples).map(([name, document]) => ({ name, bytes: Buffer.from(document), expected: { failure } }))

export const encodingSamples: readonly XmlSample[] = [
  ...read('Müller €', {
    'UTF-8': declared('UTF-8'),
    'UTF-8 without a declaration': '<a>Müller €</a>',
    'UTF-8 with a byte order mark': `\uFEFF${declared('utf-8')}`,
    'UTF-8 with a byte order mark that contradicts the declaration': `\uFEFF${declared('ISO-8859-1')}`,
    'UTF-16, little endian, with a byte order mark': utf16le(`\uFEFF${declared('UTF-16')}`),
    'UTF-16, big endian, with a byte order mark': utf16be(`\uFEFF${declared('UTF-16')}`),
    'UTF-16, little endian, without a byte order mark': utf16le(declared('UTF-16LE')),
    'UTF-16, big endian, without a byte order mark': utf16be(declared('UTF-16')),
    'UTF-8 declared as ISO-8859-1': declared('ISO-8859-1'),
    'UTF-16 declared as UTF-8': utf16le(`\uFEFF${declared('UTF-8')}`),
    'Windows-1252': windows1252(declared('windows-1252')),
    'Windows-1252 declared as ISO-8859-1': windows1252(declared('ISO-8859-1')),
    'Windows-1252 declared in single quotes': windows1252(declared('x').replace('"x"', "'CP1252'")),
    'ISO-8859-15': iconv.encode(declared('ISO-8859-15'), 'iso-8859-15'),
  }),
  ...read('Łódź', { 'Windows-1250': iconv.encode(declared('windows-1250', 'Łódź'), 'windows-1250') }),
  ...failing('malformed', {
    'Windows-1252 without a declaration': windows1252('<a>Müller</a>'),
    'Windows-1252 declared as UTF-8': windows1252(declared('UTF-8', 'Müller')),
    'a byte that Windows-1252 does not have': Buffer.from(declared('windows-1252', 'M\u0081ller'), 'latin1'),
    'half a character in UTF-8': Buffer.from('<a>\u00ED\u00A0\u0080</a>', 'latin1'),
    'half a character in UTF-16': utf16le('\uFEFF<a>\uD83D</a>'),
    'an overlong UTF-8 sequence': Buffer.from([0x3c, 0x61, 0x3e, 0xc0, 0xbc, 0x3c, 0x2f, 0x61, 0x3e]),
  }),
  ...failing('cutShort', { 'UTF-8 that ends within a character': Buffer.from('<a>€').subarray(0, 5) }),
]

/** Declarations that cannot be true. A file without settings is read as the UTF-8 that it is; everything else is refused. */
export const falseDeclarations: readonly XmlSample[] = failing('malformed', {
  'UTF-8 declared as UTF-16': declared('UTF-16'),
  'UTF-7': declared('UTF-7'),
  EBCDIC: declared('EBCDIC-CP-DE'),
})

export const wellFormedSamples: readonly XmlSample[] = [
  ...read('x', {
    'a DOCTYPE of cXML': '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.063/cXML.dtd">\n<cXML payloadID="1">x</cXML>',
    'a DOCTYPE with brackets in its system id': '<!DOCTYPE a SYSTEM "http://xml.example/[1]"><a>x</a>',
    'a DOCTYPE with a public id': '<!DOCTYPE a PUBLIC "-//x//y" "x.dtd"><a>x</a>',
    'a DOCTYPE that names a file': '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>x</a>',
    'a DOCTYPE after a comment': '<!-- > --><!DOCTYPE a><a>x</a>',
    'a default namespace': '<a xmlns="urn:x" id="1">x<b xmlns="">1</b><b/></a>',
    'odd prefixes': '<_.-1:a xmlns:_.-1="urn:x" xmlns:é="urn:y" é:id="1">x<é:b/></_.-1:a>',
    'a prefix that means something else inside': '<p:a xmlns:p="urn:x">x<p:b xmlns:p="urn:y">1</p:b></p:a>',
    'attributes of the language': '<a xml:lang="de" xml:space="preserve">x</a>',
    'names of JavaScript': '<a constructor="1" __proto__="2">x<toString>3</toString><__proto__>4</__proto__></a>',
    'repeated elements': '<a>x<l>1</l><m/><l><q>2</q></l></a>',
    'as many levels as allowed': nested(100).replaceAll('x', '').replace('<a>', '<a>x'),
    'as many attributes as allowed': `<a${attributes(1000)}>x</a>`,
    'whitespace where it is allowed': '<?xml version="1.0" ?>\r\n<a  id = "1"\r\n >x</a >\r\n<!-- end -->\r\n<?pi end?>\r\n',
    'XML 1.1, which is read as 1.0': '<?xml version="1.1"?><a>x</a>',
  }),
  ...read('1 < 2 & <b>&amp;</b>]]€ä\n', {
    'CDATA and references': '<a>1 &lt; 2 &amp;<!-- no --> <![CDATA[<b>&amp;</b>]]><![CDATA[]]]]>&#x20AC;&#228;&#10;</a>',
  }),
  ...read('x\ny', { 'line ends': '<a b="1\n2\t3&#10;4">x\r\ny</a>' }),
]

export const illFormedSamples: readonly XmlSample[] = [
  ...failing('malformed', {
    'a billion laughs': `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l9;</a>`,
    'an external entity': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    'a parameter entity': '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]><a/>',
    'an internal subset without anything in it': '<!DOCTYPE a SYSTEM "x" []><a/>',
    'an entity that is not declared': '<a>&nbsp;</a>',
    'an entity that is not declared, in an attribute': '<a b="&nbsp;"/>',
    'an entity named like a method': '<a>&constructor;</a>',
    'a reference to a character that XML forbids': '<a>&#0;</a>',
    'a reference to half a character': '<a>&#xD800;</a>',
    'a reference beyond Unicode': '<a>&#x110000;</a>',
    'NUL in a text': '<a>x\0y</a>',
    'NUL in an attribute': '<a b="\0"/>',
    'a control character': '<a>\u0001</a>',
    'a character that is no character': '<a>\uFFFE</a>',
    'a < in an attribute': '<a b="<"/>',
    'a < in a text': '<a>1 < 2</a>',
    ']]> in a text': '<a>]]></a>',
    '-- in a comment': '<a><!-- a -- b --></a>',
    'a section of an unknown kind': '<a><!foo></a>',
    'CDATA after the root': '<a/><![CDATA[x]]>',
    'two roots': '<a></a><b></b>',
    'two empty roots': '<a/><b/>',
    'text before the root': 'x<a/>',
    'text after the root': '<a/>x',
    'a DOCTYPE after the root': '<a/><!DOCTYPE a>',
    'a DOCTYPE in the root': '<a><!DOCTYPE a></a>',
    'two DOCTYPEs': '<!DOCTYPE a><!DOCTYPE a><a/>',
    'a declaration after a space': ' <?xml version="1.0"?><a/>',
    'a declaration in the root': '<a><?xml version="1.0"?></a>',
    'a declaration without a version': '<?xml encoding="utf-8"?><a/>',
    'a declaration with a wrong value': '<?xml version="1.0" standalone="x"?><a/>',
    'a reference that only XML 1.1 allows': '<?xml version="1.1"?><a>&#1;</a>',
    'an attribute twice': '<a b="1" b="2"/>',
    'attributes without a space between them': '<a b="1"c="2"/>',
    'an attribute without quotes': '<a b=1/>',
    'an attribute without a value': '<a b/>',
    'a name that begins with a digit': '<1a/>',
    'a closing tag with an attribute': '<a></a b="1">',
    'closing tags in the wrong order': '<a><b></a></b>',
    'a login page': '<!DOCTYPE html>\n<html><head><br></head></html>',
    JSON: '{"a":1}',
  }),
  ...failing('tooLarge', {
    'more levels than allowed': nested(101),
    'a million levels': '<a>'.repeat(1_000_000),
    'more attributes than allowed': `<a${attributes(1001)}/>`,
    'a huge attribute': `<a b="${'x'.repeat(3_000_000)}"/>`,
    'a huge attribute that has ended': `<a b="${'x'.repeat(1_000_001)}"/>`,
    'a huge text': `<a>${'x'.repeat(1_000_001)}</a>`,
    'a huge comment': `<a><!--${'x'.repeat(3_000_000)}--></a>`,
  }),
  ...failing('cutShort', {
    'no closing tag': '<a><b>1</b>',
    'half an opening tag': '<a><b at',
    'half a closing tag': '<a></a',
    'half a comment': '<a/><!-- x',
    'half a CDATA section': '<a><![CDATA[x</a>',
    'an & that begins nothing': '<a>a & b</a>',
  }),
  ...failing('empty', { nothing: '', 'whitespace only': ' \n', 'a declaration only': '<?xml version="1.0"?>' }),
]

/** Well-formed XML 1.0 that breaks the rules of namespaces: refused in messages, where namespaces are resolved. */
export const namespaceFaults: readonly XmlSample[] = failing('malformed', {
  'a prefix that is not declared': '<x:a/>',
  'a prefix of an attribute that is not declared': '<a xsi:type="t"/>',
  'an attribute twice, by two prefixes': '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>',
  'a name with two colons': '<a:b:c xmlns:a="u"/>',
  'another meaning of xml': '<a xmlns:xml="u"/>',
  'a prefix that is taken back': '<a xmlns:x=""/>',
})
