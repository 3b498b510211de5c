import { toRecord } from '@linkspan/connector-kit/fields/to-record'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { type AcceptedRecord, type DataTypeId, isFields } from '@linkspan/core/connector'
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
function rowIn(body: unknown, wrap: string | undefined): unknown {
  if (!isFields(body)) return Array.isArray(body) ? body[0] : {}
  for (const name of [...(wrap === undefined ? [] : [wrap]), 'data', 'result', 'record', 'item']) {
    const inner = body[name]
    if (isFields(inner)) return inner
    if (Array.isArray(inner) && inner.length === 1) return inner[0]
  }
  return body
}
