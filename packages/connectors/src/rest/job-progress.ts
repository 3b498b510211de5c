import { plainName } from '@linkspan/connector-kit/fields/field-names'
import { extractErrorMessage } from '@linkspan/connector-kit/http/error-message'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { type AcceptedRecord, isFields } from '@linkspan/core/connector'
import { type Reading, showsReference, takenIn } from './taken-record.ts'

/** How far a job is that works on a record which was accepted for later. `done` does not say which record came of it. */
export type JobProgress =
  | { readonly kind: 'accepted'; readonly record: AcceptedRecord }
  | { readonly kind: 'done' | 'pending' | 'unknown' }
  | { readonly kind: 'failed'; readonly reason: string }

const urlNames: readonly string[] = ['statusurl', 'joburl', 'statusuri', 'joburi', 'statuslink', 'operationlocation']
const urlHeaders = ['operation-location', 'azure-asyncoperation', 'location']

/**
 * Where an answer that accepts a record for later says that its progress is shown: path and query within the ERP's origin
 * (docs/erp/home-made-rest.md#records-accepted-for-later). Null if it does not say.
 */
export function jobPathIn({ url, header }: HttpResponse, body: unknown): string | null {
  const told = isFields(body) ? Object.entries(body).filter(([name]) => urlNames.includes(plainName(name))) : []
  const links = [...told.map(([, value]) => value), ...urlHeaders.map((name) => header(name))]
  const link = links.find((each): each is string => typeof each === 'string' && URL.canParse(each, url.href))
  if (link === undefined) return null
  const target = new URL(link, url)
  return target.origin === url.origin ? `${target.pathname}${target.search}` : null
}

const stateNames: readonly string[] = ['status', 'state', 'jobstatus', 'jobstate', 'phase', 'outcome']
const holders: readonly string[] = ['job', 'task', 'operation', 'data']
const done = /^(done|completed?|succeeded|success(ful)?|finished|processed|ok)$/i
const failed = /^(failed|failure|errors?|errored|rejected|cancell?ed|aborted)$/i

/** What the page of a job says by convention. A page that shows the record itself is as good as the record. */
export function progressIn(response: HttpResponse, body: unknown, reference: string, reading: Reading): JobProgress {
  const { status, text } = response
  if (status < 200 || status > 299) return { kind: 'unknown' }
  const shown = showsReference(body, reference, reading) ? takenIn(body, response, reading) : null
  if (shown) return { kind: 'accepted', record: shown }
  const state = stateIn(body)
  if (failed.test(state)) return { kind: 'failed', reason: extractErrorMessage(text) }
  return { kind: done.test(state) ? 'done' : 'pending' }
}

function stateIn(body: unknown): string {
  if (!isFields(body)) return ''
  const inner = Object.entries(body).filter(([name, value]) => holders.includes(plainName(name)) && isFields(value))
  const fields = [body, ...inner.map(([, value]) => value as object)].flatMap((holder) => Object.entries(holder))
  const found = fields.find(([name, value]) => stateNames.includes(plainName(name)) && typeof value === 'string')
  return String(found?.[1] ?? '').trim()
}
