import { createHash, timingSafeEqual } from 'node:crypto'
import type { ApiKey, Role } from '@linkspan/core'

/** Who somebody proved to be. */
export interface Identity {
  readonly id: string
  readonly role: Role
  readonly authentication: 'api-key' | 'basic' | 'jwt'
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const storedDigest = (secret: string): Buffer =>
  secret.startsWith('sha256:') ? Buffer.from(secret.slice('sha256:'.length), 'hex') : digestOf(secret)

export interface ApiKeys {
  /** The key with this secret; null where there is none. */
  find(secret: string): Identity | null
  /** The key with this name and secret; null where there is none. */
  findNamed(name: string, secret: string): Identity | null
}

/**
 * The keys of this installation. Digests are compared in constant time, and every key is compared at every call, so
 * the time an answer takes says nothing about how near a guess came.
 */
export function createApiKeys(keys: readonly ApiKey[]): ApiKeys {
  const known = keys.map(({ name, role, secret }) => ({ name, role, nameDigest: digestOf(name), digest: storedDigest(secret) }))
  return {
    find(secret) {
      const digest = digestOf(secret)
      const [match] = known.filter((key) => timingSafeEqual(key.digest, digest))
      return match ? { id: match.name, role: match.role, authentication: 'api-key' } : null
    },
    findNamed(name, secret) {
      const [digest, nameDigest] = [digestOf(secret), digestOf(name)]
      const matches = known.map((key) => [timingSafeEqual(key.digest, digest), timingSafeEqual(key.nameDigest, nameDigest)])
      const match = known[matches.findIndex(([sameSecret, sameName]) => sameSecret && sameName)]
      return match ? { id: match.name, role: match.role, authentication: 'basic' } : null
    },
  }
}
