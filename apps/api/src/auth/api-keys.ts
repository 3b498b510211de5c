import { createHash, timingSafeEqual } from 'node:crypto'
import type { ApiKey, Role } from '@linkspan/core'

/** A caller who has proved who they are. */
export interface Identity {
  readonly id: string
  readonly role: Role
  readonly authentication: 'api-key' | 'basic' | 'jwt' | 'session'
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const storedDigest = (secret: string): Buffer =>
  secret.startsWith('sha256:') ? Buffer.from(secret.slice('sha256:'.length), 'hex') : digestOf(secret)

export interface ApiKeys {
  /** The caller whose key has this secret; null if there is none. */
  find(secret: string): Identity | null
  /** The caller whose key has this name and secret; null if there is none. */
  findNamed(name: string, secret: string): Identity | null
  /** The role of the key with this name; null if there is none. */
  roleOf(name: string): Role | null
}

/**
 * Looks up the API keys of this installation. Every call compares every key, by digests and in constant time, so the time of an answer
 * does not reveal how close a guess was.
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
    roleOf: (name) => known.find((key) => key.name === name)?.role ?? null,
  }
}
