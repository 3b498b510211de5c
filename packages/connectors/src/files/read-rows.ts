import type { FileBatch, Resume } from './file-row.ts'
import type { FileFormat, Layer } from './format.ts'
import { type Unwrapping, unwrap } from './unwrap.ts'

export interface Reading extends Unwrapping {
  /** How the file is wrapped, outermost first; see `readName`. */
  readonly layers: readonly Layer[]
  /** Where to read on: the bytes begin at its offset. Null where they begin with the file. */
  readonly resume?: Resume | null
}

/**
 * Reads the rows of a file, up to a thousand at a time, in flat memory. A row that is wrong alone says so in its `fault`; what is wrong
 * with the file is thrown as an AppError with a code `file.…`, after the good rows before.
 */
export async function* readRows(bytes: AsyncIterable<Buffer>, format: FileFormat, reading: Reading): AsyncGenerator<FileBatch> {
  const inner = unwrap(bytes, reading.layers, reading)
  const start = { resume: reading.resume ?? null, isPlain: reading.layers.length === 0 }
  switch (format.kind) {
    case 'csv':
      yield* (await import('./read-csv.ts')).readCsv(inner, format, start)
      return
    case 'ndjson':
      yield* (await import('./read-ndjson.ts')).readNdjson(inner, format, start)
      return
    case 'json':
      yield* (await import('./read-json.ts')).readJson(inner, format)
      return
    case 'xml':
      yield* (await import('./read-xml.ts')).readXml(inner, format)
      return
    case 'xlsx':
      yield* (await import('./xlsx/read-xlsx.ts')).readXlsx(inner, format, reading.limits)
      return
  }
}
