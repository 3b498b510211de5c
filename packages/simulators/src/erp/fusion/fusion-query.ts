import type { Exchange } from '../../exchange.ts'
import { FusionError } from './fusion-error.ts'
import { parseExpressions, parseSimple, type QNode } from './q-syntax.ts'

export interface FusionQuery {
  readonly q: QNode | undefined
  readonly fields: readonly string[] | undefined
  readonly expand: readonly string[]
  readonly orderBy: readonly { readonly attribute: string; readonly descending: boolean }[]
  readonly limit: number
  readonly offset: number
  readonly onlyData: boolean
  readonly totalResults: boolean
  /** Of the REST framework. */
  readonly version: number
}

/** A page has so many rows if nobody says how many (docs/erp/oracle-fusion.md#paging). */
const defaultLimit = 25

export const versionOf = ({ headers }: Pick<Exchange, 'headers'>): number => Number(headers['rest-framework-version'] ?? 1)

/** `knowsExpressions`: whether the tenant takes the grammar of later versions at all. */
export function parseFusionQuery(
  exchange: Exchange,
  { maxLimit, knowsExpressions }: { readonly maxLimit: number; readonly knowsExpressions: boolean },
): FusionQuery {
  const { query } = exchange
  const version = versionOf(exchange)
  const list = (name: string) => (query.get(name) ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
  if (query.has('fields') && query.has('expand'))
    throw new FusionError(400, 'URL request parameters expand and fields cannot be used together.')
  const q = query.get('q')
  const parse = version >= 2 && knowsExpressions ? parseExpressions : parseSimple
  return {
    q: q === null ? undefined : parse(q),
    fields: query.has('fields') ? list('fields') : undefined,
    expand: list('expand'),
    orderBy: list('orderBy').map((part) => {
      const [attribute = '', direction = 'asc'] = part.split(':')
      return { attribute, descending: direction === 'desc' }
    }),
    limit: Math.max(1, Math.min(maxLimit, numberOf(query, 'limit') ?? defaultLimit)),
    offset: numberOf(query, 'offset') ?? 0,
    onlyData: query.get('onlyData') === 'true',
    totalResults: query.get('totalResults') === 'true',
    version,
  }
}

function numberOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  if (!/^\d+$/.test(text)) throw new FusionError(400, `URL request parameter ${name} has the invalid value ${text}.`)
  return Number(text)
}
