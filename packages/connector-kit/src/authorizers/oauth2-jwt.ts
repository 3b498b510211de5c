import type { Clock } from '@linkspan/core/connector'
import type { HttpContext } from '../http/http-context.ts'
import type { Authorizer } from './authorizer.ts'
import { type OAuth2Client, oauth2 } from './oauth2.ts'
import { type JwtOptions, signJwt } from './sign-jwt.ts'

export interface JwtBearer extends OAuth2Client {
  /** `client`: the JWT proves who the client is (RFC 7523, 2.2); `grant`: it stands for a user, and is the grant itself (RFC 7523, 2.1). */
  readonly use: 'client' | 'grant'
  readonly jwt: JwtOptions
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

/** OAuth 2.0 by a JWT that we sign, anew for each token. One that is refused for the time in it is signed again by the server's clock. */
export function oauth2JwtBearer({ use, jwt, ...client }: JwtBearer, context: HttpContext): Authorizer {
  const grant = async (clock: Clock) => {
    const signed = await signJwt(jwt, clock)
    if (use === 'grant') return { grant_type: grantType, assertion: signed }
    return { grant_type: 'client_credentials', client_assertion_type: assertionType, client_assertion: signed }
  }
  return oauth2(client, grant, context, { isTimed: true })
}
