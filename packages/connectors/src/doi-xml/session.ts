import { basic } from '@linkspan/connector-kit/authorizers/basic'
import { clientCertificates } from '@linkspan/connector-kit/authorizers/client-certificate'
import { clockCheck, endpointChecks } from '@linkspan/connector-kit/http/check-endpoint'
import { createErpHttp, type ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { failureInAnswer } from '@linkspan/connector-kit/http/failure-in-answer'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { charsetIn } from '@linkspan/connector-kit/xml/charset'
import type { XmlElement } from '@linkspan/connector-kit/xml/element'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { AppError, type CheckStep, type OpenContext, type Session } from '@linkspan/core/connector'
import type { DoiCredentials } from './credentials.ts'
import { buildProfileRequest, readProfile } from './cxml/profile-request.ts'
import { readResponse } from './cxml/response.ts'
import { cxmlPartiesOf } from './cxml-parties.ts'
import { createOrderHistory } from './order-history.ts'
import { createResourceSource } from './resource-source.ts'
import type { DoiSettings } from './settings.ts'
import { createOrderSink } from './sink.ts'
import { createInboxSource } from './source.ts'

export type DoiContext = OpenContext<DoiSettings, DoiCredentials>

/** Opens a session with a partner. Nothing is sent until it is used. */
export async function openDoiSession(context: DoiContext): Promise<Session> {
  const { connectionId, settings, credentials, timeoutMs, outbound, clock, signal, inbox, state, pageSize } = context
  const { doiEndpoint: apiUrl, doiUsername: username, doiPassword: password } = credentials
  const certificates = clientCertificates(credentials)
  const authorizers = [...certificates, basic(username, password)]
  const http = createErpHttp(context, { apiUrl, authorizers, maxResponseBytes: settings.maxResponseBytes })
  const orders = createOrderHistory(state, clock)
  return {
    checks: () => [
      ...endpointChecks({ url: new URL(apiUrl), timeoutMs, outbound, clock, signal, tls: certificates[0]?.tls }),
      settings.dialect === 'cxml' ? profileCheck(context, http) : xmlCheck(apiUrl, http),
      clockCheck(clock, http.lastServerTime),
    ],
    source: (dataType) =>
      dataType === 'order_status' || dataType === 'invoices' || dataType === 'orders'
        ? createInboxSource(dataType, { inbox, orders, pageSize })
        : createResourceSource(dataType, { settings, apiUrl, http, pageSize }),
    sink: () => createOrderSink({ connectionId, settings, credentials, http, orders, clock }),
    [Symbol.asyncDispose]: () => http[Symbol.asyncDispose](),
  }
}

/** Asks a cXML partner which messages it accepts: this proves the credentials and the dialect, and orders nothing. */
function profileCheck({ settings, credentials, clock, connectionId }: DoiContext, http: ErpHttp): CheckStep {
  return {
    name: 'Authentication',
    essential: true,
    async run() {
      const timestamp = clock.now().toISOString()
      const message = { payloadId: `profile.${timestamp}.${connectionId}@linkspan`, timestamp }
      const body = buildProfileRequest(cxmlPartiesOf(settings, credentials), message)
      const headers = { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml, application/xml' }
      const response = await http.call(new URL(credentials.doiEndpoint), { method: 'POST', headers, body })
      const root = await xmlOf(response)
      const { meaning, code, text } = readResponse(root)
      if (meaning === 'credentials') throw new AppError('setup.credentials-rejected', `The partner answered with status ${code}: ${text}`)
      const accepted = Object.keys(readProfile(root))
      if (accepted.length > 0) return `The partner accepts ${accepted.join(', ')}`
      return `The partner accepted the credentials, and answered a ProfileRequest with status ${code}`
    },
  }
}

/** Checks that the credentials are accepted and that XML comes back, without sending an order. */
function xmlCheck(apiUrl: string, http: ErpHttp): CheckStep {
  return {
    name: 'Authentication',
    essential: true,
    async run() {
      const response = await http.exchange(new URL(apiUrl), { headers: { accept: 'text/xml, application/xml' } })
      const { status, place } = response
      if (status === 401 || status === 403) throw new AppError('setup.credentials-rejected', `${place}: HTTP ${status}`)
      if (status === 404 || status === 410) throw new AppError('setup.resource-missing', `${place}: HTTP ${status}`)
      if (status === 405) return 'The credentials were not refused; the endpoint only accepts orders, so there is nothing to read'
      await xmlOf(response)
      return `The credentials were accepted, and XML came back: HTTP ${status}`
    },
  }
}

/** The root element of an answer. Throws the failure that an answer in no dialect of ours reports with a status of success. */
async function xmlOf(response: HttpResponse): Promise<XmlElement> {
  const failure = response.status <= 299 ? await failureInAnswer(response) : null
  if (failure) throw failure
  return parseXml(response.body, { charset: charsetIn(response.header('content-type')) })
}
