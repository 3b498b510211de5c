import { isKeyName } from '../../fields/key-names.ts'
import { columnsOf, rowOf } from '../csv/csv-columns.ts'
import { headerIndex, maxHeaderRows } from '../csv/find-header.ts'
import { unreadable } from '../file-errors.ts'
import type { FileMemory } from '../file-memory.ts'
import { Batches, type FileBatch, inBatches } from '../file-row.ts'
import type { XlsxFormat } from '../format.ts'
import type { UnpackingLimits } from '../limits.ts'
import { peek } from '../text/chunks.ts'
import { openZip } from '../unpack/zip-archive.ts'
import { readXmlEvents } from '../xml/read-events.ts'
import { type SheetRow, SheetRows } from './sheet-rows.ts'
import { openWorkbook } from './workbook.ts'

/** The first bytes of files from before Excel 2007, and of files with a password. */
const oldMark = 'd0cf11e0'

const isEmpty = (cell: unknown): boolean => cell === null || cell === ''

/**
 * Reads a sheet of an Excel workbook. The first row with content is the header, apart from titles above it; blank rows are skipped. Empty
 * cells are null, numbers exact text (in columns of keys with the zeros that are shown), dates ISO text. Throws `file.unreadable`, `file.truncated`, `file.too-large`.
 */
export async function* readXlsx(
  bytes: AsyncIterable<Buffer>,
  format: XlsxFormat,
  limits: UnpackingLimits,
  memory: FileMemory,
): AsyncGenerator<FileBatch> {
  const { head, all } = await peek(bytes, 4)
  if (head.toString('hex', 0, 4) === oldMark) {
    throw unreadable(
      'The file is from before Excel 2007 (.xls) or protected by a password. Ask the sender to save it as .xlsx without a password.',
    )
  }
  await using archive = await openZip(all, limits)
  const book = await openWorkbook(archive, format.sheet, memory)
  const batches = new Batches()
  let number = 0
  let columns: readonly string[] | null = null
  let waiting: SheetRow[] = []
  const settleHeader = (): void => {
    const [header, ...rows] = waiting.slice(headerIndex(waiting.map(({ cells }) => cells)))
    waiting = []
    if (header === undefined) return
    columns = columnsOf(header.cells.map((cell) => String(cell ?? '')))
    batches.columns = columns
    for (const row of rows) take(row)
  }
  const take = (given: SheetRow): void => {
    const { line, cells, pointed, shown, fault } = given
    if ((fault === null && cells.every(isEmpty)) || line <= (format.skipLines ?? 0)) return
    if (columns === null) {
      waiting.push(given)
      if (waiting.length >= (format.skipLines === undefined ? maxHeaderRows : 1)) settleHeader()
      return
    }
    const names = columns
    const isKey = (at: number): boolean => shown.has(at) && isKeyName(names[at] ?? '')
    const full = columns.map((_, at) => (isKey(at) ? shown.get(at) : cells[at]) ?? null)
    const decimals = pointed.filter((at) => !isKey(at))
    const beyond = cells.slice(columns.length).every(isEmpty) ? null : `has cells beyond the ${columns.length} columns of the header`
    const anyFault = fault ?? beyond
    batches.add({
      row: anyFault ? {} : rowOf(full, names),
      ...(decimals.length > 0 && { pointed: decimals.map((at) => names[at] ?? '') }),
      fault: anyFault,
      line,
      nextLine: line + 1,
      number: ++number,
      offset: null,
    })
  }
  yield* inBatches(batches, steps())

  async function* steps(): AsyncGenerator<void> {
    try {
      yield* readXmlEvents(archive.read(book.sheetEntry), new SheetRows(book, take))
    } finally {
      settleHeader()
    }
  }
}
