import type { Clock } from '@linkspan/core/connector'
import type { HttpContext } from '../http/http-context.ts'
import type { Authorizer } from './authorizer.ts'
import { basicHeader } from './basic.ts'
import { type TokenRequest, tokenServer } from './token-server.ts'

/** What the grants of OAuth 2.0 have in common. */
export interface OAuth2Client {
  readonly tokenUrl: string
  readonly clientId?: string | undefined
  /** Absent for a public client, or if an assertion proves who it is. */
  readonly clientSecret?: string | undefined
  /** Where the secret is sent: in a Basic header (the default, as RFC 6749 2.3.1 prefers), or in the form. */
  readonly secretIn?: 'header' | 'body' | undefined
  readonly scope?: string | undefined
  readonly audience?: string | undefined
  readonly resource?: string | undefined
  /** Further fields of the form, as `company_id`. */
  readonly form?: Readonly<Record<string, string | undefined>> | undefined
  /** A client certificate, if the token server wants one. */
  readonly authorizer?: Authorizer | undefined
}

/** The client credentials grant (RFC 6749, 4.4). */
export const oauth2ClientCredentials = (client: OAuth2Client, context: HttpContext): Authorizer =>
  oauth2(client, () => ({ grant_type: 'client_credentials' }), context)

/** The resource owner password grant (RFC 6749, 4.3). */
export const oauth2Password = (
  { username, password, ...client }: OAuth2Client & { readonly username: string; readonly password: string },
  context: HttpContext,
): Authorizer => oauth2(client, () => ({ grant_type: 'password', username, password }), context)

export interface AssertionGrant extends OAuth2Client {
  readonly grantType: string
  /** Makes the assertion anew for each token. */
  readonly assertion: () => Promise<string> | string
}

/** Grants by an assertion (RFC 7521), as SAML bearer (RFC 7522): the caller makes the assertion. */
export const oauth2Assertion = ({ grantType, assertion, ...client }: AssertionGrant, context: HttpContext): Authorizer =>
  oauth2(client, async () => ({ grant_type: grantType, assertion: await assertion() }), context)

export const samlBearerGrant = 'urn:ietf:params:oauth:grant-type:saml2-bearer'

/** Bearer tokens by a grant whose own fields `grant` gives; one that `isTimed` makes them by the clock that it is given. */
export function oauth2(
  client: OAuth2Client,
  grant: (clock: Clock) => Promise<TokenRequest['form']> | TokenRequest['form'],
  context: HttpContext,
  { isTimed = false } = {},
): Authorizer {
  const { tokenUrl, authorizer, form = {}, scope, audience, resource } = client
  const { fields, headers, hint } = clientAuthentication(client)
  const request = async (clock: Clock) => ({ form: { ...(await grant(clock)), scope, audience, resource, ...fields, ...form }, headers })
  return tokenServer({ tokenUrl, request, isTimed, authorizer, hint }, context)
}

/** Some token servers take the Basic header without decoding its parts, against RFC 6749 (2.3.1). */
const encodedHint =
  'The client id or secret has characters that are encoded in the Basic header, and some servers do not decode them: if both are right, set secretIn to "body"'

/** What proves who the client is: a Basic header, or fields of the form. */
function clientAuthentication({ clientId, clientSecret, secretIn = 'header' }: OAuth2Client): {
  readonly fields: TokenRequest['form']
  readonly headers: Readonly<Record<string, string>>
  readonly hint?: string
} {
  if (clientId === undefined || clientSecret === undefined || secretIn === 'body')
    return { fields: { client_id: clientId, client_secret: clientSecret }, headers: {} }
  const [id, secret] = [encodeURIComponent(clientId), encodeURIComponent(clientSecret)]
  const isEncoded = id !== clientId || secret !== clientSecret
  return { fields: {}, headers: { authorization: basicHeader(id, secret) }, ...(isEncoded && { hint: encodedHint }) }
}
