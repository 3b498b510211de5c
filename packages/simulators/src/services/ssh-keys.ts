import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The form of a private key. The client library cannot read `pkcs8-encrypted` (docs/erp/sftp-files.md#private-keys). */
export type KeyKind = 'ed25519' | 'ed25519-encrypted' | 'rsa' | 'rsa-pem-encrypted' | 'pkcs8-encrypted'

export interface ClientKey {
  /** The text of the private key's file. */
  readonly privateKey: string
  /** What opens it, where it is encrypted. */
  readonly passphrase: string | undefined
  /** A line for `authorized_keys`. */
  readonly publicKey: string
}

const makers: Readonly<Record<KeyKind, readonly string[]>> = {
  ed25519: ['-t', 'ed25519'],
  'ed25519-encrypted': ['-t', 'ed25519', '-a', '4'],
  rsa: ['-t', 'rsa', '-b', '2048'],
  'rsa-pem-encrypted': ['-t', 'rsa', '-b', '2048', '-m', 'PEM'],
  'pkcs8-encrypted': ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8'],
}

/** Makes a key pair by `ssh-keygen` at a path that is free. */
export async function generateKey(path: string, kind: KeyKind): Promise<ClientKey> {
  const passphrase = kind.endsWith('encrypted') ? 'open sesame' : undefined
  await run('ssh-keygen', ['-q', ...makers[kind], '-N', passphrase ?? '', '-C', 'test', '-f', path])
  const [privateKey, publicKey] = await Promise.all([readFile(path, 'utf8'), readFile(`${path}.pub`, 'utf8')])
  return { privateKey, passphrase, publicKey }
}

/** "SHA256:…" of a public key, as `ssh-keygen` sees it. */
export async function fingerprintOf(publicKeyPath: string): Promise<string> {
  const { stdout } = await run('ssh-keygen', ['-l', '-E', 'sha256', '-f', publicKeyPath])
  return stdout.split(' ')[1] ?? ''
}
