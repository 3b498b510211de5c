import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprintOf } from '../connection/login.ts'
import { sftp } from '../connector.ts'
import { type Pulled, pullAll } from '../testing/sftp-fixture.ts'
import { startSshServer } from '../testing/ssh-server.ts'

/** `EVERY_BYTE=1` tries each byte; otherwise every 140th is tried. */
const step = process.env.EVERY_BYTE ? 1 : 140
const atOnce = 6
const account = { method: 'password', password: 'correct horse' } as const
const paths = ['/usr/lib/openssh/sftp-server', '/usr/libexec/openssh/sftp-server', '/usr/libexec/sftp-server', '/usr/lib/ssh/sftp-server']
function sftpServer(): string {
  const found = paths.find((path) => existsSync(path))
  if (!found) throw new Error('There is no sftp-server. Install it, for example: apt-get install openssh-sftp-server')
  return found
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linkspan-packets-'))
  writeFileSync(join(folder, 'products.csv'), 'sku,name\nA1,Mug\nA2,Pen\n')
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the server sends, changed; null ends the channel. */
type Damage = (bytes: Buffer, from: number) => Buffer | null

/** Pulls products from OpenSSH's own SFTP server, through somebody who changes the bytes of its packets. */
async function pullThrough(damage: Damage, timeoutMs: number): Promise<Pulled & { readonly sent: number }> {
  let sent = 0
  const children = new Set<ReturnType<typeof spawn>>()
  await using server = await startSshServer({
    ...account,
    rawSftp(channel) {
      const child = spawn(sftpServer(), ['-d', folder], { stdio: ['pipe', 'pipe', 'ignore'] })
      children.add(child)
      channel.on('error', () => {})
      child.stdin?.on('error', () => {})
      channel.pipe(child.stdin as NonNullable<typeof child.stdin>)
      channel.on('close', () => child.kill())
      child.stdout?.on('data', (bytes: Buffer) => {
        const changed = damage(bytes, sent)
        sent += bytes.length
        if (changed === null) {
          channel.end()
          child.kill()
        } else channel.write(changed)
      })
    },
  })
  const credentials = {
    sftpHost: server.host,
    sftpPort: server.port,
    sftpUsername: 'acme',
    sftpPassword: account.password,
    sftpPath: folder,
    sftpHostFingerprint: fingerprintOf(server.hostKey),
  }
  const settings = { complete: { by: 'immediately' }, after: 'leave', onError: 'leave' }
  try {
    await using session = await openFor(sftp, { credentials, settings }, { timeoutMs })
    return { ...(await pullAll(session, 'products')), sent }
  } finally {
    for (const child of children) child.kill()
  }
}

const isWholeOrFailed = ({ ids, failure }: Pulled) => failure !== undefined || ids.join() === 'A1,A2'

/** A busy machine may take longer than this: that is a failure too, and none of the server's damage. */
const patienceMs = 1000

test('packets that are cut after any byte end in an error, and never in fewer rows', async () => {
  const { sent, failure } = await pullThrough((bytes) => bytes, 60_000)
  expect(failure).toBeUndefined()
  const cuts = Array.from({ length: Math.ceil(sent / step) }, (_, at) => at * step)
  for (let from = 0; from < cuts.length; from += atOnce)
    await Promise.all(
      cuts.slice(from, from + atOnce).map(async (cutAt) => {
        const cut: Damage = (bytes, at) => (at + bytes.length <= cutAt ? bytes : at >= cutAt ? null : bytes.subarray(0, cutAt - at))
        expect([cutAt, isWholeOrFailed(await pullThrough(cut, patienceMs))]).toEqual([cutAt, true])
      }),
    )
})

test('packets with a wrong length end in an error, and neither fill memory nor falsify rows', async () => {
  const before = process.memoryUsage().rss
  const lengths = [0, 1, 1000, 0x7fff_ffff, 0xffff_ffff]
  for (const packet of [0, 2, 5])
    await Promise.all(
      lengths.map(async (length) => {
        let count = 0
        const lie: Damage = (bytes) => {
          if (count++ !== packet) return bytes
          const changed = Buffer.from(bytes)
          changed.writeUInt32BE(length, 0)
          return changed
        }
        expect([length, packet, isWholeOrFailed(await pullThrough(lie, patienceMs))]).toEqual([length, packet, true])
      }),
    )
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
})
