import { decimalOf, type ExactDecimal, sumOf, toText } from '@linkspan/connector-kit/fields/exact-decimal'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { z } from 'zod'
import { childrenOf } from './children.ts'
import type { TimedReading } from './plans.ts'
import { is } from './q.ts'

const lotsProperty = 'lots'

/**
 * The stock of an organization, so sorted that rows of one item and subinventory follow each other (docs/erp/oracle-fusion.md#stock). With
 * lots it comes with its links too, by which more of them are found.
 */
export const onhandBalances = (organization: string, readsLots: boolean): TimedReading => ({
  api: 'fscmRestApi',
  resource: 'inventoryOnhandBalances',
  ...(readsLots ? { expand: [lotsProperty] } : { onlyData: true }),
  conditions: [is('OrganizationCode', organization)],
  orderBy: ['ItemNumber:asc', 'SubinventoryCode:asc', 'Locator:asc', 'LotNumber:asc'],
})

const Part = z.object({ lot: z.string(), bin: z.string(), quantity: z.string() })
type Part = z.infer<typeof Part>

/** The stock of one item in one subinventory, over all its locators and lots. */
const StockGroup = z.object({
  item: z.string(),
  organization: z.string(),
  subinventory: z.string(),
  uom: z.string(),
  quantity: z.string(),
  /** By lot and locator, if lots are read. */
  parts: z.array(Part).optional(),
})
export type StockGroup = z.infer<typeof StockGroup>

/** The group that a page left unfinished, as a cursor brings it back; null if there is none. */
export const carriedGroup = (carry: unknown): StockGroup | null =>
  StockGroup.nullable()
    .catch(null)
    .parse(carry ?? null)

/** The groups of a page's rows, the carried one first. Rows without an item are each a group of their own, which is rejected. */
export function groupStock(rows: readonly Row[], carried: StockGroup | null, readsLots: boolean): readonly StockGroup[] {
  const groups: StockGroup[] = carried ? [carried] : []
  for (const row of rows) {
    const text = (name: string) => textOf(row, name) ?? ''
    const [item, organization, subinventory] = [text('ItemNumber'), text('OrganizationCode'), text('SubinventoryCode')]
    const quantity = text('PrimaryQuantity')
    const parts = readsLots ? partsOf(row) : undefined
    const last = groups.at(-1)
    const isSame = last && item !== '' && last.item === item && last.organization === organization && last.subinventory === subinventory
    if (isSame) {
      const all = parts && { parts: withParts(last.parts ?? [], parts) }
      groups[groups.length - 1] = { ...last, quantity: plus(last.quantity, quantity), ...all }
    } else groups.push({ item, organization, subinventory, uom: text('PrimaryUOMCode'), quantity, ...(parts && { parts }) })
  }
  return groups
}

/** The lots of a row: its children, else its own. */
function partsOf(row: Row): Part[] {
  const bin = textOf(row, 'Locator') ?? ''
  const toPart = (each: Row): Part => ({
    lot: textOf(each, 'LotNumber') ?? '',
    bin,
    quantity: textOf(each, 'PrimaryQuantity', 'Quantity', 'OnhandQuantity') ?? '',
  })
  const lots = childrenOf(row, lotsProperty)
  return lots.length > 0 ? lots.map(toPart) : [toPart(row)]
}

/** Parts of one lot and locator are one. */
function withParts(parts: readonly Part[], more: readonly Part[]): Part[] {
  const all = [...parts]
  for (const part of more) {
    const at = all.findIndex(({ lot, bin }) => lot === part.lot && bin === part.bin)
    const same = all[at]
    if (same) all[at] = { ...same, quantity: plus(same.quantity, part.quantity) }
    else all.push(part)
  }
  return all
}

/** What is no decimal is kept, so that the record shows it and is rejected for it. */
function plus(left: string, right: string): string {
  const sum = sumOf([left, right])
  return sum ? toText(sum) : sumOf([left]) ? right : left
}

/** `reserved`: undefined if it is not known. */
export function toInventory(group: StockGroup, asOf: string | undefined, reserved: ExactDecimal | undefined): SourceRecord {
  const { item, organization, subinventory, uom, quantity, parts = [] } = group
  const locationId = [organization, subinventory].filter((part) => part !== '').join('/')
  const onHand = decimalOf(quantity)
  const shown = parts.some(({ lot }) => lot !== '') ? parts : []
  return {
    id: item === '' ? '' : `${item}|${locationId}`,
    raw: {
      ItemNumber: item,
      OrganizationCode: organization,
      SubinventoryCode: subinventory,
      PrimaryUOMCode: uom,
      PrimaryQuantity: quantity,
      ...(shown.length > 0 && { lots: shown }),
      ...(reserved && { ReservedQuantity: toText(reserved) }),
    },
    changedAt: null,
    fields: {
      sku: item,
      locationId: locationId || undefined,
      quantityOnHand: quantity,
      ...(reserved && { quantityReserved: toText(reserved) }),
      ...(reserved && onHand && { quantityAvailable: toText(onHand.minus(reserved)) }),
      ...(shown.length > 0 && {
        parts: shown.map(({ lot, bin, quantity: own }) => ({ lot: lot || undefined, bin: bin || undefined, quantityOnHand: own })),
      }),
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
  { field: 'quantityReserved', sources: ['ReservedQuantity'], note: 'the sum of inventoryReservations' },
  { field: 'quantityAvailable', sources: ['PrimaryQuantity', 'ReservedQuantity'], note: 'what is not reserved' },
  { field: 'parts', sources: ['lots[].lot', 'lots[].bin', 'lots[].quantity'], note: 'by lot and locator, with settings.readsLots' },
  { field: 'uom', sources: ['PrimaryUOMCode'] },
  { field: 'companyId', sources: ['OrganizationCode'] },
  { field: 'asOf', sources: [], note: 'when it was read, by the clock of Fusion' },
]
