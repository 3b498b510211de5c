import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Certificate {
  readonly key: Buffer
  readonly cert: Buffer
}

export interface Authority extends Disposable {
  /** The file that makes its certificates trusted. */
  readonly file: string
  /** A certificate for `name`; with -1 days it has ended already. */
  issue(name: string, days: number): Certificate
  /** One that nobody vouches for. */
  selfSigned(name: string): Certificate
}

const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']

/** A certificate authority of its own, by the openssl command. */
export function createAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'linkspan-ca-'))
  const file = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const request = (name: string, more: readonly string[]) =>
    openssl('req', ...key, '-keyout', file('key.pem'), '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, ...more)
  const made = (cert: string): Certificate => ({ key: readFileSync(file('key.pem')), cert: readFileSync(file(cert)) })

  openssl('req', '-x509', ...key, '-days', '10', '-keyout', file('ca.key'), '-out', file('ca.pem'), '-subj', '/CN=Test authority')
  return {
    file: file('ca.pem'),
    issue(name, days) {
      request(name, ['-out', file('request.pem')])
      writeFileSync(file('names.txt'), `subjectAltName=DNS:${name}`)
      const signed = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-extfile', file('names.txt')]
      openssl('x509', '-req', '-in', file('request.pem'), ...signed, '-days', String(days), '-out', file('cert.pem'))
      return made('cert.pem')
    },
    selfSigned(name) {
      request(name, ['-x509', '-days', '10', '-out', file('self.pem')])
      return made('self.pem')
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  }
}
