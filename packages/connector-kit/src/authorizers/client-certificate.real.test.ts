import { readFileSync } from 'node:fs'
import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpointChecks } from '../http/check-endpoint.ts'
import { createErpHttp } from '../http/erp-http.ts'
import { type Authority, createAuthority } from '../testing/certificates.ts'
import { httpContext, serve } from '../testing/serve.ts'
import { clientCertificate } from './client-certificate.ts'
import { oauth2ClientCredentials } from './oauth2.ts'

let authority: Authority
let trusted: string
beforeAll(() => {
  authority = createAuthority()
  trusted = readFileSync(authority.file, 'utf8')
})
afterAll(() => authority[Symbol.dispose]())

/** A server that lets in only those who show a certificate of the authority; it answers with their name. */
const startErp = () => {
  const { key, cert } = authority.issue('localhost', 10)
  return serve(
    ({ request, url }) => {
      const { CN } = (request.socket as TLSSocket).getPeerCertificate().subject
      return { body: url.pathname === '/token' ? { access_token: `token of ${CN}` } : { CN } }
    },
    { key, cert, ca: trusted, requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' },
  )
}

const identity = (issue: (name: string, days: number) => { readonly key: Buffer; readonly cert: Buffer }, name: string) => {
  const { key, cert } = issue(name, 10)
  return { certificate: cert.toString(), privateKey: key.toString(), authority: trusted }
}

test('a server that asks for a certificate is shown it, by calls, by the check and by a token server', async () => {
  await using erp = await startErp()
  const context = httpContext()
  const tls = identity(authority.issue, 'linkspan')
  const certificate = clientCertificate(tls)
  const token = oauth2ClientCredentials({ tokenUrl: `${erp.origin}/token`, clientId: 'i', authorizer: certificate }, context)
  await using http = createErpHttp(context, { apiUrl: erp.origin, authorizers: [certificate, token] })
  expect((await http.call(new URL(erp.origin))).json()).toEqual({ CN: 'linkspan' })
  expect(erp.received.at(-1)?.headers.authorization).toBe('Bearer token of linkspan')
  const [, check] = endpointChecks({ ...context, url: new URL(erp.origin), tls })
  expect(await check?.run()).toContain('certificate of localhost')
})

test('without one, or with one of another authority, the server lets nobody in', async () => {
  await using erp = await startErp()
  const context = httpContext()
  const { authority: ca, ...none } = identity(authority.issue, 'x')
  for (const tls of [
    { certificate: '', privateKey: '', authority: ca },
    { ...none, ...identity((name) => authority.selfSigned(name), 'linkspan') },
  ]) {
    await using http = createErpHttp(context, { apiUrl: erp.origin, authorizers: [clientCertificate(tls)] })
    await expect(http.call(new URL(erp.origin))).rejects.toMatchObject({ name: 'AppError' })
  }
  expect(erp.received).toEqual([])
})
