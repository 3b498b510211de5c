import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { logCapture, openFor } from '@linkspan/connector-kit/testing/open-context'
import type { AppError, CheckStep, Session } from '@linkspan/core/connector'
import { type KeyKind, startCuttingProxy, startServer, startSshd } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { sftp } from '../connector.ts'
import { pullAll } from '../testing/sftp-fixture.ts'
import { startSshServer } from '../testing/ssh-server.ts'
import { fingerprintOf } from './login.ts'

/** Runs the steps as a connection test does: until an essential one fails. */
async function runChecks(session: Session): Promise<{ name: string; found: string; code?: string }[]> {
  const results: { name: string; found: string; code?: string }[] = []
  for (const step of session.checks()) {
    const result = await attempt(step)
    results.push(result)
    if (result.code && step.essential) break
  }
  return results
}
const attempt = (step: CheckStep): Promise<{ name: string; found: string; code?: string }> =>
  step.run().then(
    (found) => ({ name: step.name, found }),
    ({ code, message }: AppError) => ({ name: step.name, found: message, code }),
  )

async function startSftpFixture() {
  const sshd = await startSshd()
  const { privateKey } = await sshd.authorize('ed25519')
  const credentials = {
    sftpHost: sshd.host,
    sftpPort: sshd.port,
    sftpUsername: sshd.username,
    sftpPrivateKey: privateKey,
    sftpPath: sshd.folder,
    sftpHostFingerprint: sshd.fingerprint,
  }
  return { sshd, credentials, [Symbol.asyncDispose]: () => sshd[Symbol.asyncDispose]() }
}

test('a connection test reports what each step found', async () => {
  await using fixture = await startSftpFixture()
  await using session = await openFor(sftp, fixture)
  const results = await runChecks(session)
  expect(results.slice(0, 5)).toEqual([
    { name: 'DNS', found: '127.0.0.1 is an address, nothing to look up' },
    { name: 'TCP', found: expect.stringContaining('SSH-2.0-OpenSSH') },
    { name: 'Host key', found: `The server shows the saved host key, ${fixture.sshd.fingerprint}` },
    { name: 'Authentication', found: `Logged in as ${fixture.sshd.username}` },
    { name: 'Folder', found: `${fixture.sshd.folder} is ${fixture.sshd.folder}, with 0 files` },
  ])
})

test('a connection test lists the new files of each data type and says whether files can be moved', async () => {
  await using fixture = await startSftpFixture()
  for (const name of ['products_1.csv', 'products_2.csv', 'order_status.xml', 'readme.txt'])
    await writeFile(join(fixture.sshd.folder, name), 'x')
  const settings = { complete: { by: 'immediately' }, files: { invoices: { folder: 'in' } } }
  await using session = await openFor(sftp, { ...fixture, settings })
  const found = async () => Object.fromEntries((await runChecks(session)).map(({ name, found }) => [name, found]))
  expect((await found()).Moving).toContain('/in')
  await mkdir(join(fixture.sshd.folder, 'in'))
  await fixture.sshd.own(join(fixture.sshd.folder, 'in'))
  const { Moving, Files } = await found()
  expect(Moving).toBe('Files can be written, moved and deleted in the folder, in')
  expect(Files).toContain('products: 2 new (products_1.csv, products_2.csv); order_status: 1 new (order_status.xml); inventory: 0 new')
  expect((await readdir(fixture.sshd.folder, { recursive: true })).filter((name) => name.includes('linkspan'))).toEqual([])

  await chmod(join(fixture.sshd.folder, 'in'), 0o555)
  expect((await found()).Moving).toContain('be read but not moved: give the account write access')
})

test('without a saved host key, a connection test reports the one the server shows and does not try to log in', async () => {
  await using fixture = await startSftpFixture()
  const { sftpHostFingerprint: _, ...credentials } = fixture.credentials
  await using session = await openFor(sftp, { credentials })
  const last = (await runChecks(session)).at(-1)
  expect(last).toMatchObject({ name: 'Host key', code: 'setup.host-key-unconfirmed' })
  expect(last?.found).toContain(`${fixture.sshd.fingerprint}. Compare it`)
  expect(last?.found).toContain('credentials.sftpHostFingerprint')
  await using reading = await openFor(sftp, { credentials })
  expect((await pullAll(reading, 'products', { dryRun: true })).failure).toMatchObject({ code: 'setup.host-key-unconfirmed' })
  expect(fixture.sshd.log()).not.toMatch(/Accepted|Failed|Postponed/)
})

