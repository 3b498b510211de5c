import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildXml, element, type XmlNode } from './build-xml.ts'
import { child, childrenOf, elementAt, elementsAt, textAt } from './element.ts'
import { parseXml } from './parse-xml.ts'
import { createStrictParser } from './strict-parser.ts'

test('a document declares its encoding, and is indented', () => {
  const root = element('cXML', { version: '1', 'xml:lang': 'en', none: undefined }, undefined, [
    element('A', {}, 'text'),
    undefined,
    element('B', {}, element('C')),
  ])
  expect(buildXml(root, { doctype: 'http://xml.example/cXML.dtd' })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.example/cXML.dtd">
<cXML version="1" xml:lang="en">
  <A>text</A>
  <B>
    <C/>
  </B>
</cXML>
`)
})

/** Half of them any characters, half of them those that mean something in XML. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']', '\t', '\n', '\r', ' ', ';', 'a', 'é', '😀', '\0', '\uD83D'),
    maxLength: 40,
  }),
)
const isForbidden = (letter: string): boolean =>
  (letter < ' ' && !'\t\n\r'.includes(letter)) || /^[\uD800-\uDFFF\uFFFE\uFFFF]$/.test(letter)
/** What is left of a text: characters that XML forbids are spaces. */
const written = (text: string): string => Array.from(text, (letter) => (isForbidden(letter) ? ' ' : letter)).join('')
/** At most 100 runs, and no more than fit into 10 s: the machine may be busy. */
const bounded = { numRuns: 100, interruptAfterTimeLimit: 10_000, markInterruptAsFailure: false }

test('whatever is written is read again, except for what XML forbids', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (attribute, content) => {
      const root = await parseXml(buildXml(element('a', { b: attribute }, content)))
      expect([root.attributes.b, root.text]).toEqual([written(attribute), written(content)])
    }),
    bounded,
  )
})

const { tree } = fc.letrec<{ tree: XmlNode; content: XmlNode | string }>((tie) => ({
  tree: fc
    .tuple(
      fc.constantFrom('a', 'b:c', 'é', '__proto__', 'constructor'),
      fc.dictionary(fc.constantFrom('x', 'y', 'xml:lang', 'toString'), anyText, { maxKeys: 3 }),
      fc.array(tie('content'), { maxLength: 4 }),
    )
    .map(([name, attributes, content]) => element(name, attributes, ...content)),
  content: fc.oneof({ depthSize: 'small', withCrossShrink: true }, anyText, tie('tree')),
}))

/** Tags, attributes and texts in their order; texts side by side are one, and indentation is left out. */
const joined = (events: readonly (readonly unknown[])[]): unknown[] =>
  events
    .reduce<(readonly unknown[])[]>((done, event) => {
      const last = done.at(-1)
      return event[0] === 'text' && last?.[0] === 'text' ? done.with(-1, ['text', `${last[1]}${event[1]}`]) : done.concat([event])
    }, [])
    .filter(([kind, text]) => kind !== 'text' || !/^\n *$/.test(String(text)))

const eventsOf = ({ name, attributes, content }: XmlNode): (readonly unknown[])[] => [
  ['open', name, Object.entries(attributes).map(([key, value]) => [key, written(value)])],
  ...content.flatMap((each) => (typeof each === 'string' ? [['text', written(each)]] : eventsOf(each))),
  ['close', name],
]

async function eventsIn(document: string) {
  const events: (readonly unknown[])[] = []
  const parser = await createStrictParser(
    { xmlns: false },
    {
      open: ({ name, attributes }) => events.push(['open', name, Object.entries(attributes)]),
      text: (text) => events.push(['text', text]),
      close: ({ name }) => events.push(['close', name]),
    },
  )
  parser.write(document)
  parser.end()
  return events
}

test('elements, attributes and mixed content keep their order', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (root) => {
      expect(joined(await eventsIn(buildXml(root)))).toEqual(joined(eventsOf(root)))
    }),
    bounded,
  )
})

test.each([
  ['<&>"\'', '&lt;&amp;&gt;"\''],
  [']]>', ']]&gt;'],
  ['a\vb\0c', 'a b c'],
  ['half \uD83D pair', 'half   pair'],
  ['line\r\nline', 'line&#13;\nline'],
  ['ends with >', 'ends with &gt;'],
])('the text %j is written as %j', (text, written) => {
  expect(buildXml(element('a', {}, text))).toContain(`<a>${written}</a>`)
})

test.each(['', '1a', 'a b', 'a:b:c', 'a>', ':a', 'a:', '-a', '?a', '#text', ':@', 'a\n'])('%j is not a name', (name) => {
  expect(() => buildXml(element(name))).toThrow('cannot be the name')
  expect(() => buildXml(element('a', { [name]: '1' }))).toThrow('cannot be the name')
})

test('elements and texts are found by paths', async () => {
  const root = await parseXml('<a x=" 1 "><b><c>1</c><c y="2"> two </c></b><b><c>3</c></b><d> </d></a>')
  expect(child(root, 'b')?.children).toHaveLength(2)
  expect(childrenOf(root, 'b')).toHaveLength(2)
  expect(elementAt(root, 'b/c')?.text).toBe('1')
  expect(elementsAt(root, 'b/c').map(({ text }) => text)).toEqual(['1', ' two ', '3'])
  expect(['@x', 'b/c', 'b/c/@y', 'd', 'b/none/c', 'b/@none'].map((path) => textAt(root, path))).toEqual([
    '1',
    '1',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
