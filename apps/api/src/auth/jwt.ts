import { AppError, type Clock, type JwtConfig, type Stopwatch, systemStopwatch } from '@linkspan/core'
import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose'
import { z } from 'zod'
import type { Identity } from './api-keys.ts'
import { jwksFetch } from './jwks-fetch.ts'
import { roleFrom } from './role-claim.ts'

const asymmetric = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const clockToleranceSeconds = 5
/** A caller's id: what the audit trail, logs and stored data can hold. */
const Subject = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,256}$/u)

/** Returns the caller whom a signed token names; null if the token cannot be trusted. */
export type VerifyJwt = (token: string) => Promise<Identity | null>

/**
 * Verifies bearer tokens: HS256 with the shared secret, asymmetric algorithms with the keys of the JWKS, each only if it is configured.
 * A token must expire, and its subject must be a text of at most 256 characters without control characters.
 * Throws `request.forbidden` if the token names no known role, and `identity.unavailable` if the JWKS cannot be fetched.
 */
export function createJwtVerifier(config: JwtConfig, clock: Clock, stopwatch: Stopwatch = systemStopwatch): VerifyJwt {
  const secret = config.secret === null ? null : new TextEncoder().encode(config.secret)
  const jwks =
    config.jwksUrl === null
      ? null
      : createRemoteJWKSet(new URL(config.jwksUrl), { timeoutDuration: 5000, [customFetch]: jwksFetch(stopwatch) })

  const check = async (token: string): Promise<JWTPayload | null> => {
    const options: JWTVerifyOptions = {
      requiredClaims: ['sub', 'exp'],
      clockTolerance: clockToleranceSeconds,
      currentDate: clock.now(),
      ...(config.issuer !== null && { issuer: config.issuer }),
      ...(config.audience !== null && { audience: config.audience }),
    }
    const algorithm = algorithmOf(token)
    if (secret && algorithm === 'HS256') return (await jwtVerify(token, secret, { ...options, algorithms: ['HS256'] })).payload
    if (jwks && asymmetric.includes(algorithm)) return (await jwtVerify(token, jwks, { ...options, algorithms: asymmetric })).payload
    return null
  }

  return async (token) => {
    const payload = await check(token).catch((thrown: unknown) => {
      if (isRefusal(thrown)) return null
      throw new AppError('identity.unavailable', 'The keys that verify tokens cannot be fetched at the moment', { cause: thrown })
    })
    const subject = Subject.safeParse(payload?.sub)
    if (!payload || !subject.success) return null
    const role = roleFrom(payload, config.roleClaim)
    if (!role) throw new AppError('request.forbidden', `The token names no known role in the JWT claim "${config.roleClaim}"`)
    return { id: subject.data, role, authentication: 'jwt' }
  }
}

/** When a token expires; it must have been verified. Null if it does not say. */
export function expiryOf(token: string): Date | null {
  const { exp } = decodeJwt(token)
  return exp === undefined ? null : new Date(exp * 1000)
}

function algorithmOf(token: string): string {
  try {
    return decodeProtectedHeader(token).alg ?? ''
  } catch {
    return ''
  }
}

/** Whether the token is at fault, rather than the fetching of keys. */
const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof errors.JOSEError &&
  !(thrown instanceof errors.JWKSTimeout || thrown instanceof errors.JWKSInvalid) &&
  thrown.code !== 'ERR_JOSE_GENERIC'
