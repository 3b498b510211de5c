import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { startSshd } from './sshd.ts'

const run = promisify(execFile)

test("OpenSSH's own client logs in with a key, lists the folder, writes into it, and notices a new host key", async () => {
  await using sshd = await startSshd()
  const { privateKey } = await sshd.authorize('ed25519')
  const keyFile = join(sshd.folder, '..', 'key-for-the-test')
  await writeFile(keyFile, privateKey, { mode: 0o600 })
  await writeFile(join(sshd.folder, 'here.csv'), 'sku\nA1\n')
  const knownHosts = join(sshd.folder, '..', 'known_hosts')
  const sftp = (batch: string, checking: string) =>
    run('sh', [
      '-c',
      `printf '%s\\n' '${batch}' | sftp -b - -P ${sshd.port} -i ${keyFile} -o LogLevel=ERROR -o UserKnownHostsFile=${knownHosts} -o StrictHostKeyChecking=${checking} ${sshd.username}@127.0.0.1`,
    ])
  expect((await sftp(`ls ${sshd.folder}`, 'accept-new')).stdout).toContain('here.csv')
  await sftp(`put ${join(sshd.folder, 'here.csv')} ${join(sshd.folder, 'there.csv')}`, 'yes')
  expect(await readFile(join(sshd.folder, 'there.csv'), 'utf8')).toBe('sku\nA1\n')

  const before = sshd.fingerprint
  await sshd.restartWithNewHostKey()
  expect(sshd.fingerprint).not.toBe(before)
  await expect(sftp('ls', 'yes')).rejects.toThrow('Host key verification failed')
})
