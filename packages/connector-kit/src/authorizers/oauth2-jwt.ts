import type { Clock } from '@linkspan/core/connector'
import type { HttpContext } from '../http/http-context.ts'
import type { Authorizer } from './authorizer.ts'
import { type OAuth2Client, oauth2 } from './oauth2.ts'
import { type JwtOptions, signJwt } from './sign-jwt.ts'

export interface JwtBearer extends OAuth2Client {
  /** `client`: the JWT proves who the client is (RFC 7523, 2.2); `grant`: it stands for a user, and is the grant itself (RFC 7523, 2.1). */
  readonly use: 'client' | 'grant'
  readonly jwt: JwtOptions
  /** With `grant`: a JWT that proves who the client is, in place of a secret. */
  readonly clientJwt?: JwtOptions | undefined
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** OAuth 2.0 by a JWT that we sign, anew for each token. One that is refused for the time in it is signed again by the server's clock. */
export function oauth2JwtBearer({ use, jwt, clientJwt, ...client }: JwtBearer, context: HttpContext): Authorizer {
  const proofOf = async (options: JwtOptions, clock: Clock) => ({
    client_assertion_type: assertionType,
    client_assertion: await signJwt(options, clock),
  })
  const grant = async (clock: Clock) => {
    if (use === 'client') return { grant_type: 'client_credentials', ...(await proofOf(jwt, clock)) }
    const assertion = await signJwt(jwt, clock)
    return { grant_type: grantType, assertion, ...(clientJwt && (await proofOf(clientJwt, clock))) }
  }
  return oauth2(client, grant, context, { isTimed: true })
}
