import { type Authorizer, combined } from '../authorizers/authorizer.ts'
import { type SecretParts, secretPartsOf } from '../authorizers/secret-parts.ts'
import type { FailureRule } from './failure-rules.ts'
import { createHttpClient, type HttpRequest } from './http-client.ts'
import type { HttpContext } from './http-context.ts'
import type { HttpResponse } from './http-response.ts'

export const defaultMaxResponseBytes = 64 * 1024 * 1024

/** The HTTP side of one session: authorized calls to the ERP, and what its clock said last. */
export interface ErpHttp extends AsyncDisposable {
  /** An answer that is no success is an AppError. */
  call(url: URL, request?: Omit<HttpRequest, 'url'>): Promise<HttpResponse>
  /** An answer whatever its status. */
  exchange(url: URL, request?: Omit<HttpRequest, 'url'>): Promise<HttpResponse>
  /** The `Date` of the latest answer, and when it came by our clock. */
  lastServerTime(): { readonly serverTime: string; readonly seen: Date } | null
  /** Query parameters that carry a secret: no URL that is kept may have them. */
  readonly secretParameters: readonly string[]
}

export interface ErpHttpOptions {
  /** Where the ERP is: only this origin is called. */
  readonly apiUrl: string
  /** How calls prove who they are, all of them in each request. They are disposed with the session. */
  readonly authorizers: readonly Authorizer[]
  /** The most bytes of one answer; 64 MiB by default. */
  readonly maxResponseBytes?: number | undefined
  /** What failures of this ERP mean if its status does not tell. */
  readonly failureRules?: readonly FailureRule[] | undefined
}

export interface ErpHttpContext extends Omit<HttpContext, 'onSecret'> {
  /** The connection's settings, of which `secretHeaders` and `secretQuery` go into every call. */
  readonly settings?: SecretParts
}

export function createErpHttp(
  { settings = {}, ...context }: ErpHttpContext,
  { apiUrl, authorizers, maxResponseBytes = defaultMaxResponseBytes, failureRules }: ErpHttpOptions,
): ErpHttp {
  const authorizer = combined([secretPartsOf(settings), ...authorizers])
  const client = createHttpClient({ ...context, maxResponseBytes, failureRules, origin: new URL(apiUrl).origin, authorizer })
  return {
    call: (url, request = {}) => client.send({ ...request, url }),
    exchange: (url, request = {}) => client.exchange({ ...request, url }),
    lastServerTime: () => client.lastServerTime,
    secretParameters: authorizer.secretParameters,
    async [Symbol.asyncDispose]() {
      await Promise.all([client, authorizer].map((each) => each[Symbol.asyncDispose]?.()))
    },
  }
}
