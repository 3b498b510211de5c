import { AppError } from '@linkspan/core'
import iconv from 'iconv-lite'
import type { Cells } from './detect-values.ts'
import type { FileRow } from './file-row.ts'
import type { FileFormat } from './format.ts'
import { UnpackingLimits } from './limits.ts'
import { readRows } from './read-rows.ts'

/** What the beginning of a file has. */
export interface Sample {
  readonly columns: readonly string[]
  /** Those that are texts. */
  readonly cells: Cells
  readonly rows: readonly FileRow[]
}

/** How much of a file is looked at to find out how it is written, in bytes. */
export const sampleLength = 65_536

/** The rows of a file's beginning, as far as they can be read in this format. Of a workbook, which is read from its end, there are none. */
export async function sampleRows(head: Buffer, format: FileFormat): Promise<Sample> {
  if (format.kind === 'xlsx') return { columns: [], cells: new Map(), rows: [] }
  const text = wholeLines(iconv.decode(head, format.encoding), head.length)
  const { rows, columns } = await rowsOf(text, { ...format, encoding: 'utf-8' })
  const names = columns ?? [...new Set(rows.flatMap(({ row }) => Object.keys(row)))]
  const textsOf = (column: string) => rows.map(({ row }) => row[column]).filter((cell): cell is string => typeof cell === 'string')
  return { columns: names, cells: new Map(names.map((column) => [column, textsOf(column)])), rows }
}

/** Without the last line where it may be cut: half a number says the wrong thing. */
const wholeLines = (text: string, length: number): string =>
  length < sampleLength ? text : text.slice(0, text.lastIndexOf('\n') + 1) || text

/** The sample mostly ends in the middle of a row, or before the trailer: what comes before is good. */
async function rowsOf(text: string, format: FileFormat) {
  const rows: FileRow[] = []
  let columns: readonly string[] | null = null
  const source = async function* () {
    yield Buffer.from(text)
  }
  try {
    for await (const batch of readRows(source(), format, { layers: [], limits: UnpackingLimits.parse({}) })) {
      rows.push(...batch.rows)
      columns = batch.columns
    }
  } catch (thrown) {
    if (!(thrown instanceof AppError) || !thrown.code.startsWith('file.')) throw thrown
  }
  return { rows, columns }
}
