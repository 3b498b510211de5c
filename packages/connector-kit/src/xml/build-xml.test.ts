import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildXml, element } from './build-xml.ts'
import { child, childrenOf, elementAt, elementsAt, textAt } from './element.ts'
import { parseXml } from './parse-xml.ts'

test('a document says how it is encoded, and stands in lines', () => {
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

test('whatever is written is read again, but for what XML forbids', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  const isForbidden = (letter: string): boolean =>
    (letter < ' ' && !'\t\n\r'.includes(letter)) || letter === '\uFFFE' || letter === '\uFFFF'
  const read = (given: string): string => Array.from(given, (letter) => (isForbidden(letter) ? ' ' : letter)).join('')
  await fc.assert(
    fc.asyncProperty(text, text, async (attribute, content) => {
      const root = await parseXml(buildXml(element('a', { b: attribute }, content)))
      expect([root.attributes.b, root.text]).toEqual([read(attribute), read(content)])
    }),
  )
})

test.each([
  ['<&>"\'', '&lt;&amp;&gt;"\''],
  [']]>', ']]&gt;'],
  ['a\vb\0c', 'a b c'],
  ['half \uD83D pair', 'half   pair'],
  ['line\r\nline', 'line&#13;\nline'],
])('the text %j is written as %j', (text, written) => {
  expect(buildXml(element('a', {}, text))).toContain(`<a>${written}</a>`)
})

test.each(['', '1a', 'a b', 'a:b:c', 'a>', ':a', 'a:', '-a'])('%j is no name', (name) => {
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
