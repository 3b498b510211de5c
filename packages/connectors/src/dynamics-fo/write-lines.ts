import { type HttpResponse, isSuccess } from '@linkspan/connector-kit/http/http-response'
import { type BatchAnswer, type BatchBody, batchJson } from '@linkspan/connector-kit/odata/batch'
import { answersTo, buildMultipartBatch, parseMultipartBatch } from '@linkspan/connector-kit/odata/batch-multipart'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { AppError, isFields } from '@linkspan/core/connector'
import type { Data } from './outgoing-order.ts'

/** One entity that is to be created. */
export interface Creation {
  readonly set: string
  readonly body: Data
}

/** A changeset as `$batch` takes it: all of it takes effect, or nothing (docs/erp/dynamics-finance-operations.md#batches). */
export const changesetOf = (creations: readonly Creation[]): BatchBody =>
  buildMultipartBatch([
    { changeset: creations.map(({ set, body }, at) => ({ id: String(at + 1), method: 'POST', path: `${set}?cross-company=true`, body })) },
  ])

export type ChangesetResult =
  | { readonly kind: 'created'; readonly rows: readonly Row[] }
  | { readonly kind: 'failed'; readonly answer: BatchAnswer }

/** What became of a changeset. Throws `setup.answer-unexpected` if the answer does not tell it of each entity. */
export function readChangeset(response: HttpResponse, count: number): ChangesetResult {
  const parts = parseMultipartBatch(response.header('content-type'), response.body)
  const answers = parts.flatMap((part) => answersTo({ changeset: [] }, part))
  const failed = answers.find((answer) => !isSuccess(answer))
  if (failed) return { kind: 'failed', answer: failed }
  const rows = answers.map(batchJson).filter(isFields)
  if (rows.length === count) return { kind: 'created', rows }
  throw new AppError('setup.answer-unexpected', `${response.place}: the answer tells of ${rows.length} of ${count} entities`)
}
