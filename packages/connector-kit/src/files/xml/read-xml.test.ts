import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { gather, inPieces } from '../../testing/gather-rows.ts'
import { XmlFormat } from '../format.ts'
import { readXmlEvents } from './read-events.ts'
import { readXml } from './read-xml.ts'

const read = (xml: string | Buffer, path = 'Catalog/Product', encoding = 'utf-8', length = 3) =>
  gather(readXml(inPieces(Buffer.from(xml), length), XmlFormat.parse({ kind: 'xml', path, encoding })))
/** A web server that reports which URLs it is asked for. */
async function listen(onRequest: (url: string) => void) {
  const server = createServer((request, response) => {
    onRequest(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
const ofCatalog = (content: string) => `<?xml version="1.0"?>\n<Catalog>${content}</Catalog>`

test.each([
  [
    'children and attributes',
    '<Product id="1"><Sku>A</Sku><Price currency="EUR">12.50</Price></Product>',
    { '@id': '1', Sku: 'A', Price: { '@currency': 'EUR', '#text': '12.50' } },
  ],
  ['repeated children', '<Product><L>1</L><L>2</L><L><Q>3</Q></L></Product>', { L: ['1', '2', { Q: '3' }] }],
  ['namespaces', '<x:Product xmlns:x="urn:x" xmlns="urn:y" xsi:type="t"><x:Sku>A</x:Sku></x:Product>', { '@type': 't', Sku: 'A' }],
  [
    'the five entities, character references and CDATA',
    '<Product><Sku>&lt;&gt;&amp;&quot;&apos;&#x20AC;<![CDATA[<a&b>]]></Sku></Product>',
    { Sku: '<>&"\'€<a&b>' },
  ],
  ['white space and comments', '<!-- x --><Product>\n  <Sku>A<!-- y --></Sku>\n  <Empty/>\n</Product>', { Sku: 'A', Empty: '' }],
  ['text only', '<Product>A</Product>', { '#text': 'A' }],
  [
    'names that JavaScript uses itself',
    '<Product><__proto__>1</__proto__><constructor>2</constructor></Product>',
    JSON.parse('{"__proto__":"1","constructor":"2"}'),
  ],
  [
    'elements of the same name elsewhere',
    '<Other><Product>no</Product></Other><Product><Product>yes</Product></Product>',
    { Product: 'yes' },
  ],
])('understands %s', async (_, content, row) => {
  const { rows, error } = await read(ofCatalog(content))
  expect(error).toBeNull()
  expect(rows).toEqual([{ row, fault: null, line: 1, nextLine: 2, number: 1, offset: null }])
})

test('a DOCTYPE is skipped, and what it names is not fetched', async () => {
  const asked: string[] = []
  await using server = await listen((url) => asked.push(url))
  const { rows, error } = await read(`<!DOCTYPE Catalog SYSTEM "${server.url}/catalog.dtd"><Catalog><Product>A</Product></Catalog>`)
  expect({ rows: rows.map(({ row }) => row), error, asked }).toEqual({ rows: [{ '#text': 'A' }], error: null, asked: [] })
})

test('the event loop goes on while a large file that came in one piece is read', async () => {
  const file = Buffer.from(ofCatalog(`<Product><Sku>${'A'.repeat(100)}</Sku></Product>`.repeat(20_000)))
  let turns = 0
  const timer = setInterval(() => turns++, 1)
  const { rows } = await read(file, 'Catalog/Product', 'auto', file.length)
  clearInterval(timer)
  expect(rows).toHaveLength(20_000)
  expect(turns).toBeGreaterThan(20)
})

test('characters survive a cut between two chunks', async () => {
  const texts: string[] = []
  const handlers = { open() {}, text: (text: string) => texts.push(text), close() {} }
  for await (const _ of readXmlEvents(inPieces(Buffer.from('<a>Müller 😀</a>'), 1), handlers));
  expect(texts).toEqual(['Müller 😀'])
})

test('reads other encodings, and a list without rows', async () => {
  const umlaut = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><Catalog><Product>\x80</Product></Catalog>', 'latin1')
  expect((await read(umlaut, 'Catalog/Product', 'windows-1252')).rows[0]?.row).toEqual({ '#text': '€' })
  expect(await read('<Catalog/>')).toMatchObject({ rows: [], error: null })
})

const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at} "${`&lol${at - 1};`.repeat(10)}">`).join('')}]>`

test.each([
  ['a billion laughs', `${laughs}<Catalog><Product>&lol8;</Product></Catalog>`, 'file.unreadable', 'document type'],
  [
    'an external entity',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Catalog><Product>&x;</Product></Catalog>',
    'file.unreadable',
    'document type',
  ],
  ['an entity of its own', ofCatalog('<Product>&nbsp;</Product>'), 'file.unreadable', 'five entities'],
  ['levels that do not end', ofCatalog(`<Product>${'<a>'.repeat(200)}`), 'file.unreadable', '100 levels'],
  [
    'attributes that do not end',
    ofCatalog(`<Product ${Array.from({ length: 1001 }, (_, at) => `a${at}=""`).join(' ')}/>`),
    'file.unreadable',
    '1000 attributes',
  ],
  ['a row that does not end', ofCatalog(`<Product>${`<a>${'x'.repeat(1000)}</a>`.repeat(1001)}`), 'file.unreadable', '1000000 characters'],
  ['a text that does not end', ofCatalog(`<Product>${'x'.repeat(3_000_000)}`), 'file.unreadable', '2000000 characters'],
  ['a comment that does not end', ofCatalog(`<!--${'x'.repeat(3_000_000)}`), 'file.unreadable', '2000000 characters'],
  ['an attribute that does not end', ofCatalog(`<Product a="${'x'.repeat(3_000_000)}`), 'file.unreadable', '2000000 characters'],
  ['another root', '<html/>', 'file.unreadable', 'root of the XML is <html>'],
  ['tags that do not match', ofCatalog('<Product></Produkt>'), 'file.unreadable', 'Line 2'],
  ['a cut file', '<Catalog><Product>A</Product><Product>', 'file.truncated', 'ends in the middle'],
  ['nothing', '', 'file.truncated', 'ends in the middle'],
] as const)('refuses %s', async (_, xml, code, words) => {
  const { error } = await read(xml, 'Catalog/Product', 'utf-8', 50_000)
  expect(error).toMatchObject({ code, message: expect.stringContaining(words) })
})

test('the good rows before a fault are returned', async () => {
  expect((await read('<Catalog><Product>A</Product><Product>B')).rows).toHaveLength(1)
})
