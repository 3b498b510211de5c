import type { FileBatch, FileRow } from '../files/file-row.ts'

/** A file as it comes from a network: in pieces. */
export async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** All rows of a file, and what went wrong in the end. */
export async function gather(batches: AsyncIterable<FileBatch>) {
  const rows: FileRow[] = []
  let columns: readonly string[] | null = null
  try {
    for await (const batch of batches) {
      rows.push(...batch.rows)
      columns = batch.columns
    }
  } catch (error) {
    return { rows, columns, error }
  }
  return { rows, columns, error: null }
}
