/** One row of a file. */
export interface FileRow {
  /** The cells by the names of their columns. Empty if the row has a fault. */
  readonly row: Readonly<Record<string, unknown>>
  /** Columns whose cells are numbers in the format itself: they have a decimal point, whatever the texts of the file have. */
  readonly pointed?: readonly string[]
  /** What is wrong with this row, as a phrase that follows "Row 5"; null if nothing is. Other rows are not affected. */
  readonly fault: string | null
  /** Where the row begins, counted from 1: the line of a text file, the row of a sheet, the element of a JSON or XML list. */
  readonly line: number
  /** Where the next row begins at the earliest. */
  readonly nextLine: number
  /** The number of this row among the rows of data, from 1. */
  readonly number: number
  /** The offset of the first byte after this row, where reading can resume; null if the format cannot resume. */
  readonly offset: number | null
}

/** Many rows at once: awaiting each of a million rows would take longer than reading them. */
export interface FileBatch {
  readonly rows: readonly FileRow[]
  /** The names of the columns, needed to resume; null if each row names its own fields. */
  readonly columns: readonly string[] | null
  /** About how many characters the rows have together. */
  readonly length: number
}

/** Where to resume. The bytes given to the reader must begin at this offset. */
export interface Resume {
  readonly offset: number
  readonly line: number
  /** The number of the last row read. */
  readonly number: number
  readonly columns: readonly string[] | null
}

/** What the bytes given to a reader begin with. */
export interface Start {
  /** Null if they begin with the file. */
  readonly resume: Resume | null
  /** Whether they are the bytes of the file itself, not unpacked from it. Only then do rows have offsets. */
  readonly isPlain: boolean
}

export const fromBeginning: Start = { resume: null, isPlain: true }

/** The position after a row, for a later resume; null if the format cannot resume. */
export const resumeAfter = ({ offset, nextLine, number }: FileRow, columns: FileBatch['columns']): Resume | null =>
  offset === null ? null : { offset, line: nextLine, number, columns }

const maxRows = 1000
/** A batch ends at this length too, so that a thousand long rows do not fill memory. */
export const maxBatchLength = 4_000_000

/** About how many characters a value has. */
export function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  let length = 0
  for (const part of Object.values(value)) length += lengthOf(part)
  return length
}

/** Collects rows into batches. */
export class Batches {
  columns: readonly string[] | null = null
  private full: Pick<FileBatch, 'rows' | 'length'>[] = []
  private rows: FileRow[] = []
  private length = 0

  add(row: FileRow): void {
    this.rows.push(row)
    this.length += lengthOf(row.row)
    if (this.rows.length >= maxRows || this.length >= maxBatchLength) this.endBatch()
  }

  /** Takes the full batches. If the file has ended, also the rest, or an empty batch if there are only column names. */
  *take(hasEnded = false): Generator<FileBatch> {
    if (hasEnded && (this.rows.length > 0 || this.columns !== null)) this.endBatch()
    for (const batch of this.full.splice(0)) yield { ...batch, columns: this.columns }
  }

  private endBatch(): void {
    this.full.push({ rows: this.rows, length: this.length })
    this.rows = []
    this.length = 0
  }
}

/** Runs the steps, which add rows to `batches`, and yields full batches. If a step throws, the rows before it are yielded first. */
export async function* inBatches(batches: Batches, steps: AsyncIterable<void> | Iterable<void>): AsyncGenerator<FileBatch> {
  try {
    for await (const _ of steps) yield* batches.take()
  } catch (thrown) {
    yield* batches.take(true)
    throw thrown
  }
  yield* batches.take(true)
}
