import { classify } from '@linkspan/connector-kit/http/classify'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { type HttpResponse, isSuccess } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { failedWithSuccess, failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
import {
  AppError,
  type DataTypeId,
  isFields,
  type OutgoingMessage,
  type OutgoingRecord,
  type RecordSink,
  type RecordSource,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core/connector'
import { failureBeside, sentencesIn } from './empty-answer.ts'
import { failureIn, wordsIn } from './failure-in.ts'
import { askJob, followJob } from './follow-job.ts'
import { type JobProgress, jobPathIn } from './job-progress.ts'
import { findByReference } from './look-up.ts'
import { toBody } from './outgoing.ts'
import { createReceipts } from './receipts.ts'
import { resourceOf } from './resource-request.ts'
import { RestPush } from './settings.ts'
import type { RestContext } from './source.ts'
import { isReceipt, showsReference, takenIn } from './taken-record.ts'
import { refusalIn } from './verdict.ts'

interface RestRequest {
  readonly method: 'POST' | 'PUT' | 'PATCH'
  readonly url: URL
  readonly template?: string
  readonly contentType: string
  readonly body: string
}

const takesNoChanges = { kind: 'refused', reason: 'This ERP takes no changes: settings.resources say updateMethod "none"' } as const

/** Writes the records of one data type to a REST API. */
export function createRestSink(context: RestContext, http: ErpHttp, dataType: DataTypeId, source: RecordSource): RecordSink {
  const { settings, credentials, clock, signal } = context
  const { apiUrl } = credentials
  const resource = resourceOf(settings, dataType)
  const push = RestPush.parse(resource.push ?? {})
  const path = push.path ?? resource.path ?? dataType
  const headers = { ...settings.headers, ...resource.headers }
  const reading = { dataType, resource, push }
  const lookUp = { ...reading, http, apiUrl, headers, source }
  const jobContext = { http, apiUrl, headers, reading, clock, signal }
  const receipts = createReceipts(context.state, dataType)
  const recordPath = push.updatePath ?? `${path.split('?')[0]}/{id}`
  const template = urlBelow(apiUrl, recordPath).pathname
  const placeOf = (erpId: string) => urlBelow(apiUrl, recordPath.replaceAll('{id}', encodeURIComponent(erpId)))

  const failureOf = ({ place, url, status, headers, text }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers, body: text }, clock)

  /** Of an answer that says success. */
  async function outcomeOf(response: HttpResponse, record: OutgoingRecord): Promise<WriteOutcome> {
    const { erpId, reference } = record
    const body = response.text.trim() === '' ? undefined : response.json()
    const shown = takenIn(body, response, reading)
    const failure =
      body === undefined
        ? null
        : (failureIn(response, body, resource) ?? (resource.success ? null : failureSaid(response, body, shown !== null)))
    if (failure) return failedWithSuccess(failure, response, showsReference(body, reference, reading))
    if (erpId !== null) return { kind: 'accepted', record: { erpVersion: null, fields: null, ...shown, erpId } }
    if (isReceipt(body, response, reference, reading)) return outcomeOfReceipt(response, body, record)
    if (shown) return { kind: 'accepted', record: shown }
    return unknown(`${response.place}: the answer does not say which id the record was given${saidIn(body)}`)
  }

  /** A failure that no convention of errors has: a plain no, or, if no record is shown, any sign of one. */
  const failureSaid = (response: HttpResponse, body: unknown, isShown: boolean): AppError | null =>
    refusalIn(response, body, reading) ?? (isShown ? null : failureBeside(response, body))

  /** Of an answer that accepts the record for later: as the ERP's job ends, if it says where that is shown. */
  async function outcomeOfReceipt(response: HttpResponse, body: unknown, record: OutgoingRecord): Promise<WriteOutcome> {
    const { reference } = record
    const path = jobPathIn(response, body)
    await receipts.keep(reference, path)
    const progress: JobProgress = path === null ? { kind: 'unknown' } : await followJob(path, reference, jobContext)
    const found = progress.kind === 'done' ? await findByReference(record, lookUp) : null
    if (progress.kind === 'failed' || progress.kind === 'accepted' || found) await receipts.drop(reference)
    if (progress.kind === 'failed') return { kind: 'refused', reason: progress.reason }
    if (progress.kind === 'accepted') return progress
    if (found) return { kind: 'accepted', record: found }
    return unknown(`${response.place}: HTTP ${response.status} accepts the record for later, and does not show it`)
  }

  /** The request for a record; null if the ERP takes no changes. */
  function requestFor(record: OutgoingRecord): RestRequest | null {
    const { erpId } = record
    const method = erpId === null ? push.method : push.updateMethod
    if (method === 'none') return null
    const to = erpId === null ? { url: urlBelow(apiUrl, path) } : { url: placeOf(erpId), template }
    return { ...to, method, contentType: 'application/json', body: toBody(record, push, erpId !== null && method === 'PATCH') }
  }

  async function write(record: OutgoingRecord): Promise<WriteOutcome> {
    const { erpId, erpVersion, idempotencyKey } = record
    const isChange = erpId !== null
    const request = requestFor(record)
    if (request === null) return takesNoChanges
    const { method, url, contentType, body, template } = request
    const reach = notSentYet()
    let response: HttpResponse
    try {
      response = await http.exchange(url, {
        method,
        headers: {
          ...headers,
          'content-type': contentType,
          ...(push.idempotencyHeader !== null && { [push.idempotencyHeader]: idempotencyKey }),
          ...(isChange && push.ifMatch && erpVersion !== null && { 'if-match': erpVersion }),
        },
        body,
        reach,
        template,
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
    async preview(record) {
      const request = requestFor(record)
      return request === null ? takesNoChanges : { kind: 'message', message: messageOf(request) }
    },
    async find(record) {
      const { erpId } = record
      if (erpId === null)
        return receipts.settle(record.reference, await findByReference(record, lookUp), (path) =>
          askJob(path, record.reference, jobContext),
        )
      const response = await http.exchange(placeOf(erpId), { headers, template })
      if (response.status === 404 || response.status === 410) return null
      if (!isSuccess(response)) throw failureOf(response)
      const body = response.json()
      const failure = failureIn(response, body, resource)
      if (failure) throw failure
      return { erpVersion: null, fields: null, ...takenIn(body, response, reading), erpId }
    },
  }
}

const unknown = (message: string): WriteOutcome => ({ kind: 'unknown', error: new AppError('setup.answer-unexpected', message) })

/** What the ERP says in an answer, as the end of a message. */
function saidIn(body: unknown): string {
  const words = isFields(body) ? sentencesIn(body) : ''
  return words && `. The ERP says: ${words}`
}

const messageOf = ({ method, url, contentType, body }: RestRequest): OutgoingMessage => ({ method, target: url.href, contentType, body })
