import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { readPages } from '@linkspan/connector-kit/odata/pages'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { AppError, toAppError } from '@linkspan/core/connector'

export interface Company {
  readonly id: string
  readonly name: string
  readonly displayName: string | undefined
}

/** What a tenant is at, and the companies that it has. */
export interface Companies {
  /** The service root that answered. */
  readonly root: URL
  readonly companies: readonly Company[]
}

/** Asks the possible service roots for their companies: the first that knows such a path is the one. */
export async function listCompanies(
  http: Pick<ErpHttp, 'call'>,
  roots: readonly URL[],
  headers: Readonly<Record<string, string>>,
): Promise<Companies> {
  let missing: AppError | undefined
  for (const root of roots) {
    try {
      return { root, companies: await companiesAt(http, root, headers) }
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code !== 'setup.resource-missing') throw error
      missing ??= error
    }
  }
  throw missing ?? new AppError('setup.settings-invalid', 'There is no address to ask')
}

async function companiesAt(http: Pick<ErpHttp, 'call'>, root: URL, headers: Readonly<Record<string, string>>): Promise<Company[]> {
  const found: Row[] = []
  const first = urlBelow(root, 'companies')
  for await (const { rows } of readPages({ http, first, headers, parameters: new Map(root.searchParams), after: null })) found.push(...rows)
  return found.flatMap((row) => {
    const id = textOf(row, 'id')
    return id === undefined ? [] : [{ id, name: textOf(row, 'name') ?? id, displayName: textOf(row, 'displayName') }]
  })
}

/** The company of the settings, by id or name; without one the only company. Throws `setup.settings-invalid` that names those that there are. */
export function chooseCompany(companies: readonly Company[], wanted: string | undefined): Company {
  const [only, ...others] = companies
  if (only === undefined) throw new AppError('setup.permission-missing', 'The tenant shows no company: give the application access to one')
  if (wanted === undefined && others.length === 0) return only
  const names = companies.map(({ name }) => `"${name}"`).join(', ')
  if (wanted === undefined)
    throw new AppError('setup.settings-invalid', `There are ${companies.length} companies: set settings.company to one of ${names}`, {
      details: { companies: companies.map(({ id, name }) => ({ id, name })) },
    })
  const fold = (text: string | undefined) => text?.trim().toLowerCase()
  const exact = companies.find(({ id, name }) => name === wanted || fold(id) === fold(wanted.replace(/^\{|\}$/g, '')))
  const similar = companies.filter(({ name, displayName }) => [name, displayName].some((text) => fold(text) === fold(wanted)))
  const found = exact ?? (similar.length === 1 ? similar[0] : undefined)
  if (found) return found
  throw new AppError('setup.settings-invalid', `There is no company "${wanted}": set settings.company to one of ${names}`, {
    details: { companies: companies.map(({ id, name }) => ({ id, name })) },
  })
}
