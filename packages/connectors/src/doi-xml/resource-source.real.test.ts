import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { idsOf, openFor, readPages, readResuming } from '@linkspan/connector-kit/testing/open-context'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { doiXml } from './connector.ts'

/** An endpoint that serves one document. */
async function serve(document: Buffer, contentType = 'text/xml') {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': contentType }).end(document))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return { url, [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

const open = (doiEndpoint: string) =>
  openFor(doiXml, {
    credentials: { doiEndpoint, doiUsername: 'u', doiPassword: 'p' },
    settings: { resources: { products: { path: 'catalog.xml', rows: 'Catalog/Product', fields: { sku: '@number', name: 'Name' } } } },
  })

const product = (number: number): string => `<Product number="P${number}"><Name>Größe ${number}</Name></Product>`
const numbers = Array.from({ length: 20 }, (_, at) => at + 1)
const catalog = (encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><!DOCTYPE Catalog SYSTEM "catalog.dtd"><Catalog>${numbers.map(product).join('')}</Catalog>`

test.each(['UTF-8', 'ISO-8859-1', 'UTF-16'])(
  'a data type is read from one XML document in %s, and resumed after any page',
  async (encoding) => {
    await using endpoint = await serve(iconv.encode(catalog(encoding), encoding, { addBOM: encoding === 'UTF-16' }))
    await using session = await open(endpoint.url)
    const pages = await readPages(session, 'products')
    expect(idsOf(pages)).toEqual(numbers.map((number) => `P${number}`))
    expect(pages[0]?.records[0]?.fields).toMatchObject({ sku: 'P1', name: 'Größe 1' })
    expect(idsOf(await readResuming(() => open(endpoint.url), 'products'))).toEqual(idsOf(pages))
  },
)

test('the charset of the Content-Type counts', async () => {
  const document = iconv.encode(`<Catalog>${product(1)}</Catalog>`, 'windows-1252')
  await using endpoint = await serve(document, 'text/xml; charset=Windows-1252')
  await using session = await open(endpoint.url)
  const [page] = await readPages(session, 'products')
  expect(page?.records).toMatchObject([{ id: 'P1', fields: { name: 'Größe 1' } }])
})
