import { compareReferences } from '@linkspan/connector-kit/fields/compare-references'
import { searchReference } from '@linkspan/connector-kit/fields/reference-search'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { type AcceptedRecord, AppError, type OutgoingRecord, type RecordSource } from '@linkspan/core/connector'
import { referenceFieldOf } from './outgoing.ts'
import { readRows } from './read-rows.ts'
import { referenceIn } from './reference-in.ts'
import { pageUrl } from './resource-request.ts'
import { type Reading, takenIn } from './taken-record.ts'

export interface LookUp extends Reading {
  readonly http: ErpHttp
  readonly apiUrl: string
  readonly headers: Readonly<Record<string, string>>
  readonly source: RecordSource
}

/**
 * How far before its sending a record's change time may lie: clocks differ, and some ERPs write local times or days
 * (docs/erp/home-made-rest.md#times).
 */
const overlapMs = 24 * 3_600_000

/** Some ERPs answer so to a filter that they do not know or that matches nothing (docs/erp/home-made-rest.md#unknown-filters). */
const saysNothing: readonly string[] = ['setup.request-refused', 'setup.resource-missing']

/**
 * Looks for a record by its reference: first by a filter, whose answer is believed only if it has the record, since some ERPs take a
 * filter that they do not know for none, and others keep the reference in another form than they are asked for; then by reading. Null only
 * if the ERP has no record with the reference. Throws `push.doubtful-match` if one nearly fits.
 */
export async function findByReference({ reference, sentAt }: OutgoingRecord, lookUp: LookUp): Promise<AcceptedRecord | null> {
  const asked = await askByFilter(reference, lookUp)
  const found = asked.rows
    .filter((row) => compareReferences(reference, referenceIn(row, lookUp) ?? '') === 'same')
    .flatMap((row) => (asked.response && takenIn(row, asked.response, lookUp)) ?? [])
  const [oldest] = found.sort((one, other) => one.erpId.localeCompare(other.erpId, 'en', { numeric: true }))
  return oldest ?? (await findByReading(reference, sentAt, asked, lookUp))
}

interface FilterAnswer {
  readonly rows: readonly unknown[]
  readonly response?: HttpResponse
  /** The ERP has reported a failure with a status of success. */
  readonly doubt?: AppError
}

/** No rows and no response if the ERP does not understand the question. */
async function askByFilter(reference: string, { http, apiUrl, headers, dataType, resource, push }: LookUp): Promise<FilterAnswer> {
  const { path = resource.path ?? dataType, parameter = referenceFieldOf(push) } = push.lookup ?? {}
  const url = pageUrl(apiUrl, dataType, { ...resource, path }, { since: null, parameters: { [parameter]: reference } })
  let response: HttpResponse
  try {
    response = await http.call(url, { headers })
  } catch (thrown) {
    if (thrown instanceof AppError && saysNothing.includes(thrown.code)) return { rows: [] }
    throw thrown
  }
  try {
    const { rows, noList } = readRows(response, dataType, resource)
    return { rows, response, ...(noList && { doubt: noList }) }
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !saysNothing.includes(thrown.code)) throw thrown
    return { rows: [], doubt: thrown }
  }
}

async function findByReading(
  reference: string,
  sentAt: string | null,
  { rows, response, doubt }: FilterAnswer,
  lookUp: LookUp,
): Promise<AcceptedRecord | null> {
  const { source, dataType } = lookUp
  const since = source.incremental && sentAt !== null ? new Date(Date.parse(sentAt) - overlapMs).toISOString() : null
  const search = searchReference(reference)
  let isEmpty = true
  let isShown = false
  for await (const { records } of source.pages({ after: null, since, dryRun: true })) {
    for (const { id, raw, fields } of records) {
      const theirs = referenceIn(raw, lookUp)
      isEmpty = false
      isShown ||= theirs !== null
      if (theirs !== null && search.isIt(id, theirs)) return { erpId: id, erpVersion: null, fields }
    }
  }
  search.assertNoneNear()
  if (isShown) return null
  if (doubt) throw doubt
  const isAnswered = response !== undefined && rows.length === 0
  if (isEmpty || isAnswered) return null
  const field = referenceFieldOf(lookUp.push)
  throw new AppError(
    'setup.answer-unexpected',
    `Whether the ERP has taken ${reference} cannot be told: none of its ${dataType} shows "${field}". Set settings.resources.${dataType}.push.referenceField to a field that it keeps`,
    { details: { reference, field } },
  )
}
