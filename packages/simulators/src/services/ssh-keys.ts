import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Type and format of a private key. The client library cannot read `pkcs8-encrypted` (docs/erp/sftp-files.md#private-keys). */
export type KeyKind = 'ed25519' | 'ed25519-encrypted' | 'rsa' | 'rsa-pem-encrypted' | 'pkcs8-encrypted'

export interface ClientKey {
  /** The text of the private key file. */
  readonly privateKey: string
  /** The passphrase, if the key is encrypted. */
  readonly passphrase: string | undefined
  /** A line for `authorized_keys`. */
  readonly publicKey: string
}

const keygenArguments: Readonly<Record<KeyKind, readonly string[]>> = {
  ed25519: ['-t', 'ed25519'],
  'ed25519-encrypted': ['-t', 'ed25519', '-a', '4'],
  rsa: ['-t', 'rsa', '-b', '2048'],
  'rsa-pem-encrypted': ['-t', 'rsa', '-b', '2048', '-m', 'PEM'],
  'pkcs8-encrypted': ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8'],
}

/** Creates a key pair with `ssh-keygen`. No file may exist at the path. */
export async function generateKey(path: string, kind: KeyKind): Promise<ClientKey> {
  const passphrase = kind.endsWith('encrypted') ? 'open sesame' : undefined
  await run('ssh-keygen', ['-q', ...keygenArguments[kind], '-N', passphrase ?? '', '-C', 'test', '-f', path])
  const [privateKey, publicKey] = await Promise.all([readFile(path, 'utf8'), readFile(`${path}.pub`, 'utf8')])
  return { privateKey, passphrase, publicKey }
}

/** The "SHA256:…" fingerprint of a public key, as `ssh-keygen` prints it. */
export async function fingerprintOf(publicKeyPath: string): Promise<string> {
  const { stdout } = await run('ssh-keygen', ['-l', '-E', 'sha256', '-f', publicKeyPath])
  return stdout.split(' ')[1] ?? ''
}
