import type { ERPRecord } from '@linkspan/core'
import { type Normalise, normaliseRow, type RestErp, type Row } from '@linkspan/simulators'
import type { ErpEdits } from './erp-edits.ts'
import { differenceIn, fieldsOf } from './fields.ts'
import { anOrder, shipToOf } from './orders.ts'
import type { Writer, Written } from './writer.ts'

/** Fields of the ERP's rows that our records do not have: the ERP's own id, the change time, and fields without a canonical form. */
const omitted = {
  orders: ['id', 'updatedAt'],
  lines: ['priceUnitQuantity'],
  products: ['id', 'updatedAt', 'deleted', 'createdOn'],
}

const without = (row: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))

/** Checks that every acknowledged order is in the ERP once, with the latest changes of both sides in the form that the ERP gives them. */
export function differencesOfPushed(
  erp: Pick<RestErp, 'dataset' | 'writeLog'>,
  writer: Writer,
  erpEdits: ErpEdits,
  forms: Normalise = {},
): readonly string[] {
  const rows = new Map([...erp.dataset.orders].flatMap((row) => (row.ourReference ? [[row.ourReference, row] as const] : [])))
  return [
    ...erp.writeLog.summary().duplicates.map((id) => `${id} was placed twice`),
    ...[...writer.acknowledged].flatMap(([id, written]) => {
      const row = rows.get(id)
      if (!row) return [`${id} is lost`]
      const expected = fieldsOf({ ...normaliseRow(orderOf(id, written) as Row, forms), ...erpEdits.changed.get(row.id) })
      const entry = erp.writeLog.find(id)
      return [
        ...differenceIn(`the ERP's ${id}`, fieldsOf(row), expected),
        ...(entry?.erpIds.length === 1 && entry.erpId === row.id ? [] : [`${id} was stored with the ids ${entry?.erpIds.join(', ')}`]),
      ]
    }),
    ...[...rows.keys()].flatMap((id) => (writer.acknowledged.has(id) ? [] : [`${id} is in the ERP but was never acknowledged`])),
  ]
}

function orderOf(id: string, { number, edition }: Written): object {
  return { ...without(anOrder(id, number), ['id']), ourReference: id, shipTo: shipToOf(number, edition), requestedDeliveryDate: undefined }
}

/** Checks that our records are the ERP's rows, field by field, with none missing and none added. */
export function differencesOfRecords(
  dataType: 'orders' | 'products',
  { dataset }: Pick<RestErp, 'dataset'>,
  records: readonly ERPRecord[],
  writer?: Writer,
): readonly string[] {
  const byErpId = new Map(records.map((record) => [record.erpId ?? `none: ${record.id}`, record]))
  const rows = [...dataset[dataType]]
  const ids = new Set(rows.map(({ id }) => id))
  return [
    ...(byErpId.size === records.length
      ? []
      : [`${records.length} records of ${dataType} have only ${byErpId.size} different ids of the ERP`]),
    ...rows.flatMap((row) => {
      const record = byErpId.get(row.id)
      if (!record) return [`${row.id} of ${dataType} is in the ERP but not here`]
      const reference = 'ourReference' in row ? row.ourReference : undefined
      const isOurs = typeof reference === 'string' && writer?.acknowledged.has(reference)
      const expectedId = isOurs ? reference : row.id
      return [
        ...(record.id === expectedId ? [] : [`${row.id} of ${dataType} has the id ${record.id} instead of ${expectedId}`]),
        ...(record.syncStatus === 'synced' ? [] : [`${record.id} of ${dataType} is "${record.syncStatus}": ${record.error?.message}`]),
        ...differenceIn(`our ${record.id} of ${dataType}`, fieldsOf(record.data), fieldsOf(expectedRecord(dataType, row))),
      ]
    }),
    ...[...byErpId.keys()].flatMap((id) => (ids.has(id) ? [] : [`${id} of ${dataType} is here but not in the ERP`])),
  ]
}

function expectedRecord(dataType: 'orders' | 'products', row: object): object {
  const { lines, ...fields } = without(row, omitted[dataType]) as { readonly lines?: readonly object[] }
  return { ...fields, ...(lines && { lines: lines.map((line) => without(line, omitted.lines)) }) }
}
