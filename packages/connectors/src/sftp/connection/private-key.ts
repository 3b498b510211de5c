import { AppError } from '@linkspan/core/connector'

const convert = 'Convert a copy of it with: ssh-keygen -p -f KEYFILE -m PEM (RSA keys), or create a new one with: ssh-keygen -t ed25519'

/** Formats that the SSH library cannot read, and what to tell the user about each (docs/erp/sftp-files.md#private-keys). */
const unusable: readonly (readonly [RegExp, string])[] = [
  [/BEGIN ENCRYPTED PRIVATE KEY/, `it is an encrypted PKCS#8 key, which cannot be read. ${convert}`],
  [/BEGIN PRIVATE KEY/, `it is a PKCS#8 key, which cannot be read. ${convert}`],
  [
    /BEGIN (SSH2 )?PUBLIC KEY|^(ssh-|ecdsa-)/m,
    'it is a public key: enter the private one here, and give the public one to the operator of the server',
  ],
  [/BEGIN CERTIFICATE/, 'it is a certificate, not a key'],
  [/BEGIN DSA PRIVATE KEY|ssh-dss/, `it is a DSA key, which servers no longer accept. ${convert}`],
]

/** Throws `setup.private-key-unusable`, with what to do about it, if the SSH library cannot read the key. Makes no connection. */
export async function assertKeyUsable(privateKey: string, passphrase: string | undefined): Promise<void> {
  const fail = (reason: string): never => {
    throw new AppError('setup.private-key-unusable', `The private key cannot be used: ${reason}`)
  }
  const { default: ssh2 } = await import('ssh2')
  const parsed = ssh2.utils.parseKey(privateKey, passphrase)
  if (!(parsed instanceof Error)) {
    const [key] = [parsed].flat()
    return key?.isPrivateKey() ? undefined : fail(unusable[2]?.[1] ?? '')
  }
  const known = unusable.find(([format]) => format.test(privateKey))
  if (known) return fail(known[1])
  if (/no passphrase/i.test(parsed.message)) return fail('it is encrypted, and no passphrase was entered')
  if (/passphrase|decrypt|integrity|malformed/i.test(parsed.message) && passphrase !== undefined) return fail('the passphrase is wrong')
  if (!privateKey.includes('-----BEGIN'))
    return fail('its first line must be "-----BEGIN … PRIVATE KEY-----": enter the whole text of the file')
  return fail(`${parsed.message}. ${convert}`)
}
