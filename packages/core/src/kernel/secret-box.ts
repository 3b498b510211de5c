import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from './errors.ts'

/** A sealed secret as it is stored: `v1:<key id>:<base64url of iv, tag and ciphertext>`. */
export type Sealed = string & { readonly __sealed: unique symbol }

/** Encrypts secrets for storage. `context` is bound to the ciphertext: opening needs the same one. */
export interface SecretBox {
  seal(plain: string, context: string): Sealed
  /** Throws `setup.key-missing` if the key is unknown, the context differs, or the text was changed. */
  open(sealed: Sealed, context: string): string
  /** Whether the secret is sealed with the first key. */
  isCurrent(sealed: Sealed): boolean
  /** Seals the same secret with the first key. Throws like `open`. */
  reseal(sealed: Sealed, context: string): Sealed
}

/** One key of the keyring: 32 bytes, and an id that is stored with each ciphertext. */
export interface SealingKey {
  readonly id: string
  readonly bytes: Buffer
}

/** The id of the key that a secret is sealed with. */
export const sealingKeyOf = (sealed: Sealed): string => sealed.split(':')[1] ?? ''

const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM with a keyring: the first key seals and every key opens, so keys can be rotated. */
export function createSecretBox(keys: readonly SealingKey[]): SecretBox {
  const [current] = keys
  if (!current) throw new Error('A secret box needs at least one key')

  const self: SecretBox = {
    isCurrent: (sealed) => sealed.startsWith(`v1:${current.id}:`),
    reseal: (sealed, context) => self.seal(self.open(sealed, context), context),
    seal(plain, context) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', current.bytes, iv).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `v1:${current.id}:${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}` as Sealed
    },
    open(sealed, context) {
      const [version, id, text] = sealed.split(':')
      const key = keys.find((candidate) => candidate.id === id)
      if (version !== 'v1' || !key || !text) throw new AppError('setup.key-missing', `Credentials are sealed with the unknown key "${id}"`)
      const bytes = Buffer.from(text, 'base64url')
      try {
        const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new AppError(
          'setup.key-missing',
          `Credentials sealed with the key "${id}" cannot be opened: they were changed or moved, or the key is another one`,
          {
            cause,
          },
        )
      }
    },
  }
  return self
}
