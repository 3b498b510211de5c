import {
  AppError,
  type DataTypeId,
  type OutgoingRecord,
  type RecordSink,
  type RecordSource,
  type TakenRecord,
  toAppError,
  type WriteOutcome,
} from '@linkspan/core'
import { isFields, valueAt } from '../dot-path.ts'
import { classify } from '../http/classify.ts'
import type { ErpHttp } from '../http/erp-http.ts'
import { erpWords } from '../http/erp-words.ts'
import type { HttpResponse } from '../http/http-response.ts'
import { notSentYet } from '../http/reach.ts'
import { urlBelow } from '../http/url.ts'
import { failedWrite, withoutAnswer } from '../http/write-failure.ts'
import { toBody } from './outgoing.ts'
import { readRows } from './read-rows.ts'
import { resourceOf } from './resource-request.ts'
import { RestPush } from './settings.ts'
import type { RestContext } from './source.ts'
import { toRecord } from './to-record.ts'

/** How far before a record was sent its change time may lie: clocks differ. */
const clocksDifferMs = 600_000

/** One data type of a REST API as a place to write to (ERP-FACTS 8.1). */
export function createRestSink(context: RestContext, http: ErpHttp, dataType: DataTypeId, source: RecordSource): RecordSink {
  const { settings, credentials, clock } = context
  const resource = resourceOf(settings, dataType)
  const push = RestPush.parse(resource.push ?? {})
  const path = push.path ?? resource.path ?? dataType
  const headers = { ...settings.headers, ...resource.headers }
  const collection = urlBelow(credentials.apiUrl, path)
  const placeOf = (erpId: string) =>
    urlBelow(credentials.apiUrl, (push.updatePath ?? `${path.split('?')[0]}/{id}`).replaceAll('{id}', encodeURIComponent(erpId)))

  const isSuccess = ({ status }: HttpResponse): boolean => status >= 200 && status <= 299
  const failureOf = ({ place, url, status, headers, text }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers, body: text }, clock)

  /** The record that an answer shows; of a creation without a body its id, from the address that it was given. */
  const recordIn = (body: unknown, response: HttpResponse, location?: string): TakenRecord | null => {
    const { id, fields } = toRecord(rowIn(body, push.wrap), dataType, resource)
    const place = location?.split('?')[0]?.split('/').filter(Boolean).at(-1)
    const erpId = id === '' && place !== undefined ? decodeURIComponent(place) : id
    const { sourceVersion } = fields
    const version = push.ifMatch ? (response.header('etag') ?? null) : typeof sourceVersion === 'string' ? sourceVersion : null
    return erpId === '' ? null : { erpId, erpVersion: version, fields: id === '' ? null : fields }
  }

  /** Of an answer that says success. */
  function outcomeOf(response: HttpResponse, record: OutgoingRecord): WriteOutcome {
    const { place } = response
    const body = response.text.trim() === '' ? undefined : response.json()
    const refusal = body === undefined ? null : refusalIn(body, response, resource)
    if (refusal !== null) return { kind: 'refused', reason: refusal }
    const taken = recordIn(body, response, response.header('location'))
    if (taken) return { kind: 'taken', record: taken }
    if (record.erpId !== null) return { kind: 'taken', record: { erpId: record.erpId, erpVersion: null, fields: null } }
    return {
      kind: 'unknown',
      error: new AppError('setup.answer-unexpected', `${place}: the answer does not say which id the record was given`),
    }
  }

  async function write(record: OutgoingRecord): Promise<WriteOutcome> {
    const isUpdate = record.erpId !== null
    const method = isUpdate ? push.updateMethod : push.method
    if (method === 'none') return { kind: 'refused', reason: 'This ERP takes no changes: settings.resources say updateMethod "none"' }
    const reach = notSentYet()
    let response: HttpResponse
    try {
      response = await http.exchange(record.erpId === null ? collection : placeOf(record.erpId), {
        method,
        headers: {
          ...headers,
          'content-type': 'application/json',
          ...(push.idempotencyHeader !== null && { [push.idempotencyHeader]: record.idempotencyKey }),
          ...(isUpdate && push.ifMatch && record.erpVersion !== null && { 'if-match': record.erpVersion }),
        },
        body: JSON.stringify(toBody(record, push, isUpdate && push.updateMethod === 'PATCH')),
        reach,
      })
    } catch (thrown) {
      return withoutAnswer(thrown, reach)
    }
    if (!isSuccess(response)) return failedWrite({ response, failure: failureOf(response), isChange: isUpdate })
    try {
      return outcomeOf(response, record)
    } catch (thrown) {
      return { kind: 'unknown', error: toAppError(thrown) } // it may well have been taken; only the answer cannot be read
    }
  }

  const referenceOf = (row: unknown): unknown =>
    valueAt(row, push.referenceField ?? (push.naming === 'snake' ? 'our_reference' : 'ourReference'))

  /** Some ERPs take a filter that they do not know for none, and answer with whatever they have. */
  async function byFilter({ reference }: OutgoingRecord): Promise<TakenRecord | null | 'ignored'> {
    const parameter = push.lookup?.parameter ?? push.referenceField ?? (push.naming === 'snake' ? 'our_reference' : 'ourReference')
    const url = urlBelow(credentials.apiUrl, push.lookup?.path ?? path, new Map([[parameter, reference]]))
    const response = await http.call(url, { headers })
    const { rows } = readRows(response, dataType, resource)
    const found = rows.filter((row) => String(referenceOf(row) ?? '') === reference).map((row) => recordIn(row, response))
    const [oldest = null] = found.sort((one, other) => String(one?.erpId).localeCompare(String(other?.erpId), 'en', { numeric: true }))
    return oldest ?? (rows.length === 0 ? null : 'ignored')
  }

  async function byReading({ reference, sentAt }: OutgoingRecord): Promise<TakenRecord | null> {
    const since = source.incremental && sentAt !== null ? new Date(Date.parse(sentAt) - clocksDifferMs).toISOString() : null
    for await (const { records } of source.pages({ after: null, since })) {
      const found = records.find(({ raw }) => String(referenceOf(raw) ?? '') === reference)
      if (found) return { erpId: found.id, erpVersion: null, fields: found.fields }
    }
    return null
  }

  async function byId(erpId: string): Promise<TakenRecord | null> {
    const response = await http.exchange(placeOf(erpId), { headers })
    if (response.status === 404 || response.status === 410) return null
    if (!isSuccess(response)) throw failureOf(response)
    return recordIn(response.json(), response)
  }

  async function find(record: OutgoingRecord): Promise<TakenRecord | null> {
    if (record.erpId !== null) return byId(record.erpId)
    const found = await byFilter(record)
    return found === 'ignored' ? byReading(record) : found
  }

  return { write, find }
}

/** The record in an answer: the body itself, or the one object in an envelope. */
function rowIn(body: unknown, wrap: string | undefined): unknown {
  if (!isFields(body)) return Array.isArray(body) ? body[0] : {}
  for (const name of [...(wrap === undefined ? [] : [wrap]), 'data', 'result', 'record', 'item']) {
    const inner = body[name]
    if (isFields(inner)) return inner
    if (Array.isArray(inner) && inner.length === 1) return inner[0]
  }
  return body
}

/** An ERP may refuse with status 200: `success` in the settings says how to tell. */
function refusalIn(body: unknown, { text }: HttpResponse, { success, errorMessage }: ReturnType<typeof resourceOf>): string | null {
  if (!success || String(valueAt(body, success.path)) === String(success.equals)) return null
  const words = errorMessage === undefined ? undefined : valueAt(body, errorMessage)
  return typeof words === 'string' ? words : erpWords(text)
}
