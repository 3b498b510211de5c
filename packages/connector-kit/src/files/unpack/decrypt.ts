import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AppError } from '@linkspan/core/connector'
import type { Message, PrivateKey, PublicKey } from 'openpgp'
import { tooLarge, truncated, unreadable } from '../file-errors.ts'
import { limited, type UnpackingLimits } from '../limits.ts'
import { peek } from '../text/chunks.ts'
import { holdBack } from './spool.ts'

export interface PgpKeys {
  /** Our keys, armoured. All are tried, so that an old and a new one can overlap. */
  readonly privateKeys: readonly { readonly armored: string; readonly passphrase?: string | undefined }[]
  /** The partner's keys, armoured. If there are any, one of them must have signed the file. */
  readonly partnerKeys?: readonly string[]
  readonly now: Date
}

/** How far in the future a signature may be, in milliseconds, because clocks differ. */
const clockTolerance = 600_000

/**
 * Decrypts a PGP file, armoured or binary (docs/erp/sftp-files.md#pgp-files). Yields nothing until the whole file is decrypted, intact and,
 * if the partner's key is known, signed by the partner. The file name within is ignored. Throws `file.locked` if no key fits, and
 * `file.untrusted`, `file.unreadable`, `file.truncated` or `file.too-large`.
 */
export async function* decrypt(bytes: AsyncIterable<Buffer>, keys: PgpKeys, limits: UnpackingLimits): AsyncGenerator<Buffer> {
  const decryptionKeys = await Promise.all(keys.privateKeys.map(openKey))
  if (decryptionKeys.length === 0) throw new AppError('file.locked', 'The file is encrypted with PGP, and no private key is set.')
  const verificationKeys = await Promise.all((keys.partnerKeys ?? []).map(readPartnerKey))
  let failed: { readonly cause: unknown } | null = null
  const source = async function* () {
    try {
      yield* bytes
    } catch (cause) {
      failed = { cause }
      throw cause
    }
  }
  const causeOf = (thrown: unknown): unknown => (failed === null ? toFileError(thrown) : failed.cause)
  try {
    yield* holdBack(decrypted(source(), decryptionKeys, verificationKeys, keys.now, limits))
  } catch (thrown) {
    throw causeOf(thrown)
  }
}

async function* decrypted(
  bytes: AsyncIterable<Buffer>,
  decryptionKeys: PrivateKey[],
  verificationKeys: PublicKey[],
  now: Date,
  limits: UnpackingLimits,
): AsyncGenerator<Buffer> {
  const pgp = await import('openpgp')
  let packed = 0
  const { head, all } = await peek(bytes, 64)
  if (head.length === 0) throw truncated('The PGP file is empty')
  const counted = async function* () {
    for await (const chunk of all) {
      packed += chunk.length
      yield chunk
    }
  }
  // The integrity of a stream is known only at its end. That is early enough here: `holdBack` passes nothing on before.
  const config = { allowUnauthenticatedStream: true, maxDecompressedMessageSize: limits.maxBytes }
  const message = await readMessage(counted(), head)
  const recipients = message.getEncryptionKeyIDs().map((id) => id.toHex())
  const result = await pgp
    .decrypt({ message, decryptionKeys, verificationKeys, format: 'binary', date: new Date(now.getTime() + clockTolerance), config })
    .catch((thrown: unknown) => {
      if (!/session key|no encrypted data|decryption key/i.test((thrown as Error).message)) throw thrown
      throw locked(recipients, decryptionKeys, thrown)
    })
  const verifications = result.signatures.map(({ verified }) => verified)
  for (const verification of verifications) verification.catch(() => {})
  yield* limited(buffers(result.data as unknown as ReadableStream<Uint8Array>), limits, () => packed)
  if (verificationKeys.length === 0) return
  if (verifications.length === 0)
    throw new AppError('file.untrusted', 'The file is encrypted but not signed. Anyone who has our public key may have made it.')
  await Promise.any(verifications).catch((thrown: unknown) => {
    throw new AppError('file.untrusted', "None of the file's signatures was made with a key of the partner", { cause: thrown })
  })
}

async function readMessage(bytes: AsyncIterable<Buffer>, head: Buffer): Promise<Message<ReadableStream<Uint8Array>>> {
  const pgp = await import('openpgp')
  const isArmored = head.toString('latin1').includes('-----BEGIN PGP')
  const text = async function* () {
    for await (const chunk of bytes) yield chunk.toString('latin1')
  }
  const stream = (chunks: AsyncIterable<Buffer | string>) => Readable.toWeb(Readable.from(chunks))
  const message = isArmored
    ? await pgp.readMessage({ armoredMessage: stream(text()) as never })
    : await pgp.readMessage({ binaryMessage: stream(bytes) as never })
  return message as Message<ReadableStream<Uint8Array>>
}

async function* buffers(chunks: ReadableStream<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}

async function openKey({ armored, passphrase }: PgpKeys['privateKeys'][number]): Promise<PrivateKey> {
  const pgp = await import('openpgp')
  const privateKey = await pgp.readPrivateKey({ armoredKey: armored }).catch((thrown: unknown) => {
    throw new AppError('setup.settings-invalid', 'The PGP private key is not an armoured private key', { cause: thrown })
  })
  if (privateKey.isDecrypted()) return privateKey
  return pgp.decryptKey({ privateKey, passphrase: passphrase ?? '' }).catch((thrown: unknown) => {
    throw new AppError('file.locked', `The passphrase of the PGP key ${privateKey.getKeyID().toHex()} is missing or wrong`, {
      cause: thrown,
    })
  })
}

async function readPartnerKey(armoredKey: string): Promise<PublicKey> {
  const pgp = await import('openpgp')
  return pgp.readKey({ armoredKey }).catch((thrown: unknown) => {
    throw new AppError('setup.settings-invalid', "The partner's PGP key is not an armoured public key", { cause: thrown })
  })
}

function locked(recipients: readonly string[], keys: readonly PrivateKey[], cause: unknown): AppError {
  const ours = keys.flatMap((key) => key.getKeys().map((part) => part.getKeyID().toHex()))
  if (recipients.length === 0) return unreadable('The file is not encrypted for any PGP key', {}, cause)
  return new AppError('file.locked', `The file is encrypted for the PGP key ${recipients.join(', ')}; ours are ${ours.join(', ')}`, {
    cause,
  })
}

function toFileError(thrown: unknown): unknown {
  if (thrown instanceof AppError) return thrown
  const { message = '' } = thrown as Partial<Error>
  if (/unexpected end|premature|truncat/i.test(message)) return truncated('The PGP file ends too early', {}, thrown)
  if (/maximum decompressed/i.test(message)) return tooLarge('Decrypted and unpacked, the file is larger than allowed')
  return unreadable(`The file is not a valid PGP message: ${message.slice(0, 200)}`, {}, thrown)
}
