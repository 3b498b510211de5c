import { execFile } from 'node:child_process'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Authority, createAuthority } from '../testing/certificates.ts'

const checker = join(import.meta.dirname, '../testing/check-tls-of.ts')
let authority: Authority
beforeAll(() => {
  authority = createAuthority()
})
afterAll(() => authority[Symbol.dispose]())

/** What a process that trusts the authority says of servers with these certificates. */
async function verdicts(certificates: readonly { readonly key: Buffer; readonly cert: Buffer }[]): Promise<string[]> {
  const servers = certificates.map((certificate) => createServer(certificate))
  await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))))
  const urls = servers.map((server) => `https://localhost:${(server.address() as AddressInfo).port}`)
  const env = { PATH: process.env.PATH ?? '', NODE_EXTRA_CA_CERTS: authority.file }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--conditions=@linkspan/source', '--dns-result-order=ipv4first', checker, ...urls],
    { env },
  )
  for (const server of servers) server.close()
  return stdout.trim().split('\n')
}

test('says until when a certificate is good, warns in time, and tells why one is not trusted', async () => {
  const [good, soon, ended, elsewhere, unknown] = await verdicts([
    authority.issue('localhost', 90),
    authority.issue('localhost', 10),
    authority.issue('localhost', -1),
    authority.issue('erp.example.com', 90),
    authority.selfSigned('localhost'),
  ])
  expect(good).toMatch(/^Connected to localhost:\d+ in \d+ ms, TLSv1\.3, certificate of localhost valid until \d{4}-\d\d-\d\d$/)
  expect(soon).toMatch(/valid until \d{4}-\d\d-\d\d; renew it soon, (9|10) days are left$/)
  expect(ended).toMatch(
    /^setup\.certificate-untrusted: localhost:\d+: the certificate of localhost ended on \d{4}-\d\d-\d\d \(CERT_HAS_EXPIRED\)$/,
  )
  expect(elsewhere).toMatch(/^setup\.certificate-untrusted: .*erp\.example\.com.* is not trusted \(ERR_TLS_CERT_ALTNAME_INVALID\)$/)
  expect(elsewhere).toContain('is for another host')
  expect(unknown).toContain('is signed by nobody but itself')
  expect(unknown).toMatch(/^setup\.certificate-untrusted: .*is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/)
})
