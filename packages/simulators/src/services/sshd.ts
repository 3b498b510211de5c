import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findFreePort } from './ports.ts'
import { type ClientKey, fingerprintOf, generateKey, type KeyKind } from './ssh-keys.ts'
import { startWatchdog, type Watchdog } from './watchdog.ts'

export interface SshdOptions {
  /**
   * The size limit of files that the server writes, in blocks of 512 bytes. Beyond it, writing fails as on a full disk
   * (docs/erp/sftp-files.md#writes-that-fail).
   */
  readonly maxBlocks?: number
  /** SFTP requests that it refuses, by OpenSSH's names, for example `posix-rename` (docs/erp/sftp-files.md#renaming). */
  readonly without?: readonly string[]
}

/** A real OpenSSH server on 127.0.0.1 that serves only SFTP. Disposing it stops it and removes its files. */
export interface Sshd extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** The account that may log in. It is unprivileged. */
  readonly username: string
  /** A folder on disk that this account may read and write. */
  readonly folder: string
  /** As `ssh-keygen -l` prints it: "SHA256:…". */
  readonly fingerprint: string
  /** What it has logged so far. */
  log(): string
  /** Creates a key and allows it to log in. */
  authorize(kind: KeyKind): Promise<ClientKey>
  /** Refuses every key that was authorized so far. Open connections are not touched. */
  revokeAll(): Promise<void>
  /** Makes the account the owner of a file or folder. Needed if the test runs as root. */
  own(path: string): Promise<void>
  restartWithNewHostKey(): Promise<void>
}

const run = promisify(execFile)
const startTimeoutMs = 20_000

/** The account that runs sshd. Run by root, sshd needs a system user of its own, so `daemon` is used: every system has it, unlocked. */
async function accountToRun(): Promise<{ readonly username: string; readonly uid?: number; readonly gid?: number }> {
  const { uid, username } = userInfo()
  if (uid !== 0) return { username }
  const idOf = async (flag: string) => Number((await run('id', [flag, 'daemon'])).stdout)
  return { username: 'daemon', uid: await idOf('-u'), gid: await idOf('-g') }
}

const binaryPaths = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/opt/homebrew/sbin/sshd', '/usr/bin/sshd']

/** Whether OpenSSH's server is installed. */
export const hasSshd = (): boolean => binaryPaths.some((path) => existsSync(path))

function sshdBinary(): string {
  const found = binaryPaths.find((path) => existsSync(path))
  if (!found) throw new Error('There is no sshd. Install it, for example: apt-get install openssh-server')
  return found // sshd must be started with an absolute path
}

/** Starts sshd on a free port. Resolves when it listens. */
export async function startSshd(options: SshdOptions = {}): Promise<Sshd> {
  const account = await accountToRun()
  const dir = await mkdtemp(join(tmpdir(), 'linkspan-sshd-'))
  const at = (name: string) => join(dir, name)
  const own = async (path: string) => {
    if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid)
  }
  await chmod(dir, 0o755)
  await mkdir(at('files'))
  await writeFile(at('authorized_keys'), '')
  for (const path of [dir, at('files'), at('authorized_keys')]) await own(path)

  const internalSftp = `internal-sftp${options.without ? ` -P ${options.without.join(',')}` : ''}`
  let hostKeys = 0
  let fingerprint = ''
  let port = await findFreePort()
  let log = ''
  let running: { readonly child: ChildProcess; readonly ended: Promise<void>; readonly watchdog: Watchdog } | null = null

  async function configure(): Promise<void> {
    const hostKey = at(`host-key-${++hostKeys}`)
    await generateKey(hostKey, 'ed25519')
    await own(hostKey)
    fingerprint = await fingerprintOf(`${hostKey}.pub`)
    const lines = [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${hostKey}`,
      'PidFile none',
      `AuthorizedKeysFile ${at('authorized_keys')}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PubkeyAcceptedAlgorithms +ssh-rsa',
      'LogLevel VERBOSE',
      'MaxStartups 100',
      `Subsystem sftp ${internalSftp}`,
      `ForceCommand ${internalSftp}`,
    ]
    await writeFile(at('sshd_config'), `${lines.join('\n')}\n`)
  }

  async function launch(): Promise<void> {
    const limit = options.maxBlocks === undefined ? '' : `trap '' XFSZ; ulimit -f ${options.maxBlocks}; `
    const { uid, gid } = account
    const child = spawn('/bin/sh', ['-c', `${limit}exec "$0" -D -e -f "$1"`, sshdBinary(), at('sshd_config')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(uid !== undefined && { uid, gid }),
    })
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString('utf8')
    })
    const watchdog = startWatchdog(child.pid ?? 0, dir)
    const ended = new Promise<void>((resolve) => {
      child.once('close', () => {
        watchdog.dismiss()
        resolve()
      })
    })
    running = { child, ended, watchdog }
    for (const until = Date.now() + startTimeoutMs; !log.includes(`listening on 127.0.0.1 port ${port}`); await delay(10)) {
      if (child.exitCode !== null || Date.now() > until) throw new Error(`sshd did not start:\n${log}`)
    }
  }

  async function end(): Promise<void> {
    running?.child.kill('SIGKILL')
    await running?.ended
  }

  await configure()
  await launch().catch(async (thrown) => {
    if (!log.includes('Address already in use')) throw thrown
    port = await findFreePort()
    await configure()
    await launch()
  })
  return {
    host: '127.0.0.1',
    port,
    username: account.username,
    folder: at('files'),
    get fingerprint() {
      return fingerprint
    },
    log: () => log,
    own,
    async authorize(kind) {
      const key = await generateKey(at(`client-${kind}-${Math.trunc(performance.now() * 1000)}`), kind)
      await appendFile(at('authorized_keys'), key.publicKey)
      return key
    },
    revokeAll: () => writeFile(at('authorized_keys'), ''),
    async restartWithNewHostKey() {
      await end()
      log = ''
      await configure()
      await launch()
    },
    async [Symbol.asyncDispose]() {
      await end()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
