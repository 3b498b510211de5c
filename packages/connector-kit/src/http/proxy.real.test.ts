import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { OutboundPolicy } from '@linkspan/core/connector'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clientCertificate } from '../authorizers/client-certificate.ts'
import { oauth2ClientCredentials } from '../authorizers/oauth2.ts'
import { type Authority, createAuthority } from '../testing/certificates.ts'
import { httpContext, serve } from '../testing/serve.ts'
import { endpointChecks } from './check-endpoint.ts'
import { createErpHttp } from './erp-http.ts'

let authority: Authority
beforeAll(() => {
  authority = createAuthority()
})
afterAll(() => authority[Symbol.dispose]())

const user = `Basic ${Buffer.from('linkspan:pass word').toString('base64')}`

/** A proxy that opens tunnels for its user, wherever they were to lead, to one port of this machine. */
async function startProxy(port: () => number) {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', ({ url = '', headers }, client) => {
    asked.push(url)
    if (headers['proxy-authorization'] !== user) return client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    if (url.startsWith('closed.')) return client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    const target = connect(port(), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    for (const socket of [target, client as Socket]) sockets.add(socket.on('error', () => {}))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: own } = server.address() as AddressInfo
  const outbound = (more: Partial<OutboundPolicy> = {}): OutboundPolicy => {
    const address = `http://linkspan:pass%20word@127.0.0.1:${own}`
    return { allowPrivate: true, proxy: { http: address, https: address, except: ['direct.example.test'] }, ...more }
  }
  return {
    asked,
    own,
    outbound,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

test('an ERP, its token server and the check of its certificate are reached through the proxy', async () => {
  const { key, cert } = authority.issue('erp.example.test', 10)
  await using erp = await serve(({ url, headers }) => ({ body: url.pathname === '/token' ? { access_token: 't' } : headers }), {
    key,
    cert,
  })
  await using proxy = await startProxy(() => Number(new URL(erp.origin).port))
  const context = { ...httpContext(), outbound: proxy.outbound() }
  const trusting = clientCertificate({
    certificate: cert.toString(),
    privateKey: key.toString(),
    authority: readFileSync(authority.file, 'utf8'),
  })
  const url = new URL('https://erp.example.test/rows')
  const token = oauth2ClientCredentials({ tokenUrl: 'https://erp.example.test/token', clientId: 'i', authorizer: trusting }, context)
  await using http = createErpHttp(context, { apiUrl: url.href, authorizers: [trusting, token] })
  const seen = (await http.call(url)).json() as Record<string, string>
  expect(seen).toMatchObject({ host: 'erp.example.test', authorization: 'Bearer t' })
  expect(seen['proxy-authorization']).toBeUndefined()

  const checks = endpointChecks({ ...context, url, tls: trusting.tls })
  const details = await Promise.all(checks.map((check) => check.run()))
  expect(details[0]).toContain('looked up by the proxy')
  expect(details[1]).toMatch(/through the proxy 127\.0\.0\.1:\d+ in \d+ ms, TLSv1\.[23], certificate of erp\.example\.test/)
  expect(new Set(proxy.asked)).toEqual(new Set(['erp.example.test:443']))
})

test('an ERP without TLS is reached through the proxy too, and one that NO_PROXY names is not', async () => {
  await using erp = await serve(() => ({ body: { ok: true } }))
  await using proxy = await startProxy(() => Number(new URL(erp.origin).port))
  const context = { ...httpContext(), outbound: proxy.outbound() }
  await using http = createErpHttp(context, { apiUrl: 'http://erp.example.test', authorizers: [] })
  expect((await http.call(new URL('http://erp.example.test/rows'))).json()).toEqual({ ok: true })
  expect(proxy.asked).toEqual(['erp.example.test:80'])

  await using direct = createErpHttp(context, { apiUrl: 'http://direct.example.test', authorizers: [] })
  await expect(direct.call(new URL('http://direct.example.test/'))).rejects.toMatchObject({
    code: expect.stringMatching(/host-unknown|unreachable/),
  })
  await using here = createErpHttp(context, { apiUrl: erp.origin, authorizers: [] })
  expect((await here.call(new URL(erp.origin))).json()).toEqual({ ok: true })
  expect(proxy.asked).toEqual(['erp.example.test:80'])
})

test('what the proxy refuses is told as such', async () => {
  await using proxy = await startProxy(() => 1)
  const refused = { ...httpContext(), outbound: proxy.outbound() }
  await using closed = createErpHttp(refused, { apiUrl: 'https://closed.example.test', authorizers: [] })
  await expect(closed.call(new URL('https://closed.example.test/'))).rejects.toMatchObject({
    code: 'remote.unreachable',
    message: expect.stringContaining('the proxy does not open a connection'),
  })
  const [, tls] = endpointChecks({ ...refused, url: new URL('https://closed.example.test') })
  await expect(tls?.run()).rejects.toMatchObject({ code: 'remote.unreachable', message: expect.stringContaining('HTTP 403') })
})

test.each(['https://10.0.0.1', 'http://169.254.169.254', 'https://[fd00::1]', 'https://nowhere.invalid'])(
  'the proxy is not asked for %s while private addresses are closed',
  async (origin) => {
    await using proxy = await startProxy(() => 1)
    const context = { ...httpContext(), outbound: proxy.outbound({ allowPrivate: false }) }
    await using http = createErpHttp(context, { apiUrl: origin, authorizers: [] })
    const refusal = expect.stringMatching(/address-forbidden|host-unknown|unreachable/)
    await expect(http.call(new URL(origin))).rejects.toMatchObject({ code: refusal })
    for (const check of endpointChecks({ ...context, url: new URL(origin) }).slice(0, 1))
      await expect(check.run()).rejects.toMatchObject({ code: refusal })
    expect(proxy.asked).toEqual([])
  },
)
