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
  isFields,
  type OutgoingRecord,
  type RecordSink,
  type RecordSource,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core/connector'
import { failureBeside, sentencesIn } from './empty-answer.ts'
import { failureIn, wordsIn } from './failure-in.ts'
import { findByReference } from './look-up.ts'
import { toBody } from './outgoing.ts'
import { createReceipts } from './receipts.ts'
import { resourceOf } from './resource-request.ts'
import { RestPush } from './settings.ts'
import type { RestContext } from './source.ts'
import { isReceipt, showsReference, takenIn } from './taken-record.ts'

/** Writes the records of one data type to a REST API. */
export function createRestSink(context: RestContext, http: ErpHttp, dataType: DataTypeId, source: RecordSource): RecordSink {
  const { settings, credentials, clock } = context
  const { apiUrl } = credentials
  const resource = resourceOf(settings, dataType)
  const push = RestPush.parse(resource.push ?? {})
  const path = push.path ?? resource.path ?? dataType
  const headers = { ...settings.headers, ...resource.headers }
  const reading = { dataType, resource, push }
  const receipts = createReceipts(context.state, dataType)
  const placeOf = (erpId: string) =>
    urlBelow(apiUrl, (push.updatePath ?? `${path.split('?')[0]}/{id}`).replaceAll('{id}', encodeURIComponent(erpId)))

  const failureOf = ({ place, url, status, headers, text }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers, body: text }, clock)

  /** Of an answer that says success. */
  async function outcomeOf(response: HttpResponse, { erpId, reference }: OutgoingRecord): Promise<WriteOutcome> {
    const body = response.text.trim() === '' ? undefined : response.json()
    const shown = takenIn(body, response, reading)
    const failure =
      body === undefined
        ? null
        : (failureIn(response, body, resource) ?? (shown || resource.success ? null : failureBeside(response, body)))
    if (failure) return failedWithSuccess(failure, response, showsReference(body, reference, reading))
    if (erpId !== null) return { kind: 'accepted', record: { erpVersion: null, fields: null, ...shown, erpId } }
    const isPending = isReceipt(body, response, reference, reading)
    if (isPending) await receipts.keep(reference)
    if (shown && !isPending) return { kind: 'accepted', record: shown }
    const message = isPending
      ? `${response.place}: HTTP ${response.status} accepts the record for later, and does not show it`
      : `${response.place}: the answer does not say which id the record was given${saidIn(body)}`
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
      return await outcomeOf(response, record)
    } catch (thrown) {
      return { kind: 'unknown', error: toAppError(thrown) } // it may well have been taken; only the answer cannot be read
    }
  }

  return {
    guardsByVersion: push.ifMatch,
    write,
    async find(record) {
      const { erpId } = record
      if (erpId === null)
        return receipts.settle(record.reference, await findByReference(record, { ...reading, http, apiUrl, headers, source }))
      const response = await http.exchange(placeOf(erpId), { headers })
      if (response.status === 404 || response.status === 410) return null
      if (!isSuccess(response)) throw failureOf(response)
      return { erpVersion: null, fields: null, ...takenIn(response.json(), response, reading), erpId }
    },
  }
}

/** What the ERP says in an answer, as the end of a message. */
function saidIn(body: unknown): string {
  const words = isFields(body) ? sentencesIn(body) : ''
  return words && `. The ERP says: ${words}`
}

const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status <= 299

/**
 * What a failure with a status of success means for the record (docs/erp/home-made-rest.md#errors-with-status-200). It is a refusal in the
 * ERP's words; but if the ERP says that it is in trouble itself, or shows the record all the same, nobody knows.
 */
function failedWithSuccess(failure: AppError, { text }: HttpResponse, isShown: boolean): WriteOutcome {
  if (failure.code === 'remote.throttled' && typeof failure.details.sign === 'string') throw failure
  if (isShown || failure.kind === 'transient') return { kind: 'unknown', error: failure }
  const { answer } = failure.details
  const reason = typeof answer === 'string' ? answer : extractErrorMessage(text)
  return { kind: 'refused', reason: reason === '' ? failure.message : reason }
}
