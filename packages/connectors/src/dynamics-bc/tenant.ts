import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { once } from '@linkspan/connector-kit/http/once'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { decodeCollection } from '@linkspan/connector-kit/odata/decode'
import { type EntityShape, parseMetadata, type ServiceShape } from '@linkspan/connector-kit/odata/metadata'
import { textOf } from '@linkspan/connector-kit/odata/row'
import { AppError, isFields, type Logger, toAppError } from '@linkspan/core/connector'
import { type Companies, type Company, chooseCompany, listCompanies } from './companies.ts'
import { possibleRoots } from './service-root.ts'
import type { BcCredentials, BcSettings } from './settings.ts'

/** What a session knows of its tenant. Each is asked for when it is needed first, and once. */
export interface Tenant {
  companies(): Promise<Companies>
  company(): Promise<Company>
  /** The address of an entity set of the company. */
  urlOf(set: string): Promise<URL>
  /** What an entity set has by `$metadata`; undefined if that cannot be read. */
  shapeOf(set: string): Promise<EntityShape | undefined>
  /** ISO 4217; undefined if the tenant does not tell. */
  localCurrency(): Promise<string | undefined>
}

export interface TenantContext {
  readonly http: Pick<ErpHttp, 'call'>
  readonly credentials: BcCredentials
  readonly settings: BcSettings
  readonly headers: Readonly<Record<string, string>>
  readonly logger: Logger
}

export function createTenant({ http, credentials, settings, headers, logger }: TenantContext): Tenant {
  const companies = once(() => listCompanies(http, possibleRoots(credentials, settings), headers))
  const company = once(async () => chooseCompany((await companies()).companies, settings.company))

  /** A custom API has a root of its own, beside that of the standard one. */
  async function urlOf(set: string): Promise<URL> {
    const { root } = await companies()
    if (set.startsWith('/')) return new URL(set, root.origin)
    const own = `companies(${(await company()).id})`
    const [publisher, group, version, ...rest] = set.split('/')
    if (rest.length === 0) return urlBelow(root, `${own}/${set}`)
    const api = new URL(root)
    api.pathname = root.pathname.replace(/\/api\/.*$/, '/api')
    return urlBelow(api, `${publisher}/${group}/${version}/${own}/${rest.join('/')}`)
  }

  /** Without it only the properties of the standard are asked for (docs/erp/dynamics-business-central.md#metadata). */
  const service = once(async (): Promise<ServiceShape | undefined> => {
    const { root } = await companies()
    try {
      const { text } = await http.call(urlBelow(root, '$metadata'), { headers: { ...headers, accept: 'application/xml' } })
      return await parseMetadata(text)
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.kind !== 'setup' || error.code === 'setup.credentials-rejected') throw error
      logger.warn({ code: error.code }, 'Business Central gives no $metadata: the properties of the standard are asked for')
      return undefined
    }
  })

  /** The first text of one of these properties in the only row of a set; undefined if the tenant does not show it. */
  async function tellOf(set: string, property: string): Promise<string | undefined> {
    try {
      const response = await http.call(await urlOf(set), { headers })
      const json = response.json()
      const [row] = isFields(json) && 'value' in json ? decodeCollection(json, response.place).rows : isFields(json) ? [json] : []
      return row && textOf(row, property)
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.kind !== 'setup' || error.code === 'setup.credentials-rejected') throw error
      return undefined
    }
  }

  return {
    companies,
    company,
    urlOf,
    shapeOf: async (set) => (await service())?.get(set),
    localCurrency: once(
      async () =>
        settings.localCurrency ??
        (await tellOf('companyInformation', 'currencyCode')) ??
        (await tellOf('generalLedgerSetup', 'localCurrencyCode')),
    ),
  }
}

/** The currency of a document: none stands for the local one (docs/erp/dynamics-business-central.md#local-currency). */
export function currencyOf(code: string | undefined, local: string | undefined): string {
  const currency = code ?? local
  if (currency !== undefined) return currency
  throw new AppError(
    'setup.settings-invalid',
    'A document is in the local currency, and Business Central does not say which that is: set settings.localCurrency',
  )
}
