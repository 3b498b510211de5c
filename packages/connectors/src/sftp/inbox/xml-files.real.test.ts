import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { pullAll, startSftpFixture } from '../testing/sftp-fixture.ts'

const item = (number: number): string => `<IndexItem><Sku>A${number}</Sku><Name>Größe ${number} – L</Name></IndexItem>`
const catalog = (encoding: string, doctype: string, payloadId = '1'): string =>
  `<?xml version="1.0" encoding="${encoding}"?>${doctype}<cXML payloadID="${payloadId}"><Message><Index>${item(1)}${item(2)}</Index></Message></cXML>`
const cxmlDoctype = '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.063/cXML.dtd">'

test.each([
  ['UTF-8', 'utf-8'],
  ['ISO-8859-1', 'windows-1252'],
  ['UTF-16', 'utf-16'],
])('a cXML document in %s is read with its DOCTYPE, with and without settings', async (declared, written) => {
  await using fixture = await startSftpFixture()
  const format = { kind: 'xml', path: 'cXML/Message/Index/IndexItem' }
  for (const [name, settings] of Object.entries({ products_1: {}, products_2: { files: { products: { format } } } })) {
    await fixture.put(`${name}.xml`, iconv.encode(catalog(declared, cxmlDoctype, name), written, { addBOM: written === 'utf-16' }))
    await using session = await fixture.open({}, settings)
    const { pages, failure } = await pullAll(session, 'products')
    expect(failure).toBeUndefined()
    expect(pages.flatMap(({ records }) => records.map(({ id, fields }) => [id, fields.name]))).toEqual([
      ['A1', 'Größe 1 – L'],
      ['A2', 'Größe 2 – L'],
    ])
  }
})

test('a document that declares entities is refused, and says why', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.xml', catalog('UTF-8', '<!DOCTYPE cXML [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('Größe 1', '&x;'))
  await using session = await fixture.open()
  const { ids, failure } = await pullAll(session, 'products')
  expect({ ids, failure }).toMatchObject({ ids: [], failure: { message: expect.stringContaining('DOCTYPE') } })
})
