import { AppError, isFields } from '@linkspan/core/connector'
import { stringify } from 'lossless-json'
import { type BatchAnswer, type BatchBody, type BatchPart, isChangeset } from './batch.ts'

/** A `$batch` in JSON, as OData 4.01 has it: a changeset is an atomicity group. */
export function buildJsonBatch(parts: readonly BatchPart[]): BatchBody {
  const requests = parts.flatMap((part, at) => {
    const group = isChangeset(part) ? { atomicityGroup: `g${at + 1}` } : {}
    return (isChangeset(part) ? part.changeset : [part]).map(({ id, method, path, headers, body }) => ({
      id,
      ...group,
      method,
      url: path,
      ...((headers || body !== undefined) && {
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      }),
      ...(body !== undefined && { body }),
    }))
  })
  return { contentType: 'application/json', body: stringify({ requests }) ?? '' }
}

/** The answers of a JSON `$batch` by the id of their request: they come in any order, and need not be complete after a failure. */
export function parseJsonBatch(json: unknown): ReadonlyMap<string, BatchAnswer> {
  const responses = isFields(json) ? json.responses : undefined
  if (!Array.isArray(responses)) throw new AppError('setup.answer-unexpected', 'The answer to $batch has no "responses"')
  return new Map(responses.filter(isFields).map((response) => [String(response.id), toAnswer(response)]))
}

function toAnswer({ id, status, headers, body }: Readonly<Record<string, unknown>>): BatchAnswer {
  const named = Object.entries(isFields(headers) ? headers : {}).map(([name, value]) => [name.toLowerCase(), String(value)])
  const text = body === undefined || body === null ? '' : typeof body === 'string' ? body : (stringify(body) ?? '')
  return { id: String(id), status: Number(status), headers: Object.fromEntries(named), text }
}
