import { hash } from 'node:crypto'
import type { Page, PullRequest, RecordSource } from '@linkspan/core/connector'
import type { HttpResponse } from '../http/http-response.ts'
import type { Pager, Paging } from './pager.ts'
import { goesOn, joinOpen, openDocument, rejectSplit, splitOpen } from './split-documents.ts'
import { joinTotal, splitTotal } from './total-in-cursor.ts'
import { believableTotal } from './totals.ts'

export interface PagedSource {
  /** Whether `paging` heeds the request's `since`. */
  readonly incremental: boolean
  readonly pager: Pager
  /** How pages are asked for in one pull. */
  readonly paging: (request: PullRequest) => Paging
}

/**
 * A source of records whose pages are found by a paging style. A total that falls while pages are read means that rows went and others may
 * have moved past us: such a page is `partial`, also if another session reads on.
 */
export const createPagedSource = ({ incremental, pager, paging }: PagedSource): RecordSource => ({
  incremental,
  async *pages(request): AsyncGenerator<Page> {
    const { cursor, open: openBefore } = splitOpen(request.after)
    const start = splitTotal(cursor)
    let open = openBefore
    let held: Page | null = null // it ends with a document that the next page may go on with
    let latestTotal = start.total
    let isFirst = request.after === null
    for await (const { records, answer, next } of pager(paging(request), start.cursor)) {
      if (answer.noList && isFirst) throw answer.noList
      isFirst = false
      const { total } = believableTotal(answer.total, answer.records.length, next !== null)
      const hasFallen = latestTotal !== undefined && total !== undefined && total < latestTotal
      latestTotal = total ?? latestTotal
      const before = open
      const isSplit = goesOn(records, before)
      if (held && before !== null && isSplit) held = { ...held, records: rejectSplit(held.records, before), digest: undefined }
      if (held) yield held
      open = next === null ? null : openDocument(records)
      const page: Page = {
        records: isSplit && before !== null ? rejectSplit(records, before) : records,
        next: joinOpen(joinTotal({ cursor: next, total: latestTotal }), open),
        // A page of which something was dropped, or that others have a part of, is made of more than this answer.
        digest: records.length === answer.records.length && !isSplit ? answer.digest : undefined,
        serverTime: answer.response.serverTime,
        ...(total !== undefined && { total }),
        unique: true,
        ...(hasFallen && { partial: true }),
        ...(answer.warnings && { warnings: answer.warnings }),
      }
      held = open === null ? null : page
      if (held === null) yield page
    }
    if (held) yield held
  },
})

/** Names all that the records of an answer are made of, for `Answer.digest`. */
export const digestOf = (response: Pick<HttpResponse, 'body' | 'header'>): string =>
  hash('sha256', response.body, 'base64url') + response.header('content-type')
