import type { ApiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { isBlankFalse } from '@linkspan/connector-kit/fields/abap-flags'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { type AnswersAhead, createAnswersAhead } from '@linkspan/connector-kit/paging/answers-ahead'
import type { PageValues } from '@linkspan/connector-kit/paging/options'
import { pageOnce } from '@linkspan/connector-kit/paging/page-once'
import { createPagedSource, digestOf } from '@linkspan/connector-kit/paging/paged-source'
import type { Answer, Pager } from '@linkspan/connector-kit/paging/pager'
import { pagesByConvention } from '@linkspan/connector-kit/paging/pages-by-convention'
import { pagesByCursor } from '@linkspan/connector-kit/paging/pages-by-cursor'
import { pagesByKey } from '@linkspan/connector-kit/paging/pages-by-key'
import { pagesByLink } from '@linkspan/connector-kit/paging/pages-by-link'
import { pagesByNumber } from '@linkspan/connector-kit/paging/pages-by-number'
import type { DataTypeId, OpenContext, RecordSource } from '@linkspan/core/connector'
import { readRows } from './read-rows.ts'
import { heedsSince, pageUrl, resourceOf } from './resource-request.ts'
import { circumstancesOf, rowsToRecords } from './rows-to-records.ts'
import type { RestResource, RestSettings } from './settings.ts'
import { createZoneReader } from './zones.ts'

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
export function createRestSource(
  { settings, credentials, pageSize, clock }: RestContext,
  http: ErpHttp,
  dataType: DataTypeId,
): RecordSource {
  const resource = resourceOf(settings, dataType)
  const headers = { ...settings.headers, ...resource.headers }
  const template = urlBelow(credentials.apiUrl, resource.path ?? dataType).pathname
  const incremental = heedsSince(resource)

  const zones = createZoneReader(dataType, resource)
  let blankIsFalse = false

  const read = async (url: URL, ahead: AnswersAhead): Promise<Answer> => {
    const { response, source } = await ahead.take(url)
    const { rows, ...read } = readRows(response, dataType, resource)
    blankIsFalse = isBlankFalse(rows, dataType) ?? blankIsFalse
    const reading = { dataType, resource, now: clock.now(), blankIsFalse, zones }
    const records = rowsToRecords(rows, reading)
    const doubt = zones.doubt()
    return {
      records,
      ...(doubt !== null && { warnings: [doubt] }),
      digest: digestOf(response) + circumstancesOf(reading),
      response: source,
      ...read,
    }
  }

  const paged = createPagedSource({
    incremental,
    pager: pagerFor(resource),
    paging({ since, filters = [] }) {
      const ahead = createAnswersAhead((url) => http.call(url, { headers, template }), clock)
      const urlOf = (values: Omit<PageValues, 'since'>) =>
        pageUrl(credentials.apiUrl, dataType, resource, { ...values, filters, since: incremental ? since : null })
      return {
        ask: (values) => read(urlOf(values), ahead),
        follow: (path) => read(new URL(path, credentials.apiUrl), ahead),
        foresee: (requests) => ahead.foresee(requests.map(urlOf)),
        pageSize,
        secretParameters: http.secretParameters,
        place: `settings.resources.${dataType}`,
      }
    },
  })
  return {
    ...paged,
    read: (rows) =>
      rowsToRecords(rows, { dataType, resource, now: clock.now(), blankIsFalse: isBlankFalse(rows, dataType) ?? false, zones }),
  }
}
