import { detectFormat } from '@linkspan/connector-kit/files/detect/detect-format'
import { sampleLength } from '@linkspan/connector-kit/files/detect/sample-rows'
import { type FileBatch, type FileRow, resumeAfter } from '@linkspan/connector-kit/files/file-row'
import { FileFormat, readName } from '@linkspan/connector-kit/files/format'
import { readUnpacked } from '@linkspan/connector-kit/files/read-rows'
import { peek } from '@linkspan/connector-kit/files/text/chunks'
import { type UnpackOptions, unwrap } from '@linkspan/connector-kit/files/unpack/unwrap'
import { AppError } from '@linkspan/core/connector'
import { z } from 'zod'

/** Where reading goes on, in another process too. */
export const RowPosition = z.object({
  format: FileFormat,
  /** Null where the format has no place in its middle: it is read from its beginning, and what was read is left out. */
  resume: z.object({ offset: z.int(), line: z.int(), number: z.int(), columns: z.array(z.string()).nullable() }).nullable(),
  /** How many rows were read. */
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
  /** Found out by name and content where it is not told. */
  readonly format: FileFormat | undefined
  readonly batchSize: number
  /** Whether two rows that follow each other are parts of one record: they come in one batch. */
  readonly belong?: (row: FileRow, next: FileRow) => boolean
  /** Null: from the beginning. */
  readonly after: RowPosition | null
  /** What files that are packed or encrypted are opened with, as their names say. */
  readonly unpackOptions: UnpackOptions
  /** The bytes from an offset on. */
  readonly bytes: (from: number) => AsyncIterable<Buffer>
}

/** The rows of a file, so many at a time; the last batch may be empty. Fails with one of the `file.…` codes, and the file's name. */
export async function* readRows({
  name,
  batchSize,
  belong = () => false,
  after,
  bytes,
  unpackOptions,
  ...given
}: RowsOfFile): AsyncGenerator<RowBatch> {
  try {
    const { layers } = readName(name)
    const packed = bytes(after?.resume?.offset ?? 0)
    const inner = layers.length === 0 ? packed : unwrap(packed, layers, unpackOptions)
    const { head, all } = after ? { head: Buffer.alloc(0), all: inner } : await peek(inner, sampleLength)
    const format = after?.format ?? given.format ?? (await detectFormat(head, name))
    yield* inBatches(readUnpacked(all, format, { resume: after?.resume ?? null, isPlain: layers.length === 0 }, unpackOptions.limits), {
      format,
      batchSize,
      belong,
      after,
    })
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code.startsWith('file.'))
      throw new AppError(thrown.code, `${name}: ${thrown.message}`, { cause: thrown, details: { ...thrown.details, file: name } })
    throw thrown
  }
}

interface Batching extends Pick<RowsOfFile, 'batchSize' | 'after'> {
  readonly format: FileFormat
  readonly belong: (row: FileRow, next: FileRow) => boolean
}

async function* inBatches(batches: AsyncIterable<FileBatch>, { format, batchSize, belong, after }: Batching): AsyncGenerator<RowBatch> {
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
  for await (const { rows, columns } of batches) {
    names = columns
    held = held.concat(rows.filter(({ number }) => number > (after?.rows ?? 0)))
    for (let to = cut(held, batchSize, belong); to !== null; to = cut(held, batchSize, belong)) {
      yield take(held.slice(0, to), names, false)
      held = held.slice(to)
    }
  }
  yield take(held, names, true)
}

/** No record has more rows: one whose number never changes does not fill the state. */
const maxTogether = 10_000

/** Where the next batch ends, so that no record is torn apart; null where that is not known yet. */
function cut(held: readonly FileRow[], batchSize: number, belong: Batching['belong']): number | null {
  for (let to = batchSize; to < held.length; to++) {
    const [last, next] = [held[to - 1], held[to]]
    if (to >= batchSize + maxTogether || !last || !next || !belong(last, next)) return to
  }
  return null
}
