import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import type { ConnectorState, DataTypeId, Reject, SourceRecord } from '@linkspan/core/connector'

/** A row that was rejected. */
export interface RowFault {
  /** The row's number, from 1; null if it is not known. */
  readonly row: number | null
  readonly recordId: string
  readonly errors: Reject['errors']
}

/** The rejected rows of one file. All are counted; the first are kept. */
export interface Faults {
  readonly count: number
  readonly first: readonly RowFault[]
  add(faults: readonly RowFault[]): Promise<void>
  /** Deletes them, once the file is finished. */
  forget(): Promise<void>
}

/** A file may have millions of rows, all of them wrong. */
const maxKept = 1000

/** Opens the faults of a file, those from before a crash included if `isBegun`. They are stored until the file is finished. */
export async function openFaults(state: ConnectorState, dataType: DataTypeId, name: string, isBegun: boolean): Promise<Faults> {
  const [listed, counted] = [`faults:${dataType}:${name}`, `fault_count:${dataType}:${name}`]
  const [list, number] = isBegun ? await state.read([listed, counted]) : []
  let first: RowFault[] = list ? JSON.parse(list) : []
  let count = Number(number ?? 0)
  return {
    get count() {
      return count
    },
    get first() {
      return first
    },
    async add(faults) {
      if (faults.length === 0) return
      count += faults.length
      const isFull = first.length >= maxKept
      first = first.concat(faults).slice(0, maxKept)
      await state.write({ [counted]: String(count), ...(!isFull && { [listed]: JSON.stringify(first) }) })
    },
    async forget() {
      if (count > 0) await state.write({ [listed]: null, [counted]: null })
    },
  }
}

/** Finds the rows of rejected records. Rejects come in the order of their records. */
export function faultsOf(rejects: readonly Reject[], records: readonly SourceRecord[], rows: readonly FileRow[]): RowFault[] {
  let from = 0
  return rejects.map(({ recordId, errors }) => {
    const at = records.findIndex(({ id }, index) => index >= from && id === recordId)
    if (at >= 0) from = at + 1
    const { number, fault } = rows[at] ?? {}
    return { row: number ?? null, recordId, errors: fault ? [{ path: '', message: `Row ${number} ${fault}`, value: null }] : errors }
  })
}
