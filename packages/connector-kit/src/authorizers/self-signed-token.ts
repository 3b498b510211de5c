import type { HttpContext } from '../http/http-context.ts'
import type { Authorizer } from './authorizer.ts'
import { heldToken } from './held-token.ts'
import { type JwtOptions, signJwt } from './sign-jwt.ts'

const defaultLifeSeconds = 300

/** For ERPs that trust us as an issuer of tokens: a JWT that we sign is the bearer token itself. It is signed anew before it ends. */
export function selfSignedToken(jwt: JwtOptions, { clock, onSecret }: Pick<HttpContext, 'clock' | 'onSecret'>): Authorizer {
  const { lifetimeSeconds = defaultLifeSeconds } = jwt
  const ask = async () => {
    const value = await signJwt(jwt, clock)
    onSecret(value)
    return { value, lifeMs: lifetimeSeconds * 1000 }
  }
  return heldToken({ ask, clock })
}
