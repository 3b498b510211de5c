import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { isFields, type Logger, toAppError } from '@linkspan/core/connector'
import type { Api } from './service-root.ts'

/** The attributes of a resource, and whether they can be asked for by. */
export type Attributes = ReadonlyMap<string, { readonly isQueryable: boolean }>

export interface DescribeContext {
  readonly http: Pick<ErpHttp, 'call'>
  readonly rootOf: (api: Api) => URL
  readonly headers: Readonly<Record<string, string>>
  readonly logger: Logger
}

/** What the tenant says that a resource has (docs/erp/oracle-fusion.md#describe); null if it does not say. */
export async function describe(api: Api, resource: string, { http, rootOf, headers, logger }: DescribeContext): Promise<Attributes | null> {
  try {
    const response = await http.call(urlBelow(rootOf(api), `${resource}/describe`), { headers })
    return attributesIn(response.json(), resource)
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.kind !== 'setup' || error.code === 'setup.credentials-rejected') throw error
    logger.warn({ code: error.code, resource }, 'Fusion does not describe the resource: its usual attributes are asked for')
    return null
  }
}

function attributesIn(body: unknown, resource: string): Attributes | null {
  const resources = isFields(body) ? body.Resources : undefined
  const described = isFields(resources) ? resources[resource] : undefined
  if (!isFields(described) || !Array.isArray(described.attributes)) return null
  const found = described.attributes.flatMap((each) =>
    isFields(each) && typeof each.name === 'string' ? [[each.name, { isQueryable: each.queryable !== false }] as const] : [],
  )
  return found.length === 0 ? null : new Map(found)
}
