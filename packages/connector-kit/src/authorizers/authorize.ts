import { createHttpClient, type HttpClient, type HttpClientOptions } from '../http/http-client.ts'
import { createApiKey } from './api-key.ts'
import { type Authorizer, combined } from './authorizer.ts'
import { createBasic } from './basic.ts'
import { createBearer } from './bearer.ts'
import { createOAuth2, type OAuth2Grant } from './oauth2.ts'

/** How calls prove who they are. */
export type Authentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'api-key'; readonly name: string; readonly in: 'header' | 'query'; readonly value: string }
  | ({ readonly kind: 'oauth2' } & OAuth2Grant)

/** The authorizer of one session, and the clients for tokens that it opened; the caller disposes them. */
export interface Authorization {
  readonly authorizer: Authorizer
  readonly tokenClients: readonly HttpClient[]
}

/** All proofs of a session in one authorizer. Tokens are fetched under the same rules as everything else. */
export function createAuthorization(
  proofs: readonly Authentication[],
  options: Omit<HttpClientOptions, 'origin' | 'authorizer' | 'headers'>,
): Authorization {
  const tokenClients: HttpClient[] = []
  const toAuthorizers = (proof: Authentication): readonly Authorizer[] => {
    switch (proof.kind) {
      case 'none':
        return []
      case 'basic':
        return [createBasic(proof.username, proof.password)]
      case 'bearer':
        return [createBearer(proof.token)]
      case 'api-key':
        return [createApiKey(proof.value, proof.in, proof.name)]
      case 'oauth2': {
        const client = createHttpClient({ ...options, origin: new URL(proof.tokenUrl).origin })
        tokenClients.push(client)
        return [createOAuth2(proof, client, options.clock)]
      }
    }
  }
  return { authorizer: combined(proofs.flatMap(toAuthorizers)), tokenClients }
}
