/** One row of a file. */
export interface FileRow {
  /** The cells by their columns. Empty where the row has a fault. */
  readonly row: Readonly<Record<string, unknown>>
  /** Columns whose cells the format itself knows as numbers: these have a decimal point, however texts in the file are written. */
  readonly pointed?: readonly string[]
  /** What is wrong with this row alone, in words; the rows after it are good. */
  readonly fault: string | null
  /** Where it begins, as people count: the line of a text file, the row of a sheet, the how-manieth element of JSON or XML. From 1. */
  readonly line: number
  /** Where the row after it begins at the earliest. */
  readonly nextLine: number
  /** The how-manieth row of data it is, from 1. */
  readonly number: number
  /** The byte in the file right behind this row, from where reading goes on; null where the format has no such place. */
  readonly offset: number | null
}

/** Rows come many at a time: waiting for each of a million takes longer than reading it. */
export interface FileBatch {
  readonly rows: readonly FileRow[]
  /** The names of the columns, for a resume; null where rows name their fields themselves. */
  readonly columns: readonly string[] | null
}

/** Where reading goes on: the bytes handed over begin at this offset of the file. */
export interface Resume {
  readonly offset: number
  readonly line: number
  /** The number of the last row that was read. */
  readonly number: number
  readonly columns: readonly string[] | null
}

/** What the bytes handed over begin with. */
export interface Start {
  /** Null at the beginning of the file. */
  readonly resume: Resume | null
  /** Whether the bytes are those of the file itself, not of something unpacked from it: only then a row has an offset. */
  readonly isPlain: boolean
}

export const fromBeginning: Start = { resume: null, isPlain: true }

/** What is to be remembered for reading on behind a row; null where the format cannot be resumed. */
export const resumeAfter = ({ offset, nextLine, number }: FileRow, columns: FileBatch['columns']): Resume | null =>
  offset === null ? null : { offset, line: nextLine, number, columns }

const maxRows = 1000

/** Gathers rows and hands them out a batch at a time. */
export class Batches {
  columns: readonly string[] | null = null
  private rows: FileRow[] = []

  add(row: FileRow): void {
    this.rows.push(row)
  }

  /** The batches that are full; the last ones too where the file has ended, at least the names of the columns where it has no rows. */
  *take(hasEnded = false): Generator<FileBatch> {
    let from = 0
    for (; this.rows.length - from >= maxRows; from += maxRows) yield this.batch(from, from + maxRows)
    if (hasEnded && (from < this.rows.length || this.columns !== null)) yield this.batch(from, this.rows.length)
    this.rows = hasEnded ? [] : this.rows.slice(from)
  }

  private batch(from: number, to: number): FileBatch {
    return { rows: this.rows.slice(from, to), columns: this.columns }
  }
}

/** Hands out what the steps have made, a batch at a time; where a step fails, the good rows before it come first. */
export async function* inBatches(batches: Batches, steps: AsyncIterable<void> | Iterable<void>): AsyncGenerator<FileBatch> {
  try {
    for await (const _ of steps) yield* batches.take()
  } catch (thrown) {
    yield* batches.take(true)
    throw thrown
  }
  yield* batches.take(true)
}
