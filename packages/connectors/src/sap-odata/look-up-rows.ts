import { askInLists } from '@linkspan/connector-kit/http/ask-each'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { textLiteral } from '@linkspan/connector-kit/odata/literals'
import { readPages } from '@linkspan/connector-kit/odata/pages'
import { queryOptions, withParameters } from '@linkspan/connector-kit/odata/query'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { maxValues } from './conditions.ts'
import type { Resource } from './resources.ts'

/** What requests of a session have in common. */
export interface Asking {
  readonly http: Pick<ErpHttp, 'call'>
  readonly headersOf: (resource: Pick<Resource, 'version'>) => Readonly<Record<string, string>>
  readonly parameters: ReadonlyMap<string, string>
}

export interface Wanted {
  readonly resource: Pick<Resource, 'url' | 'version'>
  /** A property that is one of `texts`. */
  readonly property: string
  readonly texts: readonly string[]
  readonly key: readonly string[]
  readonly expand?: readonly string[]
  readonly select?: readonly string[]
}

/** All rows with one of these texts, over as many calls as that takes: twenty texts each (docs/erp/sap-s4hana.md#length-of-filters). */
export function lookUpRows(
  { resource, property, texts, key, expand, select }: Wanted,
  { http, headersOf, parameters }: Asking,
): Promise<readonly Row[]> {
  const { version, url } = resource
  return askInLists(texts, maxValues, async (list) => {
    const filter = list.map((value) => `${property} eq ${textLiteral(value)}`).join(' or ')
    const options = queryOptions(version, { filter, orderBy: key, expand, select, count: true })
    const first = withParameters(url, new Map([...options, ...parameters]))
    const rows: Row[] = []
    for await (const page of readPages({ http, first, headers: headersOf(resource), parameters, after: null, expanded: expand }))
      rows.push(...page.rows)
    return rows
  })
}
