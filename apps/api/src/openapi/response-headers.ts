import { isPart, type Operation, operationsOf, type Part, partOf } from './document.ts'

const text = (description: string, example: string): Part => ({ description, schema: { type: 'string' }, example })
const number = (description: string, example: number): Part => ({ description, schema: { type: 'integer' }, example })

/** The headers of answers. Names are those of `components.headers`. */
export const responseHeaders: Readonly<Record<string, Part>> = {
  'X-Request-Id': text('The id of the request: that of the caller, or a new one. Logs and audit events carry it.', 'req-6c1f4a3e'),
  RateLimit: text('How many requests are left, and for how many seconds they must last.', '"default";r=5999;t=60'),
  'RateLimit-Policy': text('How many requests a caller may send in how many seconds.', '"default";q=6000;w=60'),
  'Retry-After': number('After how many seconds to try again.', 30),
  ETag: text('The version of what was read, for `If-None-Match` and `If-Match`.', '"5f2c"'),
  Link: text('The URL of the next page, with `rel="next"`; absent on the last one.', '</api/v1/erp/connections?cursor=b2Zm>; rel="next"'),
  'X-Next-Cursor': text('The cursor of the next page; absent on the last one.', 'b2Zm'),
  'X-Rejected-Count': number('How many records the run has rejected.', 12),
  'X-Open-Count': number('How many of the rejects that the run keeps are still open.', 4),
  'X-Total-Count': number(
    'How many items the whole list has. Only if that is known exactly without reading the list, as with no filter or a single one.',
    412,
  ),
  Location: text('Where to find what was created or started.', '/api/v1/erp/sync-logs/log_3k2j'),
  'X-Search-Incomplete': text('`true` while records that an older version stored are still being indexed.', 'true'),
  'X-Deduplicated': text('`true` if the answer is a run that was open already.', 'false'),
}

const reads = (operation: Operation, status: string): boolean => operation.method === 'get' && status === '200'
const isList = (response: Part): boolean => partOf(partOf(partOf(response.content)['application/json']).schema).type === 'array'
const creates = ['createConnection', 'createConnectionEnhanced', 'createSyncConfig']
const counted = ['listSyncLogs', 'listSyncLogEntries', 'listSyncRejects', 'listConnections', 'listRecords', 'listConflicts']
const versioned = ['createConnection', 'createConnectionEnhanced', 'changeConnection']
const starts = ['startSync', 'startSiteSync', 'retrySync']

/** The names of the headers that an answer has. */
export function headersOf(operation: Operation, status: string, response: Part): readonly string[] {
  const id = String(operation.operation.operationId)
  const isLimited = operation.path.startsWith('/api/')
  const hasTag = reads(operation, status) && Object.hasOwn(partOf(response.content), 'application/json')
  return [
    'X-Request-Id',
    ...(isLimited ? ['RateLimit', 'RateLimit-Policy'] : []),
    ...(status === '429' || status === '503' ? ['Retry-After'] : []),
    ...((isLimited && hasTag) || status === '304' || (versioned.includes(id) && /^20[01]$/.test(status)) ? ['ETag'] : []),
    ...(hasTag && isList(response) && takesCursor(operation)
      ? ['Link', 'X-Next-Cursor', ...(counted.includes(id) ? ['X-Total-Count'] : [])]
      : []),
    ...(id === 'listSyncRejectGroups' && status === '200' ? ['X-Rejected-Count', 'X-Open-Count'] : []),
    ...((creates.includes(id) && status === '201') || (starts.includes(id) && /^20[02]$/.test(status)) ? ['Location'] : []),
    ...(/^testConnection/.test(id) && status === '202' ? ['Location'] : []),
    ...(starts.includes(id) && /^20[02]$/.test(status) ? ['X-Deduplicated'] : []),
    ...(id === 'searchRecords' && status === '200' ? ['X-Search-Incomplete'] : []),
  ]
}

const takesCursor = ({ operation }: Operation): boolean =>
  Array.isArray(operation.parameters) && operation.parameters.some((parameter) => partOf(parameter).name === 'cursor')

/** Adds their headers to all answers, and 304 to the reads that answer it. */
export function addResponseHeaders(document: Part): void {
  const components = partOf(document.components)
  components.headers = responseHeaders
  for (const operation of operationsOf(document)) {
    const responses = partOf(operation.operation.responses)
    const read = partOf(responses['200'])
    if (operation.path.startsWith('/api/') && operation.method === 'get' && Object.hasOwn(partOf(read.content), 'application/json'))
      responses['304'] = { description: 'What you have is still valid: its `ETag` was sent in `If-None-Match`.' }
    for (const [status, response] of Object.entries(responses)) {
      if (!isPart(response)) continue
      const names = headersOf(operation, status, response)
      response.headers = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
    }
  }
}