test('a changed host key fails with both fingerprints, before any credential is sent', async () => {
  await using fixture = await startSftpFixture()
  const before = fixture.sshd.fingerprint
  await fixture.sshd.restartWithNewHostKey()
  await using session = await openFor(sftp, fixture)
  const last = (await runChecks(session)).at(-1)
  expect(last).toMatchObject({ name: 'Host key', code: 'setup.host-key-changed' })
  expect(last?.found).toContain(before)
  expect(last?.found).toContain(fixture.sshd.fingerprint)
  expect(fixture.sshd.log()).not.toMatch(/Accepted|Failed|Postponed/)
})

test.each<KeyKind>(['ed25519', 'ed25519-encrypted', 'rsa', 'rsa-pem-encrypted'])('logs in with a key of the kind %s', async (kind) => {
  await using fixture = await startSftpFixture()
  const { privateKey, passphrase } = await fixture.sshd.authorize(kind)
  const credentials = { ...fixture.credentials, sftpPrivateKey: privateKey, ...(passphrase && { sftpPassphrase: passphrase }) }
  await using session = await openFor(sftp, { credentials })
  expect((await runChecks(session)).find(({ code }) => code)).toBeUndefined()
})

test.each<[string, KeyKind, string | undefined, string]>([
  ['in a format that cannot be read', 'pkcs8-encrypted', 'open sesame', 'ssh-keygen -p'],
  ['without its passphrase', 'ed25519-encrypted', undefined, 'no passphrase was entered'],
  ['with a wrong passphrase', 'ed25519-encrypted', 'wrong', 'the passphrase is wrong'],
  ['in PEM with a wrong passphrase', 'rsa-pem-encrypted', 'wrong', 'the passphrase is wrong'],
])('a key %s is reported before any connection is made', async (_, kind, sftpPassphrase, words) => {
  await using fixture = await startSftpFixture()
  const { privateKey } = await fixture.sshd.authorize(kind)
  const logs = logCapture()
  const credentials = { ...fixture.credentials, sftpPrivateKey: privateKey, ...(sftpPassphrase && { sftpPassphrase }) }
  await using session = await openFor(sftp, { credentials }, { logger: logs.logger })
  const step = session.checks().find(({ name }) => name === 'Authentication')
  const error = await step?.run().catch((thrown: AppError) => thrown)
  expect(error).toMatchObject({ code: 'setup.private-key-unusable', message: expect.stringContaining(words) })
  expect(fixture.sshd.log()).not.toContain('Connection from')
})

test('says so if a public key was entered in place of the private one', async () => {
  await using fixture = await startSftpFixture()
  const { publicKey } = await fixture.sshd.authorize('ed25519')
  await using session = await openFor(sftp, { credentials: { ...fixture.credentials, sftpPrivateKey: publicKey } })
  expect(await attempt(session.checks()[3] as CheckStep)).toMatchObject({
    code: 'setup.private-key-unusable',
    found: expect.stringContaining('public key'),
  })
})

test('a rejected key is offered once and never again in the same session', async () => {
  await using fixture = await startSftpFixture()
  await using other = await startSftpFixture()
  await using session = await openFor(sftp, { credentials: { ...fixture.credentials, sftpPrivateKey: other.credentials.sftpPrivateKey } })
  expect((await runChecks(session)).at(-1)).toMatchObject({ name: 'Authentication', code: 'setup.credentials-rejected' })
  expect(await attempt(session.checks()[3] as CheckStep)).toMatchObject({ code: 'setup.credentials-rejected' })
  expect(fixture.sshd.log().match(/Failed publickey/g)).toHaveLength(1)
})

