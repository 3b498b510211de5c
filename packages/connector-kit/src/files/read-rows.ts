import type { FileBatch, Resume, Start } from './file-row.ts'
import type { FileFormat, Layer } from './format.ts'
import type { UnpackingLimits } from './limits.ts'
import { type UnpackOptions, unwrap } from './unpack/unwrap.ts'

export interface Reading extends UnpackOptions {
  /** How the file is wrapped, outermost first; see `readName`. */
  readonly layers: readonly Layer[]
  /** Where to read on: the bytes begin at its offset. Null where they begin with the file. */
  readonly resume?: Resume | null
}

/**
 * Reads the rows of a file, up to a thousand at a time, in flat memory. A row that is wrong alone says so in its `fault`; what is wrong
 * with the file is thrown as an AppError with a code `file.…`, after the good rows before.
 */
export function readRows(bytes: AsyncIterable<Buffer>, format: FileFormat, reading: Reading): AsyncGenerator<FileBatch> {
  const start = { resume: reading.resume ?? null, isPlain: reading.layers.length === 0 }
  return readUnpacked(unwrap(bytes, reading.layers, reading), format, start, reading.limits)
}

/** The same of a file without its wrapping; `start` says whether it had one. */
export async function* readUnpacked(
  bytes: AsyncIterable<Buffer>,
  format: FileFormat,
  start: Start,
  limits: UnpackingLimits,
): AsyncGenerator<FileBatch> {
  switch (format.kind) {
    case 'csv':
      return yield* (await import('./csv/read-csv.ts')).readCsv(bytes, format, start)
    case 'ndjson':
      return yield* (await import('./json/read-ndjson.ts')).readNdjson(bytes, format, start)
    case 'json':
      return yield* (await import('./json/read-json.ts')).readJson(bytes, format)
    case 'xml':
      return yield* (await import('./xml/read-xml.ts')).readXml(bytes, format)
    case 'xlsx':
      return yield* (await import('./xlsx/read-xlsx.ts')).readXlsx(bytes, format, limits)
  }
}
