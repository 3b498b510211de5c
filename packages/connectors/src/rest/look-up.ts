import { isAbsent, valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { plainName } from '@linkspan/connector-kit/fields/field-names'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { type AcceptedRecord, AppError, isFields, type OutgoingRecord, type RecordSource } from '@linkspan/core/connector'
import { referenceFieldOf } from './outgoing.ts'
import { readRows } from './read-rows.ts'
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
 * Looks for a record by its reference: first by a filter, whose answer is believed only if it fits, since some ERPs take a filter that
 * they do not know for none; then by reading. Null only if the ERP shows references, and has none like it.
 */
export async function findByReference({ reference, sentAt }: OutgoingRecord, lookUp: LookUp): Promise<AcceptedRecord | null> {
  const answer = await askByFilter(reference, lookUp)
  if (answer?.rows.length === 0) return null
  const matching = answer?.rows.filter((row) => referenceIn(row, lookUp) === reference) ?? []
  const found = answer ? matching.flatMap((row) => takenIn(row, answer.response, lookUp) ?? []) : []
  const [oldest] = found.sort((one, other) => one.erpId.localeCompare(other.erpId, 'en', { numeric: true }))
  return oldest ?? (await findByReading(reference, sentAt, lookUp))
}

/** Null if the ERP does not understand the question. */
async function askByFilter(reference: string, { http, apiUrl, headers, dataType, resource, push }: LookUp) {
  const { path = resource.path ?? dataType, parameter = referenceFieldOf(push) } = push.lookup ?? {}
  const url = pageUrl(apiUrl, dataType, { ...resource, path }, { since: null, parameters: { [parameter]: reference } })
  try {
    const response = await http.call(url, { headers })
    return { response, rows: readRows(response, dataType, resource).rows }
  } catch (thrown) {
    if (thrown instanceof AppError && saysNothing.includes(thrown.code)) return null
    throw thrown
  }
}

async function findByReading(reference: string, sentAt: string | null, lookUp: LookUp): Promise<AcceptedRecord | null> {
  const { source, dataType } = lookUp
  const since = source.incremental && sentAt !== null ? new Date(Date.parse(sentAt) - overlapMs).toISOString() : null
  let isEmpty = true
  let isShown = false
  for await (const { records } of source.pages({ after: null, since })) {
    const found = records.find(({ raw }) => referenceIn(raw, lookUp) === reference)
    if (found) return { erpId: found.id, erpVersion: null, fields: found.fields }
    isEmpty &&= records.length === 0
    isShown ||= records.some(({ raw }) => referenceIn(raw, lookUp) !== null)
  }
  if (isEmpty || isShown) return null
  const field = referenceFieldOf(lookUp.push)
  throw new AppError(
    'setup.answer-unexpected',
    `Whether the ERP has taken ${reference} cannot be told: none of its ${dataType} shows "${field}". Set settings.resources.${dataType}.push.referenceField to a field that it keeps`,
    { details: { reference, field } },
  )
}

/** The reference in a row: at its path, under its name in any spelling, or where the settings read it. Null if there is no place for one. */
function referenceIn(row: unknown, { push, resource }: LookUp): string | null {
  const field = referenceFieldOf(push)
  const spellings = isFields(row) ? Object.keys(row).filter((name) => plainName(name) === plainName(field)) : []
  const configured = resource.fields?.ourReference
  const paths = [field, ...spellings, ...(configured === undefined ? [] : [configured])]
  const values = paths.map((path) => valueAt(row, path)).filter((value) => value !== undefined)
  return values.length === 0 ? null : String(values.find((value) => !isAbsent(value)) ?? '').trim()
}
