import { readFileSync } from 'node:fs'
import { createSecureServer } from 'node:http2'
import { createServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientCertificate } from '../authorizers/client-certificate.ts'
import { type Authority, createAuthority } from '../testing/certificates.ts'
import { httpContext } from '../testing/serve.ts'
import { createErpHttp } from './erp-http.ts'
import { toNetworkError } from './network-errors.ts'

let authority: Authority
beforeAll(() => {
  authority = createAuthority()
})
afterAll(() => authority[Symbol.dispose]())

test.each<readonly [string, (certificate: object) => Server, RegExp]>([
  ['speaks HTTP/2 only', (certificate) => createSecureServer({ ...certificate, allowHTTP1: false }), /HTTP\/2 only/],
  [
    'speaks an old TLS only',
    (certificate) => createServer({ ...certificate, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }),
    /TLS/,
  ],
])('a server that %s has no untrusted certificate', async (_, start, words) => {
  const server = start(authority.issue('localhost', 30))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const apiUrl = `https://localhost:${(server.address() as AddressInfo).port}`
  const trusting = clientCertificate({ certificate: '', privateKey: '', authority: readFileSync(authority.file, 'utf8') })
  await using http = createErpHttp(httpContext(), { apiUrl, authorizers: [trusting] })
  await expect(http.call(new URL(apiUrl))).rejects.toMatchObject({
    code: 'setup.protocol-unsupported',
    message: expect.stringMatching(words),
  })
  server.close()
})

test('an alert that asks for a client certificate is told as such', () => {
  const alert = Object.assign(new Error('alert'), { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' })
  expect(toNetworkError(alert, 'within-answer', 'GET /')).toMatchObject({
    code: 'setup.protocol-unsupported',
    message: 'GET /: the server wants a client certificate',
  })
})