test.each([['password'], ['keyboard-interactive']] as const)(
  'a %s is sent once: it logs in if it is right, and is not sent again if it is wrong',
  async (method) => {
    await using server = await startSshServer({ method, password: 'correct horse' })
    const credentials = {
      sftpHost: server.host,
      sftpPort: server.port,
      sftpUsername: 'acme',
      sftpHostFingerprint: fingerprintOf(server.hostKey),
    }
    await using right = await openFor(sftp, { credentials: { ...credentials, sftpPassword: 'correct horse' } })
    expect((await runChecks(right)).find(({ name }) => name === 'Authentication')).toEqual({
      name: 'Authentication',
      found: 'Logged in as acme',
    })
    expect(server.attempts).toEqual([[method, 'correct horse']])

    await using wrong = await openFor(sftp, { credentials: { ...credentials, sftpPassword: 'wrong' } })
    expect((await runChecks(wrong)).at(-1)).toMatchObject({ code: 'setup.credentials-rejected' })
    expect(server.attempts.slice(1)).toEqual([[method, 'wrong']])
  },
)

test('private addresses are refused if the policy forbids them', async () => {
  await using fixture = await startSftpFixture()
  await using session = await openFor(sftp, fixture, { outbound: { allowPrivate: false } })
  for (const step of session.checks().slice(0, 4)) expect(await attempt(step)).toMatchObject({ code: 'setup.address-forbidden' })
  expect(fixture.sshd.log()).not.toContain('Connection from')
})

test('tells apart a host that speaks no SSH, one that stays silent, and one that accepts no connection', async () => {
  await using fixture = await startSftpFixture()
  const at = (port: number) => openFor(sftp, { credentials: { ...fixture.credentials, sftpPort: port } }, { timeoutMs: 2000 })
  await using web = await startServer({ routes: [] } as never)
  await using noSsh = await at(Number(new URL(web.url).port))
  expect((await runChecks(noSsh)).at(-1)).toMatchObject({ name: 'TCP', code: 'remote.timeout' })

  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await new Promise((resolve) => silent.once('listening', resolve))
  const { port } = silent.address() as { port: number }
  await using mute = await at(port)
  expect((await runChecks(mute)).at(-1)).toMatchObject({ name: 'TCP', code: 'remote.timeout' })
  silent.close()

  await using proxy = await startCuttingProxy(fixture.sshd)
  const { port: gone } = proxy
  await proxy[Symbol.asyncDispose]()
  await using absent = await at(gone)
  expect((await runChecks(absent)).at(-1)).toMatchObject({ name: 'TCP', code: 'remote.unreachable' })
})

test('a network that falls silent during the login runs into the deadline; an abort takes effect at once', async () => {
  await using fixture = await startSftpFixture()
  await using proxy = await startCuttingProxy(fixture.sshd)
  proxy.stall()
  const credentials = { ...fixture.credentials, sftpPort: proxy.port }
  await using session = await openFor(sftp, { credentials }, { timeoutMs: 2000 })
  expect(await attempt(session.checks()[3] as CheckStep)).toMatchObject({ code: 'remote.timeout' })

  const controller = new AbortController()
  await using waiting = await openFor(sftp, { credentials }, { signal: controller.signal })
  const { AppError } = await import('@linkspan/core')
  const reason = new AppError('run.cancelled', 'Somebody pressed the button')
  const outcome = waiting
    .checks()[3]
    ?.run()
    .catch((thrown) => thrown)
  setTimeout(() => controller.abort(reason), 20)
  expect(await outcome).toBe(reason)
})

test('opening a session makes no call; logging in acquires one call, and the end of the session gives it back', async () => {
  await using fixture = await startSftpFixture()
  let acquired = 0
  let held = 0
  const acquireCall = async () => {
    acquired++
    held++
    return { [Symbol.dispose]: () => void held-- }
  }
  const session = await openFor(sftp, fixture, { acquireCall })
  session.checks()
  expect(fixture.sshd.log()).not.toContain('Connection from')
  for (const step of session.checks().slice(2)) await step.run()
  expect([acquired, held]).toEqual([1, 1])
  expect(fixture.sshd.log().match(/Accepted publickey/g)).toHaveLength(1)
  await session[Symbol.asyncDispose]()
  expect(held).toBe(0)
})
