import { createServer } from 'node:net'
import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { errorCatalog } from '@linkspan/core'
import type { CheckStep } from '@linkspan/core/connector'
import type { Algorithms } from 'ssh2'
import { expect, test } from 'vitest'
import { sftp } from '../connector.ts'
import { pullAll } from '../testing/sftp-fixture.ts'
import { type SshServer, startSshServer } from '../testing/ssh-server.ts'
import { fingerprintOf } from './login.ts'

const account = { method: 'password', password: 'correct horse' } as const
const credentialsOf = ({ host, port, hostKey }: SshServer) => ({
  sftpHost: host,
  sftpPort: port,
  sftpUsername: 'acme',
  sftpPassword: account.password,
  sftpHostFingerprint: fingerprintOf(hostKey),
})
const login = async (server: SshServer, settings = {}) => {
  await using session = await openFor(sftp, { credentials: credentialsOf(server), settings })
  const step = session.checks().find(({ name }) => name === 'Authentication') as CheckStep
  return await step.run().catch((thrown) => thrown)
}

test.each<[string, Algorithms, string]>([
  [
    'key exchange',
    { kex: ['diffie-hellman-group14-sha1'] },
    'no key exchange algorithm in common; the server offers diffie-hellman-group14-sha1',
  ],
  ['cipher', { cipher: ['aes256-cbc', 'aes128-cbc'] }, 'no C->S cipher in common; the server offers aes256-cbc, aes128-cbc'],
  ['hash', { hmac: ['hmac-md5'], cipher: ['aes256-ctr'] }, 'no C->S MAC in common; the server offers hmac-md5'],
])(
  'a server that offers only an old %s: the error says so, and the setting that its hint names lets us in',
  async (_, algorithms, words) => {
    await using server = await startSshServer({ ...account, algorithms })
    const error = await login(server)
    expect(error).toMatchObject({ code: 'setup.ssh-algorithms', message: expect.stringContaining(words) })
    expect(errorCatalog['setup.ssh-algorithms'].hint).toContain('settings.legacyAlgorithms')
    expect(await login(server, { legacyAlgorithms: true })).toBe('Logged in as acme')
  },
)

test('a server that is no SSH server at all: the hint is about the port', async () => {
  const ftp = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
  await new Promise((resolve) => ftp.once('listening', resolve))
  const { port } = ftp.address() as { port: number }
  await using session = await openFor(sftp, {
    credentials: { sftpHost: '127.0.0.1', sftpPort: port, sftpUsername: 'acme', sftpPassword: 'x' },
  })
  const tcp = session.checks().find(({ name }) => name === 'TCP') as CheckStep
  expect(await tcp.run().catch((thrown) => thrown)).toMatchObject({ code: 'setup.not-ssh' })
  expect(errorCatalog['setup.not-ssh'].hint).toContain('port 22')
  ftp.close()
})

test('files are found and read on a server whose long names are bare and whose attributes lack the type', async () => {
  await using server = await startSshServer({ ...account, files: { 'products.csv': 'sku,name\nA1,Mug\n', 'products.xls': 'x' } })
  const settings = { complete: { by: 'immediately' }, after: 'leave', onError: 'leave' }
  await using session = await openFor(sftp, { credentials: credentialsOf(server), settings })
  expect((await pullAll(session, 'products')).ids).toEqual(['A1'])
})
