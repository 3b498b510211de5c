import type { SourceRecord } from '@linkspan/core'
import type { FileRow } from '../files/file-row.ts'
import { lineAliases, plainName } from '../rest/field-names.ts'
import { type Habits, habitsOf, toRecord } from '../rest/to-record.ts'
import { createNaming } from './named-row.ts'
import type { FilesPlan } from './settings.ts'
import { createValueReader } from './value-reader.ts'

/** Data types whose records have lines. */
const withLines: ReadonlySet<FilesPlan['dataType']> = new Set(['orders', 'invoices'])
const namesOfLines = new Set([...(lineAliases.sku ?? []), ...(lineAliases.lineNumber ?? [])])
/** By the row as the file has it: among the cells with names an address is an object. */
const isFlat = ({ row }: FileRow, cells: FileRow['row']): boolean =>
  Object.values(row).every((value) => typeof value !== 'object' || value === null) &&
  Object.keys(cells).some((name) => namesOfLines.has(plainName(name)))

export interface RecordsOfRows {
  readonly records: readonly SourceRecord[]
  /** For each record the row that it begins with. */
  readonly rows: readonly FileRow[]
}

/** How rows of one data type become records, columns found by the settings first and their known names then (ERP-FACTS 10.5). */
export function createRowMapper(plan: FilesPlan) {
  const mapping = { id: plan.id, changedAt: plan.changedAt, fields: plan.fields }
  const nameCells = createNaming(plan.dataType)
  const readValues = createValueReader(plan)
  const mapped = (row: FileRow['row'], habits: Habits = habitsOf([row], plan.dataType)): SourceRecord => {
    const record = toRecord(row, plan.dataType, mapping, habits)
    const changedAt = plan.dateFormat === undefined ? record.changedAt : null
    return { ...record, changedAt, fields: readValues(record.fields) }
  }
  const belong = (one: FileRow, next: FileRow): boolean => {
    if (!withLines.has(plan.dataType) || one.fault !== null || next.fault !== null) return false
    const cells = nameCells(one.row)
    if (!isFlat(one, cells)) return false
    const { id } = mapped(cells)
    return id !== '' && id === mapped(nameCells(next.row)).id
  }
  return {
    /** Whether two rows that follow each other are lines of one order or invoice. */
    belong,
    /** A row that is none becomes a record with the id ''. */
    toRecords(given: readonly FileRow[]): RecordsOfRows {
      const named = new Map(given.map((row) => [row, nameCells(row.row)]))
      const groups: FileRow[][] = []
      for (const row of given) {
        const last = groups.at(-1)
        const before = last?.at(-1)
        if (last && before && belong(before, row)) last.push(row)
        else groups.push([row])
      }
      const habits = habitsOf([...named.values()], plan.dataType)
      const toOne = (group: readonly FileRow[]): SourceRecord => {
        const [first] = group as [FileRow]
        const { row, fault, number } = first
        if (fault !== null) return { id: '', fields: {}, raw: `Row ${number} ${fault}`, changedAt: null }
        const cells = named.get(first) ?? {}
        if (!withLines.has(plan.dataType) || !isFlat(first, cells)) return { ...mapped(cells, habits), raw: row }
        const lines = group.map((each) => named.get(each))
        return { ...mapped({ ...cells, lines }, habits), raw: { ...row, lines: group.map((each) => each.row) } }
      }
      return { records: groups.map(toOne), rows: groups.flatMap(([first]) => (first ? [first] : [])) }
    },
  }
}
