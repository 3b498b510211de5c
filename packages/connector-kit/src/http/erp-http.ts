import type { CredentialFields, OpenContext, ProviderSettings } from '@linkspan/core/connector'
import { type Authentication, createAuthorization } from '../authorizers/authorize.ts'
import { createHttpClient, type HttpRequest } from './http-client.ts'
import type { HttpResponse } from './http-response.ts'

export const defaultMaxResponseBytes = 64 * 1024 * 1024

/** The HTTP side of one session: authorized calls to the ERP at `credentials.apiUrl`, and what its clock said last. */
export interface ErpHttp extends AsyncDisposable {
  /** An answer that is no success is an AppError. */
  call(url: URL, request?: Omit<HttpRequest, 'url'>): Promise<HttpResponse>
  /** An answer whatever its status. */
  exchange(url: URL, request?: Omit<HttpRequest, 'url'>): Promise<HttpResponse>
  /** The `Date` of the latest answer, and when it came by our clock. */
  lastServerTime(): { readonly asOf: string; readonly seen: Date } | null
  /** Query parameters that carry a secret: no URL that is kept may have them. */
  readonly secretParameters: readonly string[]
}

export type ErpContext<Credentials extends CredentialFields & { readonly apiUrl: string }> = OpenContext<ProviderSettings, Credentials>

export function createErpHttp<Credentials extends CredentialFields & { readonly apiUrl: string }>(
  { timeoutMs, outbound, clock, logger, acquireCall, onCall, signal, credentials }: ErpContext<Credentials>,
  authentication: Authentication | readonly Authentication[],
  maxResponseBytes: number = defaultMaxResponseBytes,
): ErpHttp {
  const options = { timeoutMs, maxResponseBytes, outbound, clock, logger, acquireCall, onCall, signal }
  const proofs = Array.isArray(authentication) ? (authentication as readonly Authentication[]) : [authentication as Authentication]
  const { authorizer, tokenClients } = createAuthorization(proofs, options)
  const client = createHttpClient({ ...options, origin: new URL(credentials.apiUrl).origin, authorizer })
  return {
    call: (url, request = {}) => client.send({ ...request, url }),
    exchange: (url, request = {}) => client.exchange({ ...request, url }),
    lastServerTime: () => client.lastServerTime,
    secretParameters: authorizer.secretParameters,
    async [Symbol.asyncDispose]() {
      await Promise.all([client, ...tokenClients].map((each) => each[Symbol.asyncDispose]()))
    },
  }
}
