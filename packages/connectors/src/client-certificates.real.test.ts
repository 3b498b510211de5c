import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Authority, createAuthority } from '@linkspan/connector-kit/testing/certificates'
import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { secretFields } from '@linkspan/core/connector'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { doiXml } from './doi-xml/connector.ts'
import { rest } from './rest/connector.ts'
import { sapOData } from './sap-odata/connector.ts'

let authority: Authority
beforeAll(() => {
  authority = createAuthority()
})
afterAll(() => authority[Symbol.dispose]())

/** A server that lets in only those with a certificate of the authority, and answers as each kind of ERP. */
async function startErp() {
  const wanting = { ca: readFileSync(authority.file), requestCert: true, rejectUnauthorized: true }
  const server = createServer({ ...authority.issue('localhost', 10), ...wanting }, ({ url = '' }, response) => {
    if (url.startsWith('/token')) response.end('{"access_token":"T"}')
    else if (url.endsWith('.xml')) response.end('<Catalog><Product sku="P1"/></Catalog>')
    else response.end(url.includes('A_Product') ? '{"d":{"results":[{"Product":"P1"}]}}' : '[{"id":"P1"}]')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `https://localhost:${(server.address() as AddressInfo).port}`
  return { url, [Symbol.asyncDispose]: async () => void server.close() }
}

test('every connector over HTTP shows its client certificate, its token server too, and gets nothing without', async () => {
  await using erp = await startErp()
  const { key, cert } = authority.issue('linkspan', 10)
  const files = [cert, key].map((text, at) => {
    const file = join(dirname(authority.file), `client-${at}.pem`)
    writeFileSync(file, text)
    return file
  })
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--conditions=@linkspan/source', join(import.meta.dirname, 'testing/with-certificate.ts'), erp.url, ...files],
    { env: { PATH: process.env.PATH ?? '', NODE_EXTRA_CA_CERTS: authority.file } },
  )
  const lines = stdout.trim().split('\n')
  expect(lines.filter((_, at) => at % 2 === 0)).toEqual([
    'rest: P1 true',
    'rest: P1 true',
    'sap-odata: P1 true',
    'sap-odata: P1 true',
    'doi-xml: P1 true',
  ])
  for (const line of lines.filter((_, at) => at % 2 === 1)) expect(line).toMatch(/: (setup|remote)\./)
})

test('certificate and key are secrets, belong together, and are refused if they do not', async () => {
  const [one, other] = [authority.issue('one', 10), authority.issue('other', 10)].map(({ key, cert }) => ({
    clientCertificate: cert.toString(),
    clientKey: key.toString(),
  }))
  const apiUrl = 'https://erp.example'
  for (const connector of [rest, sapOData]) {
    const open = (credentials: object) => openFor(connector, { credentials: { apiUrl, ...credentials } })
    await expect(open({ ...one, clientKey: other?.clientKey })).rejects.toMatchObject({ code: 'setup.settings-invalid' })
    await expect(open({ clientKey: one?.clientKey })).rejects.toMatchObject({ code: 'setup.settings-invalid' })
    await (await open({ ...one }))[Symbol.asyncDispose]()
  }
  for (const { credentials } of [rest, sapOData, doiXml])
    expect(secretFields(credentials)).toEqual(expect.arrayContaining(['clientCertificate', 'clientKey']))
})
