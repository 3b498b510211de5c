import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { type SourceRecord, toInstant } from '@linkspan/core/connector'
import type { TimedReading } from './plans.ts'
import { is } from './q.ts'
import { changeTime } from './values.ts'

/** `itemsV2` of the master organization as products. There is no sales price among them (docs/erp/oracle-fusion.md#items). */
export const products = defineFieldTable({
  id: ['ItemId'],
  sku: ['ItemNumber'],
  name: ['ItemDescription', 'ItemNumber'],
  uom: ['PrimaryUOMCode', 'PrimaryUOMValue'],
  uomRaw: ['PrimaryUOMValue'],
  category: ['ItemClass'],
  active: {
    from: ['ItemStatusValue'],
    to: (value) => (typeof value === 'string' ? value.trim().toLowerCase() === 'active' : undefined),
    note: 'Active only',
  },
  companyId: ['OrganizationCode'],
  sourceUpdatedAt: changeTime('LastUpdateDateTime', 'LastUpdateDate'),
})

export const itemAttributes = [
  'ItemId',
  'ItemNumber',
  'ItemDescription',
  'ItemStatusValue',
  'PrimaryUOMValue',
  'ItemClass',
  'OrganizationCode',
  'CreationDateTime',
  'LastUpdateDateTime',
] as const

export const items = (organization: string): TimedReading => ({
  api: 'fscmRestApi',
  resource: 'itemsV2',
  fields: itemAttributes,
  onlyData: true,
  conditions: [is('OrganizationCode', organization)],
  time: 'LastUpdateDateTime',
  id: 'ItemId',
})

export function toProduct(row: Row): SourceRecord {
  const { id, ...fields } = products.read(row)
  return { id: typeof id === 'string' ? id : '', fields, raw: row, changedAt: toInstant(row.LastUpdateDateTime ?? row.LastUpdateDate) }
}
