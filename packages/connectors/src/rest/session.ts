import { clientCertificates } from '@linkspan/connector-kit/authorizers/client-certificate'
import { clockCheck, endpointChecks } from '@linkspan/connector-kit/http/check-endpoint'
import { createErpHttp, type ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { limited } from '@linkspan/connector-kit/paging/pager'
import { AppError, type CheckStep, type Session } from '@linkspan/core/connector'
import { restAuthorizers } from './authentication.ts'
import { failureIn } from './failure-in.ts'
import { pageUrl, resourceOf } from './resource-request.ts'
import { createRestSink } from './sink.ts'
import { createRestSource, type RestContext } from './source.ts'

/** Opens a session with a REST API; calls nobody yet. */
export async function openRestSession(context: RestContext): Promise<Session> {
  const { settings, credentials, timeoutMs, outbound, clock, signal } = context
  const { apiUrl } = credentials
  const authorizers = restAuthorizers(context)
  const certificates = clientCertificates(credentials)
  const http = createErpHttp(context, {
    apiUrl,
    authorizers: [...certificates, ...authorizers],
    maxResponseBytes: settings.maxResponseBytes,
  })
  return {
    checks: () => [
      ...endpointChecks({ url: new URL(apiUrl), timeoutMs, outbound, clock, signal, tls: certificates[0]?.tls }),
      authenticationCheck(context, http, authorizers.length + certificates.length > 0),
      clockCheck(clock, http.lastServerTime),
    ],
    source: (dataType) => createRestSource(context, http, dataType),
    sink: (dataType) => createRestSink(context, http, dataType, createRestSource(context, http, dataType)),
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}

/** Failures that concern the data type that was asked for: its own probe tells them, and others may work. */
const concernsDataType: readonly string[] = ['setup.resource-missing', 'setup.permission-missing', 'setup.request-refused']

/** The cheapest call that shows whether the credentials are taken: the configured one, or the first data type's smallest page. */
function authenticationCheck({ settings, credentials, enabledDataTypes }: RestContext, http: ErpHttp, hasProof: boolean): CheckStep {
  const { checkPath } = settings.authentication ?? {}
  const dataType = enabledDataTypes[0] ?? 'products'
  const resource = resourceOf(settings, dataType)
  const limitParameter = resource.paging && 'limitParameter' in resource.paging ? resource.paging.limitParameter : undefined
  const url =
    checkPath === undefined
      ? pageUrl(credentials.apiUrl, dataType, resource, { since: null, limit: 1, parameters: limited(limitParameter, 1) })
      : urlBelow(credentials.apiUrl, checkPath)
  return {
    name: 'Authentication',
    essential: true,
    async run() {
      try {
        const response = await http.call(url, { headers: { ...settings.headers, ...resource.headers } })
        const body = checkPath === undefined ? response.json() : jsonIn(response)
        const failure = failureIn(response, body, checkPath === undefined ? resource : {})
        if (failure) throw failure
        const taken = hasProof ? 'The credentials were accepted' : 'No credentials are entered, and none were asked for'
        return `${taken}: ${response.place} answered HTTP ${response.status}`
      } catch (thrown) {
        if (checkPath === undefined && thrown instanceof AppError && concernsDataType.includes(thrown.code)) {
          return `${thrown.message}. The credentials were not refused, but there is nothing there that proves them`
        }
        throw thrown
      }
    },
  }
}

/** What a configured path answers need not be JSON. */
function jsonIn({ json }: HttpResponse): unknown {
  try {
    return json()
  } catch {
    return undefined
  }
}
