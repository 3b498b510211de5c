import type { ConnectorState, DataTypeId, Reject } from '@linkspan/core/connector'

/** A row that was not taken. */
export interface RowFault {
  /** From 1; null where it is not known any more. */
  readonly row: number | null
  readonly recordId: string
  readonly errors: Reject['errors']
}

/** The rows of one file that were not taken: all are counted, the first are kept. */
export interface Faults {
  readonly count: number
  readonly first: readonly RowFault[]
  note(faults: readonly RowFault[]): Promise<void>
  /** When the file is done with. */
  forget(): Promise<void>
}

/** A file may have millions of rows, and all of them may be wrong. */
const maxKept = 1000

/** Remembered until the file is done with, so that whoever goes on after a crash reports those from before it too. */
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
    async note(faults) {
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
