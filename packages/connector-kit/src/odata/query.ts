import { queryPart, withoutParameters } from '../http/url.ts'
import type { ODataVersion } from './literals.ts'

/** What is asked of a collection. */
export interface Query {
  readonly filter?: string | undefined
  readonly orderBy: readonly string[]
  readonly expand?: readonly string[] | undefined
  readonly select?: readonly string[] | undefined
  /** Limits the whole result, it is no page size. */
  readonly top?: number | undefined
  /** Whether the server shall say how many rows match. */
  readonly count: boolean
}

const listed = (names: readonly string[] = []): string | undefined => (names.length > 0 ? names.join(',') : undefined)

/** The system query options, under the names of the version. */
export function queryOptions(version: ODataVersion, { filter, orderBy, expand, select, top, count }: Query): ReadonlyMap<string, string> {
  const options: Readonly<Record<string, string | undefined>> = {
    $filter: filter,
    $orderby: listed(orderBy),
    $expand: listed(expand),
    $select: listed(select),
    $top: top === undefined ? undefined : String(top),
    [version === 'v2' ? '$inlinecount' : '$count']: count ? (version === 'v2' ? 'allpages' : 'true') : undefined,
  }
  return new Map(Object.entries(options).filter((option): option is [string, string] => option[1] !== undefined))
}

/**
 * A URL with these parameters; those of the same name are replaced. Spaces are `%20`, never `+` (docs/erp/sap-s4hana.md#spaces-in-queries).
 */
export function withParameters(url: URL, parameters: ReadonlyMap<string, string>, removed: readonly string[] = []): URL {
  const result = new URL(url)
  const kept = withoutParameters(url.search, [...parameters.keys(), ...removed])
  result.search = [...kept, ...[...parameters].map(([name, value]) => queryPart(name, value))].join('&')
  return result
}

/** A URL with those of these parameters that it lacks. */
export function withMissing(url: URL, parameters: ReadonlyMap<string, string>): URL {
  return withParameters(url, new Map([...parameters].filter(([name]) => !url.searchParams.has(name))))
}
