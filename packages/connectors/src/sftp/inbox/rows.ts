import { withoutSwallowed, withoutTotals } from '@linkspan/connector-kit/files/csv/doubtful-rows'
import { detectFormat } from '@linkspan/connector-kit/files/detect/detect-format'
import { sampleLength } from '@linkspan/connector-kit/files/detect/sample-rows'
import { type FileBatch, type FileRow, lengthOf, maxBatchLength, resumeAfter } from '@linkspan/connector-kit/files/file-row'
import { FileFormat, readName } from '@linkspan/connector-kit/files/format'
import { readUnpacked } from '@linkspan/connector-kit/files/read-rows'
import { peek } from '@linkspan/connector-kit/files/text/chunks'
import { type UnpackOptions, unwrap } from '@linkspan/connector-kit/files/unpack/unwrap'
import { AppError } from '@linkspan/core/connector'
import { z } from 'zod'

/** Where to resume reading, in another process if need be. Part of the cursor. */
export const RowPosition = z.object({
  format: FileFormat,
  /** Null if the format cannot be read from the middle: it is read from the beginning, and `rows` rows are skipped. */
  resume: z.object({ offset: z.int(), line: z.int(), number: z.int(), columns: z.array(z.string()).nullable() }).nullable(),
  /** How many rows were read so far. */
  rows: z.int(),
})
export type RowPosition = z.infer<typeof RowPosition>

export interface RowBatch {
  readonly rows: readonly FileRow[]
  readonly next: RowPosition
  readonly isLast: boolean
}

export interface RowsOfFile {
  readonly name: string
  /** Detected from name and content if undefined. */
  readonly format: FileFormat | undefined
  readonly batchSize: number
  /** Whether two consecutive rows are parts of one record. Such rows come in one batch. */
  readonly belongTogether?: (row: FileRow, next: FileRow) => boolean
  /** Null reads from the beginning. */
  readonly after: RowPosition | null
  /** How to open packed and encrypted files, which are recognised by their names. */
  readonly unpackOptions: UnpackOptions
  /** Called with the beginning of the file, before its rows are read from there. */
  readonly onHead?: (head: Buffer, format: FileFormat) => Promise<void>
  /** The bytes of the file from an offset on. */
  readonly bytes: (from: number) => AsyncIterable<Buffer>
}

/** Reads the rows of a file in batches; the last one may be empty. Throws `file.…` errors whose message names the file. */
export async function* readRows({
  name,
  batchSize,
  belongTogether = () => false,
  after,
  bytes,
  unpackOptions,
  onHead,
  ...given
}: RowsOfFile): AsyncGenerator<RowBatch> {
  try {
    const { layers } = readName(name)
    const packed = bytes(after?.resume?.offset ?? 0)
    const inner = layers.length === 0 ? packed : unwrap(packed, layers, unpackOptions)
    const { head, all } = after ? { head: Buffer.alloc(0), all: inner } : await peek(inner, sampleLength)
    const format = after?.format ?? given.format ?? (await detectFormat(head, name))
    if (after === null) await onHead?.(head, format)
    yield* inBatches(readUnpacked(all, format, { resume: after?.resume ?? null, isPlain: layers.length === 0 }, unpackOptions), {
      format,
      batchSize,
      belongTogether,
      after,
    })
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code.startsWith('file.'))
      throw new AppError(thrown.code, `${name}: ${thrown.message}`, { cause: thrown, details: { ...thrown.details, file: name } })
    throw thrown
  }
}

interface BatchOptions extends Pick<RowsOfFile, 'batchSize' | 'after'> {
  readonly format: FileFormat
  readonly belongTogether: (row: FileRow, next: FileRow) => boolean
}

async function* inBatches(
  batches: AsyncIterable<FileBatch>,
  { format, batchSize, belongTogether, after }: BatchOptions,
): AsyncGenerator<RowBatch> {
  let next: RowPosition = after ?? { format, resume: null, rows: 0 }
  let held: FileRow[] = []
  const take = (rows: readonly FileRow[], columns: FileBatch['columns'], isLast: boolean): RowBatch => {
    const last = rows.at(-1)
    if (last) {
      const resume = resumeAfter(last, columns)
      next = { format, rows: last.number, resume: resume && { ...resume, columns: columns && [...columns] } }
    }
    return { rows, next, isLast }
  }
  let names: FileBatch['columns'] = null
  for await (const { rows, columns, length } of batches) {
    names = columns
    held = held.concat(rows.filter(({ number }) => number > (after?.rows ?? 0)).map((row) => withoutTotals(withoutSwallowed(row, format))))
    const nextCut = () => (length < maxBatchLength ? cut(held, batchSize, belongTogether) : cutLong(held, belongTogether))
    for (let to = nextCut(); to !== null; to = nextCut()) {
      yield take(held.slice(0, to), names, false)
      held = held.slice(to)
    }
  }
  const last = held.at(-1)
  yield take(last ? [...held.slice(0, -1), withoutTotals(last, true)] : held, names, true)
}

/** The most rows by which a batch may grow to keep a record whole, so that a file with one endless record does not fill memory. */
const maxExtraRows = 10_000

/** How many rows the next batch has, so that it ends with a whole record; null if more rows are needed to tell. */
function cut(held: readonly FileRow[], batchSize: number, belongTogether: BatchOptions['belongTogether']): number | null {
  for (let to = batchSize; to < held.length; to++) {
    const [last, next] = [held[to - 1], held[to]]
    if (to >= batchSize + maxExtraRows || !last || !next || !belongTogether(last, next)) return to
  }
  return null
}

/** The most characters that the rows of one record may have, for the same reason. */
const maxRecordLength = 4 * maxBatchLength

/** The same for rows that are too long to be collected: as many as there are whole records. */
function cutLong(held: readonly FileRow[], belongTogether: BatchOptions['belongTogether']): number | null {
  for (let to = held.length - 1; to > 0; to--) {
    const [last, next] = [held[to - 1], held[to]]
    if (!last || !next || !belongTogether(last, next)) return to
  }
  return held.length > 1 && lengthOf(held.map(({ row }) => row)) > maxRecordLength ? held.length - 1 : null
}
