import { textOf } from '@linkspan/connector-kit/odata/row'
import { salesOrders } from './orders.ts'
import { maxPageSize, type Reader, type Reading } from './reader.ts'

export interface BusinessUnit {
  readonly id: string | undefined
  readonly name: string | undefined
}

const sample: Reading = {
  api: 'fscmRestApi',
  resource: salesOrders.resource,
  fields: ['BusinessUnitId', 'BusinessUnitName', 'SourceTransactionSystem'],
  onlyData: true,
}

/** The business units and the source systems of some orders. */
export async function ofOrders(reader: Reader): Promise<{ readonly units: readonly BusinessUnit[]; readonly systems: readonly string[] }> {
  const { rows } = await reader.page(sample, { limit: maxPageSize, offset: 0 })
  const units = rows.map((row) => ({ id: textOf(row, 'BusinessUnitId'), name: textOf(row, 'BusinessUnitName') }))
  const byId = new Map(units.map((unit) => [unit.id ?? unit.name ?? '', unit]))
  byId.delete('')
  return { units: [...byId.values()], systems: [...new Set(rows.flatMap((row) => textOf(row, 'SourceTransactionSystem') ?? []))].sort() }
}
