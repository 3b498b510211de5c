import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { parseXml } from './parse-xml.ts'
import { illFormedSamples, type XmlSample } from './testing/xml-corpus.ts'

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const isAllowed = (code: number): boolean =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code > 0xffff && code <= 0x10ffff)

function resolve(reference: string): string {
  const [, decimal, hex, name = ''] = /^&(?:#(\d+)|#x([\da-f]+)|(\w+));$/i.exec(reference) ?? []
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined
  if (code !== undefined && isAllowed(code)) return String.fromCodePoint(code)
  const character = code === undefined && Object.hasOwn(entities, name) ? entities[name] : undefined
  if (character === undefined) throw new Error(`${reference} is not an entity of XML`)
  return character
}

/** The library at its strictest: its validator, no entities but XML's own, nothing declared in a DOCTYPE, 100 levels. */
function accepts(document: string): boolean {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    maxNestedTags: 100,
    entityDecoder: {
      setExternalEntities() {},
      addInputEntities(declared) {
        if (Object.keys(declared).length > 0) throw new Error('declared entities')
      },
      reset() {},
      setXmlVersion() {},
      decode: (text) => text.replace(/&[^;]*;?/g, resolve),
    },
  })
  try {
    parser.parse(document, true)
    return true
  } catch {
    return false
  }
}

const isAboutSize = ({ expected }: XmlSample): boolean => 'failure' in expected && expected.failure === 'tooLarge'

test('fast-xml-parser accepts documents that must be refused, so it does not parse what others send (docs/decisions/0007-xml.md)', () => {
  const accepted = illFormedSamples.filter((sample) => !isAboutSize(sample) && accepts(sample.bytes.toString())).map(({ name }) => name)
  expect(accepted).toEqual([
    'an internal subset without anything in it',
    'NUL in a text',
    'NUL in an attribute',
    'a control character',
    'a character that is no character',
    'a < in an attribute',
    ']]> in a text',
    '-- in a comment',
    'a section of an unknown kind',
    'CDATA after the root',
    'two empty roots',
    'text after the root',
    'a DOCTYPE after the root',
    'a DOCTYPE in the root',
    'a declaration in the root',
    'a declaration without a version',
    'a declaration with a wrong value',
  ])
})

test('it also reads line breaks in attributes otherwise than XML says', async () => {
  const document = '<a b="1\n2"/>'
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
  expect(parser.parse(document)).toEqual({ a: { b: '1\n2' } })
  expect((await parseXml(document)).attributes).toEqual({ b: '1 2' })
})
