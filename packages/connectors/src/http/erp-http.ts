import type { CredentialFields, OpenContext, ProviderSettings } from '@linkspan/core'
import { type Authentication, callAuthorized, createAuthorize } from './authorize.ts'
import { createHttpClient, type HttpAnswer, type HttpRequest } from './http-client.ts'

export const defaultMaxResponseBytes = 64 * 1024 * 1024

/** The HTTP side of one session: authorized calls to one ERP, and what its clock said last. */
export interface ErpHttp extends AsyncDisposable {
  /** An answer that is no success is an AppError. */
  call(url: URL, request?: HttpRequest): Promise<HttpAnswer>
  /** The `Date` of the latest answer, and when it came by our clock. */
  lastAsOf(): { readonly asOf: string; readonly seen: Date } | null
}

export function createErpHttp(
  context: OpenContext<ProviderSettings, CredentialFields>,
  authentication: Authentication,
  maxResponseBytes: number = defaultMaxResponseBytes,
): ErpHttp {
  const { timeoutMs, outbound, clock, slot, signal } = context
  const http = createHttpClient({ timeoutMs, maxResponseBytes, outbound, clock, slot, signal })
  const authorize = createAuthorize(authentication, http, () => clock.now())
  let last: { readonly asOf: string; readonly seen: Date } | null = null
  return {
    async call(url, request = {}) {
      const answer = await callAuthorized(http, authorize, authentication.kind, url, request)
      if (answer.asOf !== undefined) last = { asOf: answer.asOf, seen: clock.now() }
      return answer
    },
    lastAsOf: () => last,
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}
