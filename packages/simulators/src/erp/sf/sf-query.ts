/** What a request asks for. */
export interface SfQuery {
  readonly select: readonly string[]
  readonly expand: readonly string[]
  /** Values of `status in …`; undefined if the filter does not name the status. */
  readonly statuses: readonly string[] | undefined
  /** Epoch milliseconds of `lastModifiedDateTime ge …`. */
  readonly since: number | undefined
  readonly pageSize: number
  readonly skip: number
  readonly wantsCount: boolean
  readonly from: string
  readonly to: string
}

/** A query that SuccessFactors refuses, with its code. */
export class SfQueryError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export interface QueryRules {
  readonly maxPageSize: number
  /** The forms of a time that filters take. */
  readonly timeLiterals: readonly ('datetimeoffset' | 'datetime' | 'text')[]
}

/**
 * Reads a query. A filter that is encoded wrongly (`+` for a blank) is not understood, and then not applied: everybody comes
 * (docs/erp/sap-successfactors.md#changes). Throws an SfQueryError for what is refused.
 */
export function parseSfQuery(query: URLSearchParams, rawQuery: string, { maxPageSize, timeLiterals }: QueryRules): SfQuery {
  const list = (name: string) => (query.get(name) ?? '').split(',').filter((part) => part !== '')
  if (query.has('$orderby') && query.has('paging'))
    throw new SfQueryError('COE_UNSUPPORTED_FEATURE', 'Sorting is not supported with server paging.')
  const isIllEncoded = /(?:^|&)(?:\$|%24)filter=[^&]*\+/i.test(rawQuery)
  const conditions = isIllEncoded ? [] : (query.get('$filter') ?? '').split(/ and /).filter((part) => part !== '')
  const today = new Date().toISOString().slice(0, 10)
  return {
    select: list('$select'),
    expand: list('$expand'),
    ...conditionsOf(conditions, timeLiterals),
    pageSize: Math.min(maxPageSize, Number(query.get('customPageSize') ?? maxPageSize), Number(query.get('$top') ?? maxPageSize)),
    skip: Number(query.get('$skiptoken') ?? query.get('$skip') ?? 0),
    wantsCount: query.get('$inlinecount') === 'allpages',
    from: query.get('fromDate') ?? query.get('asOfDate') ?? today,
    to: query.get('toDate') ?? query.get('asOfDate') ?? today,
  }
}

function conditionsOf(conditions: readonly string[], accepted: QueryRules['timeLiterals']): Pick<SfQuery, 'statuses' | 'since'> {
  let statuses: readonly string[] | undefined
  let since: number | undefined
  for (const condition of conditions) {
    const [, letters] = /^status in ('\w+'(?:,'\w+')*)$/.exec(condition) ?? []
    const [, kind = 'text', time = ''] = /^lastModifiedDateTime ge (datetimeoffset|datetime)?'([^']+)'$/.exec(condition) ?? []
    const isTaken = (accepted as readonly string[]).includes(kind) && !Number.isNaN(Date.parse(time))
    if (letters !== undefined) statuses = letters.split(',').map((letter) => letter.slice(1, -1))
    else if (isTaken) since = Date.parse(kind === 'datetime' ? `${time}Z` : time)
    else throw new SfQueryError('COE_GENERAL_BAD_REQUEST', `Invalid filter: ${condition}`)
  }
  return { statuses, since }
}
