import { AppError } from '@linkspan/core/connector'
import iconv from 'iconv-lite'
import type { FileRow } from '../file-row.ts'
import type { FileFormat } from '../format.ts'
import { UnpackingLimits } from '../limits.ts'
import { readRows } from '../read-rows.ts'
import { encodingOf } from '../xml/read-xml.ts'
import type { Cells } from './detect-values.ts'

/** The columns, cells and rows at the beginning of a file. */
export interface Sample {
  readonly columns: readonly string[]
  /** The texts of each column; those of nested elements under paths like "Lines.Line.UnitPrice". */
  readonly cells: Cells
  readonly rows: readonly FileRow[]
}

/** How much of a file is examined to detect its format, in bytes. */
export const sampleLength = 65_536

/** Reads the rows at the beginning of a file, as far as possible. Returns none for a workbook, which can only be read from its end. */
export async function sampleRows(head: Buffer, format: FileFormat): Promise<Sample> {
  if (format.kind === 'xlsx') return sampleOf([])
  const text = completeLines(iconv.decode(head, encodingOf(format, head)), head.length)
  const { rows, columns } = await rowsOf(text, { ...format, encoding: 'utf-8' })
  return sampleOf(rows, columns)
}

/** The sample that consists of these rows. */
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

/** Drops the last line if the sample may have cut it: half a number would be wrong evidence. */
const completeLines = (text: string, length: number): string =>
  length < sampleLength ? text : text.slice(0, text.lastIndexOf('\n') + 1) || text

/** The rows before the first error: a sample mostly ends in the middle of a row, or before the trailer. */
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
