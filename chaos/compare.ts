import type { ERPRecord } from '@linkspan/core'
import type { RestErp } from '@linkspan/simulators'
import type { ErpEdits } from './erp-edits.ts'
import { differenceIn, fieldsOf } from './fields.ts'
import { anOrder, shipToOf } from './orders.ts'
import type { Writer, Written } from './writer.ts'

/** What the platform's records leave out of the ERP's rows: names of its own, the change time, and fields that are in no canonical form. */
const unkept = {
  orders: ['id', 'updatedAt'],
  lines: ['priceUnitQuantity'],
  products: ['id', 'updatedAt', 'deleted', 'createdOn'],
}

const without = (row: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))

/** Every order that was acknowledged is in the ERP, once, with what both sides said of it last. */
export function differencesOfPushed(erp: Pick<RestErp, 'dataset' | 'ledger'>, writer: Writer, erpEdits: ErpEdits): readonly string[] {
  const rows = new Map([...erp.dataset.orders].flatMap((row) => (row.ourReference ? [[row.ourReference, row] as const] : [])))
  return [
    ...erp.ledger.summary().duplicates.map((id) => `${id} was placed twice`),
    ...[...writer.acknowledged].flatMap(([id, written]) => {
      const row = rows.get(id)
      if (!row) return [`${id} is lost`]
      const expected = fieldsOf({ ...asWritten(id, written), ...erpEdits.said.get(row.id) })
      const entry = erp.ledger.find(id)
      return [
        ...differenceIn(`the ERP's ${id}`, fieldsOf(row), expected),
        ...(entry?.erpIds.length === 1 && entry.erpId === row.id ? [] : [`${id} has the ids ${entry?.erpIds.join(', ')} in the ledger`]),
      ]
    }),
    ...[...rows.keys()].flatMap((id) => (writer.acknowledged.has(id) ? [] : [`${id} is in the ERP, and was never acknowledged`])),
  ]
}

function asWritten(id: string, { number, edition }: Written): object {
  return { ...without(anOrder(id, number), ['id']), ourReference: id, shipTo: shipToOf(number, edition), requestedDeliveryDate: undefined }
}

/** The records are the ERP's rows, all of them and no others, field by field. */
export function differencesOfRecords(
  dataType: 'orders' | 'products',
  { dataset }: Pick<RestErp, 'dataset'>,
  held: readonly ERPRecord[],
  writer?: Writer,
): readonly string[] {
  const byErpId = new Map(held.map((record) => [record.erpId ?? `none: ${record.id}`, record]))
  const rows = [...dataset[dataType]]
  const ids = new Set(rows.map(({ id }) => id))
  return [
    ...(byErpId.size === held.length ? [] : [`${held.length} records of ${dataType} have only ${byErpId.size} different ids of the ERP`]),
    ...rows.flatMap((row) => {
      const record = byErpId.get(row.id)
      if (!record) return [`${row.id} of ${dataType} is in the ERP and not here`]
      const reference = 'ourReference' in row ? row.ourReference : undefined
      const isOurs = typeof reference === 'string' && writer?.acknowledged.has(reference)
      const expectedId = isOurs ? reference : row.id
      return [
        ...(record.id === expectedId ? [] : [`${row.id} of ${dataType} is held as ${record.id}, not as ${expectedId}`]),
        ...(record.syncStatus === 'synced' ? [] : [`${record.id} of ${dataType} is "${record.syncStatus}": ${record.error?.message}`]),
        ...differenceIn(`our ${record.id} of ${dataType}`, fieldsOf(record.data), fieldsOf(keptOf(dataType, row))),
      ]
    }),
    ...[...byErpId.keys()].flatMap((id) => (ids.has(id) ? [] : [`${id} of ${dataType} is here and not in the ERP`])),
  ]
}

function keptOf(dataType: 'orders' | 'products', row: object): object {
  const { lines, ...kept } = without(row, unkept[dataType]) as { readonly lines?: readonly object[] }
  return { ...kept, ...(lines && { lines: lines.map((line) => without(line, unkept.lines)) }) }
}
