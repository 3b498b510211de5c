import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { once } from '@linkspan/connector-kit/http/once'
import { urlBelow } from '@linkspan/connector-kit/http/url'
import { findShapes } from '@linkspan/connector-kit/odata/find-shapes'
import type { EntityShape, ServiceShape } from '@linkspan/connector-kit/odata/metadata'
import { readPages } from '@linkspan/connector-kit/odata/pages'
import { queryOptions, withParameters } from '@linkspan/connector-kit/odata/query'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { AppError, type Logger, toAppError } from '@linkspan/core/connector'
import { isWanted, namesOf, type Role, setFor } from './entity-sets.ts'
import { chooseLegalEntity, type LegalEntity } from './legal-entities.ts'
import type { FoSettings } from './settings.ts'

/** Without it a caller sees its user's own company only (docs/erp/dynamics-finance-operations.md#companies). */
export const crossCompany: ReadonlyMap<string, string> = new Map([['cross-company', 'true']])

/** What a session knows of its environment. Each is asked for when it is needed first, and once. */
export interface Tenant {
  /** Below it are the entity sets. */
  readonly root: URL
  /** Signs in, and reads what the environment has. */
  signIn(): Promise<void>
  /** The name of the entity set of a role; undefined if the environment has none. */
  findSet(role: Role): Promise<string | undefined>
  /** The same; throws `setup.resource-missing` if there is none. */
  setOf(role: Role): Promise<string>
  /** What an entity set has by `$metadata`; undefined if that cannot be read. */
  shapeOf(set: string): Promise<EntityShape | undefined>
  /** All legal entities; null if the environment does not list them. */
  legalEntities(): Promise<readonly LegalEntity[] | null>
  /** The id of the connection's legal entity. Throws `setup.settings-invalid`, naming those there are, if there is no such. */
  company(): Promise<string>
  /** ISO 4217; undefined if the environment does not tell. */
  accountingCurrency(): Promise<string | undefined>
  /** All rows of legal entities, ledgers or warehouses, whatever their company; null if the environment does not show them. */
  rowsOf(role: Role): Promise<readonly Row[] | null>
}

export interface TenantContext {
  readonly http: Pick<ErpHttp, 'call'>
  readonly root: URL
  readonly settings: FoSettings
  readonly headers: Readonly<Record<string, string>>
  readonly logger: Logger
}

export function createTenant({ http, root, settings, headers, logger }: TenantContext): Tenant {
  const { entitySets: chosen = {} } = settings

  async function readShapes(): Promise<ServiceShape> {
    const { text } = await http.call(urlBelow(root, '$metadata'), { headers: { ...headers, accept: 'application/xml' } })
    return findShapes(text, isWanted(chosen))
  }

  /** Without it only what most environments have is asked for (docs/erp/dynamics-finance-operations.md#metadata). */
  const service = once(() =>
    readShapes().catch((thrown: unknown) => {
      const error = toAppError(thrown)
      if (!isAboutOne.includes(error.code)) throw error
      logger.warn({ code: error.code }, 'The environment gives no $metadata: entity sets by their oldest names are asked for')
      return undefined
    }),
  )

  const findSet = async (role: Role) => setFor(role, chosen, await service())
  const shapeOf = async (set: string) => (await service())?.get(set)

  async function setOf(role: Role): Promise<string> {
    const set = await findSet(role)
    if (set !== undefined) return set
    throw new AppError(
      'setup.resource-missing',
      `The environment has none of ${namesOf(role)}: name its own in settings.entitySets.${role}`,
    )
  }

  async function rowsOf(role: Role): Promise<readonly Row[] | null> {
    const set = await findSet(role)
    if (set === undefined) return null
    const shape = await shapeOf(set)
    const orderBy = ['dataAreaId', 'LegalEntityId', 'WarehouseId'].filter((name) => shape?.properties.has(name))
    const rows: Row[] = []
    try {
      const first = withParameters(urlBelow(root, set, crossCompany), queryOptions('v4', { orderBy, count: false }))
      for await (const page of readPages({ http, first, headers, parameters: crossCompany, after: null })) rows.push(...page.rows)
      return rows
    } catch (thrown) {
      const error = toAppError(thrown)
      if (!isAboutOne.includes(error.code) && error.code !== 'setup.permission-missing') throw error
      return null
    }
  }

  const legalEntities = once(async () => {
    const rows = await rowsOf('legalEntities')
    return rows?.flatMap((row) => toLegalEntity(row) ?? []) ?? null
  })
  const company = once(async () => chooseLegalEntity(await legalEntities(), settings.legalEntity))

  async function currencyOfLedger(): Promise<string | undefined> {
    const own = (await company()).toLowerCase()
    const ledgers = (await rowsOf('ledgers')) ?? []
    const ledger = ledgers.find((row) => textOf(row, 'LegalEntityId', 'Name')?.toLowerCase() === own)
    return ledger && textOf(ledger, 'AccountingCurrency')
  }

  return {
    root,
    signIn: async () => void (await service()),
    findSet,
    setOf,
    shapeOf,
    legalEntities,
    company,
    accountingCurrency: once(async () => settings.accountingCurrency ?? (await currencyOfLedger())),
    rowsOf,
  }
}

/** Failures of one resource, which say nothing about the connection. */
const isAboutOne: readonly string[] = ['setup.resource-missing', 'setup.request-refused', 'setup.answer-too-large']

function toLegalEntity(row: Row): LegalEntity | null {
  const id = textOf(row, 'LegalEntityId', 'DataArea', 'dataAreaId')
  return id === undefined ? null : { id, name: textOf(row, 'Name', 'LegalEntityName') }
}
