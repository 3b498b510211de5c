import { columnsFor } from '@linkspan/connector-kit/fields/columns'
import { isAbsent } from '@linkspan/connector-kit/fields/dot-path'
import { plainName } from '@linkspan/connector-kit/fields/field-names'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import type { DataTypeId } from '@linkspan/core/connector'
import { plainCells } from './plain-cells.ts'

type Row = FileRow['row']

/** The columns that fill each canonical field; the values of several are joined by "/". Computed once for each set of columns. */
type Plan = readonly (readonly [path: readonly string[], columns: readonly string[]])[]

/** SAP keeps stock by plant and storage location (docs/erp/sap-s4hana.md#stock-rows). */
const plants = ['werks', 'plant']
const storageLocations = ['lgort', 'storagelocation']

/** The columns with plant and storage location, if stock has both: together they are its location. Else null. */
export function placeColumns(dataType: DataTypeId, columns: readonly string[]): readonly [plant: string, location: string] | null {
  const find = (names: readonly string[]) => columns.find((column) => names.includes(plainName(column)))
  const [plant, storageLocation] = [find(plants), find(storageLocations)]
  return dataType === 'inventory' && plant !== undefined && storageLocation !== undefined ? [plant, storageLocation] : null
}

/**
 * Adds the names of canonical fields to the cells of a row, if their columns are known (docs/erp/sftp-files.md#column-names). The original
 * names stay. The fields of an order line are added to the row itself, as flat files have them. Rows with lists or objects are returned
 * unchanged.
 */
export function createNaming(dataType: DataTypeId): (row: Row) => Row {
  const plans = new Map<string, Plan>()
  let latest: { readonly columns: readonly string[]; readonly plan: Plan } | null = null

  /** Mostly the columns of the row before: then no key is made. */
  function planFor(columns: readonly string[]): Plan {
    if (latest && isSameList(latest.columns, columns)) return latest.plan
    const key = columns.join('\0')
    const plan = plans.get(key) ?? makePlan(columns)
    plans.set(key, plan)
    latest = { columns, plan }
    return plan
  }

  function makePlan(columns: readonly string[]): Plan {
    const { fields } = columnsFor(dataType, columns)
    const place = placeColumns(dataType, columns)
    return Object.entries(fields).map(([field, column]) => {
      const path = field.replace(/^.*\[\]\./, '').split('.')
      return [path, place && field === 'locationId' ? place : [column]] as const
    })
  }

  return (given) => {
    const row = plainCells(given)
    if (hasStructure(row)) return row
    const columns = Object.keys(row)
    const named: Record<string, unknown> = { ...row }
    for (const [path, sources] of planFor(columns)) {
      const [name = '', inner] = path
      const value = sources.length === 1 ? row[sources[0] ?? ''] : joined(sources.map((source) => row[source]))
      if (inner === undefined) named[name] ??= value
      else named[name] = { ...(named[name] as Row | undefined), [inner]: value }
    }
    return named
  }
}

function hasStructure(row: Row): boolean {
  for (const column in row) if (typeof row[column] === 'object' && row[column] !== null) return true
  return false
}

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at])

const joined = (values: readonly unknown[]): string => values.filter((value) => !isAbsent(value)).join('/')
