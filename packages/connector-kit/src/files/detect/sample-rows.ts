import { AppError } from '@linkspan/core/connector'
import iconv from 'iconv-lite'
import type { FileRow } from '../file-row.ts'
import type { FileFormat } from '../format.ts'
import { UnpackingLimits } from '../limits.ts'
import { readRows } from '../read-rows.ts'
import { encodingOf } from '../xml/read-xml.ts'
import type { Cells } from './detect-values.ts'

/** What the beginning of a file has. */
export interface Sample {
  readonly columns: readonly string[]
  /** The texts of its columns, and of what lies within them by paths as in "Lines.Line.UnitPrice". */
  readonly cells: Cells
  readonly rows: readonly FileRow[]
}

/** How much of a file is looked at to find out how it is written, in bytes. */
export const sampleLength = 65_536

/** The rows of a file's beginning, as far as they can be read in this format. Of a workbook, which is read from its end, there are none. */
export async function sampleRows(head: Buffer, format: FileFormat): Promise<Sample> {
  if (format.kind === 'xlsx') return sampleOf([])
  const text = wholeLines(iconv.decode(head, encodingOf(format, head)), head.length)
  const { rows, columns } = await rowsOf(text, { ...format, encoding: 'utf-8' })
  return sampleOf(rows, columns)
}

/** What rows have that were read already. */
export function sampleOf(rows: readonly FileRow[], columns: readonly string[] | null = null): Sample {
  const cells = new Map<string, string[]>()
  for (const { row } of rows)
    for (const [path, text] of textsIn(row, '')) {
      const known = cells.get(path)
      if (known) known.push(text)
      else cells.set(path, [text])
    }
  return { columns: columns ?? [...new Set(rows.flatMap(({ row }) => Object.keys(row)))], cells, rows }
}

function* textsIn(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value]
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item, path)
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value))
      yield* textsIn(inner, name === '#text' ? path : path === '' ? name : `${path}.${name}`)
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
