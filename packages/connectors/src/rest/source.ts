import { hash } from 'node:crypto'
import type { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { presentFields, toRecord } from '@linkspan/connector-kit/fields/to-record'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { pageOnce } from '@linkspan/connector-kit/paging/page-once'
import type { Answer, Pager, Paging } from '@linkspan/connector-kit/paging/pager'
import { pagesByConvention } from '@linkspan/connector-kit/paging/pages-by-convention'
import { pagesByCursor } from '@linkspan/connector-kit/paging/pages-by-cursor'
import { pagesByKey } from '@linkspan/connector-kit/paging/pages-by-key'
import { pagesByLink } from '@linkspan/connector-kit/paging/pages-by-link'
import { pagesByNumber } from '@linkspan/connector-kit/paging/pages-by-number'
import type { DataTypeId, OpenContext, Page, PullRequest, RecordSource } from '@linkspan/core/connector'
import { readPosition, toPosition } from './position.ts'
import { readRows } from './read-rows.ts'
import { heedsSince, pageUrl, resourceOf } from './resource-request.ts'
import type { RestResource, RestSettings } from './settings.ts'

export type RestContext = OpenContext<RestSettings, ApiCredentials>

function pagerFor({ paging = { style: 'auto' }, since }: RestResource): Pager {
  switch (paging.style) {
    case 'auto':
      return pagesByConvention(paging.limitParameter)
    case 'link':
      return pagesByLink({ from: 'header', limitParameter: paging.limitParameter })
    case 'next':
      return pagesByLink({ from: { path: paging.path }, limitParameter: paging.limitParameter })
    case 'page':
    case 'offset':
      return pagesByNumber(paging)
    case 'cursor':
      return pagesByCursor(paging)
    case 'keyset':
      return pagesByKey(paging, since?.format ?? 'iso')
    case 'none':
      return pageOnce
  }
}

/** One data type of a REST API as a source of pages. */
export function createRestSource({ settings, credentials, pageSize }: RestContext, http: ErpHttp, dataType: DataTypeId): RecordSource {
  const resource = resourceOf(settings, dataType)
  const headers = { ...settings.headers, ...resource.headers }
  const incremental = heedsSince(resource)

  const read = async (url: URL): Promise<Answer> => {
    const response: HttpResponse = await http.call(url, { headers })
    const { rows, body, total } = readRows(response, dataType, resource)
    const habits = presentFields(rows, dataType)
    const digest = hash('sha256', response.body, 'base64url') + response.header('content-type')
    return { records: rows.map((row) => toRecord(row, dataType, resource, habits)), digest, body, total, response }
  }

  return {
    incremental,
    async *pages({ after, since, filters = [] }: PullRequest): AsyncGenerator<Page> {
      const paging: Paging = {
        ask: (values) => read(pageUrl(credentials.apiUrl, dataType, resource, { ...values, filters, since: incremental ? since : null })),
        follow: (path) => read(new URL(path, credentials.apiUrl)),
        pageSize,
        secretParameters: http.secretParameters,
        place: `settings.resources.${dataType}`,
      }
      const start = readPosition(after)
      let told = start.total
      for await (const { records, answer, next } of pagerFor(resource)(paging, start.cursor)) {
        const digest = records.length === answer.records.length ? answer.digest : undefined
        const { total } = believable(answer.total, answer.records.length, next !== null)
        const hasFallen = told !== undefined && total !== undefined && total < told
        told = total ?? told
        yield {
          records,
          next: toPosition({ cursor: next, total: told }),
          digest,
          serverTime: answer.response.serverTime,
          ...(total !== undefined && { total }),
          ...(hasFallen && { partial: true }),
        }
      }
    },
  }
}

/** A total that is not more than this page's rows while more pages follow counts the page, not the whole. */
const believable = (total: number | undefined, received: number, isMore: boolean): { readonly total?: number } =>
  total === undefined || total < received || (isMore && total === received) ? {} : { total }
