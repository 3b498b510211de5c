import { valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { classify } from '@linkspan/connector-kit/http/classify'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { extractErrorMessage } from '@linkspan/connector-kit/http/error-message'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
import {
  AppError,
  type DataTypeId,
  type OutgoingRecord,
  type RecordSink,
  type RecordSource,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core/connector'
import { findByReference } from './look-up.ts'
import { toBody } from './outgoing.ts'
import { resourceOf } from './resource-request.ts'
import { RestPush, type RestResource } from './settings.ts'
import type { RestContext } from './source.ts'
import { takenIn } from './taken-record.ts'

/** Writes the records of one data type to a REST API. */
export function createRestSink(context: RestContext, http: ErpHttp, dataType: DataTypeId, source: RecordSource): RecordSink {
  const { settings, credentials, clock } = context
  const { apiUrl } = credentials
  const resource = resourceOf(settings, dataType)
  const push = RestPush.parse(resource.push ?? {})
  const path = push.path ?? resource.path ?? dataType
  const headers = { ...settings.headers, ...resource.headers }
  const reading = { dataType, resource, push }
  const placeOf = (erpId: string) =>
    urlBelow(apiUrl, (push.updatePath ?? `${path.split('?')[0]}/{id}`).replaceAll('{id}', encodeURIComponent(erpId)))

  const failureOf = ({ place, url, status, headers, text }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers, body: text }, clock)

  /** Of an answer that says success. */
  function outcomeOf(response: HttpResponse, { erpId }: OutgoingRecord): WriteOutcome {
    const body = response.text.trim() === '' ? undefined : response.json()
    const reason = body === undefined ? null : refusalIn(body, response, resource)
    if (reason !== null) return { kind: 'refused', reason }
    const shown = takenIn(body, response, reading)
    if (erpId !== null) return { kind: 'accepted', record: { erpVersion: null, fields: null, ...shown, erpId } }
    if (shown) return { kind: 'accepted', record: shown }
    const message = `${response.place}: the answer does not say which id the record was given`
    return { kind: 'unknown', error: new AppError('setup.answer-unexpected', message) }
  }

  async function write(record: OutgoingRecord): Promise<WriteOutcome> {
    const { erpId, erpVersion, idempotencyKey } = record
    const isChange = erpId !== null
    const method = isChange ? push.updateMethod : push.method
    if (method === 'none') return { kind: 'refused', reason: 'This ERP takes no changes: settings.resources say updateMethod "none"' }
    const reach = notSentYet()
    let response: HttpResponse
    try {
      response = await http.exchange(isChange ? placeOf(erpId) : urlBelow(apiUrl, path), {
        method,
        headers: {
          ...headers,
          'content-type': 'application/json',
          ...(push.idempotencyHeader !== null && { [push.idempotencyHeader]: idempotencyKey }),
          ...(isChange && push.ifMatch && erpVersion !== null && { 'if-match': erpVersion }),
        },
        body: toBody(record, push, isChange && method === 'PATCH'),
        reach,
      })
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
    if (!isSuccess(response)) return failedWrite({ response, failure: failureOf(response), isChange, words: wordsIn(response, resource) })
    try {
      return outcomeOf(response, record)
    } catch (thrown) {
      return { kind: 'unknown', error: toAppError(thrown) } // it may well have been taken; only the answer cannot be read
    }
  }

  return {
    guardsByVersion: push.ifMatch,
    write,
    async find(record) {
      const { erpId } = record
      if (erpId === null) return findByReference(record, { ...reading, http, apiUrl, headers, source })
      const response = await http.exchange(placeOf(erpId), { headers })
      if (response.status === 404 || response.status === 410) return null
      if (!isSuccess(response)) throw failureOf(response)
      return { erpVersion: null, fields: null, ...takenIn(response.json(), response, reading), erpId }
    },
  }
}

const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status <= 299

/** An ERP may refuse with status 200 (docs/erp/home-made-rest.md#errors-with-status-200): `success` in the settings says how to tell. */
function refusalIn(body: unknown, response: HttpResponse, resource: RestResource): string | null {
  const { success } = resource
  if (!success || String(valueAt(body, success.path)) === String(success.equals)) return null
  return (
    wordsIn(response, resource) ?? (extractErrorMessage(response.text) || `${response.place}: the ERP reports a failure without a word`)
  )
}

/** What the ERP says, if the settings have a path to it. */
function wordsIn({ json }: HttpResponse, { errorMessage }: RestResource): string | undefined {
  if (errorMessage === undefined) return undefined
  try {
    const words = valueAt(json(), errorMessage)
    return typeof words === 'string' && words.trim() !== '' ? words.trim().slice(0, 500) : undefined
  } catch {
    return undefined // a page of HTML, perhaps
  }
}
