import { ODataError } from './odata-error.ts'

export interface OrderTerm {
  readonly field: string
  readonly descending: boolean
}

export interface QueryOptions {
  readonly filter?: string
  readonly select?: readonly string[]
  readonly expand: readonly string[]
  readonly orderBy: readonly OrderTerm[]
  readonly top?: number
  readonly skip: number
  /** The number of rows on earlier pages, from the server's own next link. */
  readonly skipToken?: number
  readonly wantsCount: boolean
  readonly format?: string
  /** The query as sent, without `$skiptoken`, for the link to the next page. */
  readonly rest: string
}

const known = ['$filter', '$select', '$expand', '$orderby', '$top', '$skip', '$skiptoken', '$inlinecount', '$count', '$format', '$search']

/**
 * Parses a raw query as an SAP Gateway does: `+` is a plus sign, not a space (docs/erp/sap-s4hana.md#spaces-in-queries), and an unknown
 * system option is an error.
 */
export function parseQuery(rawQuery: string): QueryOptions {
  const pairs = rawQuery.split('&').filter((pair) => pair !== '')
  const options = new Map(pairs.map(readPair))
  for (const name of options.keys())
    if (name.startsWith('$') && !known.includes(name)) throw invalid(`${name} is not a system query option`)

  const filter = options.get('$filter')
  const rawFilter = pairs.find((pair) => /^(\$|%24)filter=/i.test(pair))
  if (rawFilter?.includes('+') === true) throw invalid(`invalid token '+' at position ${rawFilter.indexOf('+')} of $filter`)
  const select = options.get('$select')
  const top = count(options, '$top')
  const skipToken = count(options, '$skiptoken')
  const format = options.get('$format')
  return {
    ...(filter !== undefined && { filter }),
    ...(select !== undefined && { select: list(select) }),
    expand: expansions(options.get('$expand') ?? ''),
    orderBy: list(options.get('$orderby') ?? '').map(toOrderTerm),
    ...(top !== undefined && { top }),
    skip: count(options, '$skip') ?? 0,
    ...(skipToken !== undefined && { skipToken }),
    wantsCount: options.get('$inlinecount') === 'allpages' || options.get('$count') === 'true',
    ...(format !== undefined && { format }),
    rest: pairs.filter((pair) => !/^(\$|%24)skiptoken=/i.test(pair)).join('&'),
  }
}

function readPair(pair: string): readonly [string, string] {
  const equals = pair.indexOf('=')
  try {
    return [decodeURIComponent(equals < 0 ? pair : pair.slice(0, equals)), equals < 0 ? '' : decodeURIComponent(pair.slice(equals + 1))]
  } catch {
    throw invalid(`"${pair}" is not validly percent-encoded`)
  }
}

function count(options: ReadonlyMap<string, string>, name: string): number | undefined {
  const text = options.get(name)
  if (text === undefined) return undefined
  if (!/^\d{1,15}$/.test(text)) throw invalid(`${name} must be a number from 0`)
  return Number(text)
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** The navigation properties of `$expand`. Nested ones become paths: `_Item($expand=_Price)` contains `_Item/_Price`. */
function expansions(text: string): string[] {
  const found: string[] = []
  const stack: string[] = []
  for (const token of text.match(/[\w/]+|[(),;=$]/g) ?? []) {
    if (token === '(') stack.push(found.at(-1) ?? '')
    else if (token === ')') stack.pop()
    else if (/^(to_|_)/.test(token)) found.push([...stack.slice(-1), token].join('/'))
  }
  return found
}

function toOrderTerm(text: string): OrderTerm {
  const [field = '', direction = 'asc', ...more] = text.split(/ +/)
  if (more.length > 0 || (direction !== 'asc' && direction !== 'desc')) throw invalid(`"${text}" is not an order`)
  return { field, descending: direction === 'desc' }
}

function invalid(reason: string): ODataError {
  return new ODataError(400, '/IWFND/CM_MGW/028', `Invalid query: ${reason}.`)
}
