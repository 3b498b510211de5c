import { textOf } from '@linkspan/connector-kit/odata/row'
import { AppError, type Choice } from '@linkspan/core/connector'
import { describeLegalEntity } from './legal-entities.ts'
import type { Tenant } from './tenant.ts'

/** Warehouses are those of the legal entity, with their sites, as lines of orders name them. */
export async function foChoices(field: string, tenant: Tenant): Promise<readonly Choice[]> {
  return field === 'warehouse' ? warehouses(tenant) : legalEntities(tenant)
}

async function legalEntities(tenant: Tenant): Promise<readonly Choice[]> {
  const found = await tenant.legalEntities()
  if (found === null) throw notListed('legal entities')
  return found.map((each) => ({ value: each.id, label: describeLegalEntity(each) }))
}

async function warehouses(tenant: Tenant): Promise<readonly Choice[]> {
  const company = (await tenant.company()).toLowerCase()
  const rows = await tenant.rowsOf('warehouses')
  if (rows === null) throw notListed('warehouses')
  return rows
    .filter((row) => (textOf(row, 'dataAreaId') ?? company).toLowerCase() === company)
    .flatMap((row) => {
      const [id, site, name] = [textOf(row, 'WarehouseId'), textOf(row, 'OperationalSiteId'), textOf(row, 'WarehouseName')]
      if (id === undefined) return []
      return [{ value: site === undefined ? id : `${site}/${id}`, label: name === undefined ? id : `${id} (${name})` }]
    })
}

const notListed = (what: string): AppError =>
  new AppError(
    'setup.resource-missing',
    `The environment does not list its ${what}: it has no such public entity, or the user may not read it`,
  )
