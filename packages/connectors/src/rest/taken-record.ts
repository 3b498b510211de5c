import { compareReferences } from '@linkspan/connector-kit/fields/compare-references'
import { plainName } from '@linkspan/connector-kit/fields/field-names'
import { toRecord } from '@linkspan/connector-kit/fields/to-record'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { type AcceptedRecord, type DataTypeId, isFields } from '@linkspan/core/connector'
import { referenceIn } from './reference-in.ts'
import type { RestPush, RestResource } from './settings.ts'

/** What an answer about one record is read by. */
export interface Reading {
  readonly dataType: DataTypeId
  readonly resource: RestResource
  readonly push: RestPush
}

/** The record that an answer shows; of a creation without a body its id, from the address that it was given. Null if there is no id. */
export function takenIn(body: unknown, response: HttpResponse, { dataType, resource, push }: Reading): AcceptedRecord | null {
  const source = toRecord(rowIn(body, push.wrap), dataType, resource)
  const { id, fields } = source
  const erpId = id === '' ? idIn(response.header('location')) : id
  const { sourceVersion } = fields
  const erpVersion = push.ifMatch ? (response.header('etag') ?? null) : typeof sourceVersion === 'string' ? sourceVersion : null
  if (erpId === '') return null
  const { serverTime } = response
  const shown = id === '' ? { fields: null } : { fields, source }
  return { erpId, erpVersion, ...shown, ...(serverTime !== undefined && { serverTime }) }
}

/** Whether an answer shows a record with our reference. */
export function showsReference(body: unknown, reference: string, reading: Reading): boolean {
  const shown = referenceIn(rowIn(body, reading.push.wrap), reading)
  return shown !== null && compareReferences(reference, shown) === 'same'
}

/** Addresses and ids of what works on a request, and not of a record. */
const jobPath = /\/(jobs?|tasks?|operations?|requests?|queues?|batch(es)?|async|processes|imports?|status|messages?)\/[^/]*\/?$/i
const jobId = /^(req|request|job|task|op|operation|trace|corr|correlation|msg|message|err|error|batch|queue)[-_:.]/i
const jobFields: readonly string[] = ['jobid', 'taskid', 'operationid', 'batchid', 'queueid', 'statusurl', 'joburl']
const jobTypes = /^(async_?)?(job|task|request|operation|batch)$/i
const waiting = /^(queued|enqueued|scheduled_for_processing|accepted_for_processing)$/i

/**
 * Whether an answer to a creation only says that the record was accepted for later, or names a request, a job or an error in place of the
 * record. An answer that shows our reference shows the record.
 */
export function isReceipt(body: unknown, response: HttpResponse, reference: string, reading: Reading): boolean {
  if (showsReference(body, reference, reading)) return false
  const row = rowIn(body, reading.push.wrap)
  if (response.status === 202) return true
  const { id } = toRecord(row, reading.dataType, reading.resource)
  if (id === '') return jobPath.test((response.header('location') ?? '').split(/[?#]/)[0] ?? '')
  const fields = isFields(row) ? row : {}
  const namesJob = Object.keys(fields).some((name) => jobFields.includes(plainName(name)))
  return jobId.test(id) || namesJob || jobTypes.test(String(fields.type)) || waiting.test(String(fields.status))
}

/** The last part of an address. */
function idIn(location = ''): string {
  const [path = ''] = location.split(/[?#]/)
  const last = path.split('/').findLast((part) => part !== '') ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/** The record in an answer: the body itself, or the one object in an envelope. */
export function rowIn(body: unknown, wrap: string | undefined): unknown {
  if (!isFields(body)) return Array.isArray(body) ? body[0] : {}
  for (const name of [...(wrap === undefined ? [] : [wrap]), 'data', 'result', 'record', 'item']) {
    const inner = body[name]
    if (isFields(inner)) return inner
    if (Array.isArray(inner) && inner.length === 1) return inner[0]
  }
  return body
}
