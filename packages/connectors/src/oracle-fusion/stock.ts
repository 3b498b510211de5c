import { sumOf, toText } from '@linkspan/connector-kit/fields/exact-decimal'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { z } from 'zod'
import type { TimedReading } from './plans.ts'
import { is } from './q.ts'

/** The stock of an organization, so sorted that rows of one item and subinventory follow each other (docs/erp/oracle-fusion.md#stock). */
export const onhandBalances = (organization: string): TimedReading => ({
  api: 'fscmRestApi',
  resource: 'inventoryOnhandBalances',
  onlyData: true,
  conditions: [is('OrganizationCode', organization)],
  orderBy: ['ItemNumber:asc', 'SubinventoryCode:asc', 'Locator:asc', 'LotNumber:asc'],
})

/** The stock of one item in one subinventory, over all its locators and lots. */
const StockGroup = z.object({ item: z.string(), organization: z.string(), subinventory: z.string(), uom: z.string(), quantity: z.string() })
export type StockGroup = z.infer<typeof StockGroup>

/** The group that a page left unfinished, as a cursor brings it back; null if there is none. */
export const carriedGroup = (carry: unknown): StockGroup | null =>
  StockGroup.nullable()
    .catch(null)
    .parse(carry ?? null)

/** The groups of a page's rows, the carried one first. Rows without an item are each a group of their own, which is rejected. */
export function groupStock(rows: readonly Row[], carried: StockGroup | null): readonly StockGroup[] {
  const groups: StockGroup[] = carried ? [carried] : []
  for (const row of rows) {
    const text = (name: string) => textOf(row, name) ?? ''
    const [item, organization, subinventory] = [text('ItemNumber'), text('OrganizationCode'), text('SubinventoryCode')]
    const quantity = text('PrimaryQuantity')
    const last = groups.at(-1)
    const isSame = last && item !== '' && last.item === item && last.organization === organization && last.subinventory === subinventory
    if (isSame) groups[groups.length - 1] = { ...last, quantity: plus(last.quantity, quantity) }
    else groups.push({ item, organization, subinventory, uom: text('PrimaryUOMCode'), quantity })
  }
  return groups
}

/** What is no decimal is kept, so that the record shows it and is rejected for it. */
function plus(left: string, right: string): string {
  const sum = sumOf([left, right])
  return sum ? toText(sum) : sumOf([left]) ? right : left
}

export function toInventory({ item, organization, subinventory, uom, quantity }: StockGroup, asOf: string | undefined): SourceRecord {
  const locationId = [organization, subinventory].filter((part) => part !== '').join('/')
  return {
    id: item === '' ? '' : `${item}|${locationId}`,
    raw: {
      ItemNumber: item,
      OrganizationCode: organization,
      SubinventoryCode: subinventory,
      PrimaryUOMCode: uom,
      PrimaryQuantity: quantity,
    },
    changedAt: null,
    fields: {
      sku: item,
      locationId: locationId || undefined,
      quantityOnHand: quantity,
      uom: uom || undefined,
      companyId: organization || undefined,
      asOf,
    },
  }
}

export const stockSources: readonly FieldSource[] = [
  { field: 'id', sources: ['ItemNumber', 'OrganizationCode', 'SubinventoryCode'], note: 'joined' },
  { field: 'sku', sources: ['ItemNumber'] },
  { field: 'locationId', sources: ['OrganizationCode', 'SubinventoryCode'], note: 'joined by a slash' },
  { field: 'quantityOnHand', sources: ['PrimaryQuantity'], note: 'the sum over all locators and lots' },
  { field: 'uom', sources: ['PrimaryUOMCode'] },
  { field: 'companyId', sources: ['OrganizationCode'] },
  { field: 'asOf', sources: [], note: 'when it was read, by the clock of Fusion' },
]
