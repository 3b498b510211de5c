import { type FileRow, lengthOf } from '@linkspan/connector-kit/files/file-row'
import { faultOfFile } from './finish-file.ts'
import type { RowBatch } from './rows.ts'

/** The rows of each record that has rows in several places of a file, by its id; the rows in their order. */
export type ScatteredRows = ReadonlyMap<string, readonly FileRow[]>

/** More ids are not remembered, so that a file of any size fits into memory. */
const maxIds = 500_000
const maxRows = 50_000
/** The most characters of ids, and of rows. */
const maxLength = 16_000_000

/** Gives each row its record's id; `before` is the id of the row before the first. */
export type KeysOf = (rows: readonly FileRow[], before: FileRow | null) => readonly (readonly [id: string, isNext: boolean])[]

/**
 * Reads a file once to find the ids that occur in more than one place, and if there are any, once more to collect their rows. Only then can
 * rows be joined, or be rejected together, without storing one of them first.
 */
export async function findScattered(read: () => AsyncIterable<RowBatch>, keysOf: KeysOf): Promise<ScatteredRows> {
  const seen = new Set<string>()
  const rows = new Map<string, FileRow[]>()
  let idsLength = 0
  await forEachRow(read(), keysOf, ({ id, isNext }) => {
    if (id === '' || isNext) return
    if (seen.has(id)) rows.set(id, [])
    else if (seen.size < maxIds && idsLength < maxLength) {
      seen.add(id)
      idsLength += id.length
    }
  })
  if (rows.size === 0) return rows
  let [count, rowsLength] = [0, 0]
  await forEachRow(read(), keysOf, ({ id, row }) => {
    if (count >= maxRows || rowsLength >= maxLength || !rows.get(id)?.push(row)) return
    count += 1
    rowsLength += lengthOf(row.row)
  })
  return rows
}

interface KeyedRow {
  /** Of the row's record. */
  readonly id: string
  /** Whether it goes on with the record of the row before. */
  readonly isNext: boolean
  readonly row: FileRow
}

async function forEachRow(batches: AsyncIterable<RowBatch>, keysOf: KeysOf, take: (row: KeyedRow) => void): Promise<void> {
  let before: FileRow | null = null
  let last = ''
  for await (const { rows } of untilFault(batches)) {
    const keys = keysOf(rows, before)
    for (const [at, row] of rows.entries()) {
      const [own, isNext] = keys[at] as readonly [string, boolean]
      last = isNext ? last || own : own
      take({ id: last, isNext, row })
    }
    before = rows.at(-1) ?? before
  }
}

/** The batches before the fault of a file that cannot be read to its end. Reading the file itself reports the fault. */
async function* untilFault(batches: AsyncIterable<RowBatch>): AsyncGenerator<RowBatch> {
  try {
    yield* batches
  } catch (thrown) {
    if (faultOfFile(thrown) === null) throw thrown
  }
}
