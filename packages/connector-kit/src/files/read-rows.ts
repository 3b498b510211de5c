import { type FileMemory, openFileMemory } from './file-memory.ts'
import type { FileBatch, Resume, Start } from './file-row.ts'
import type { FileFormat, Layer } from './format.ts'
import type { UnpackingLimits } from './limits.ts'
import { type UnpackOptions, unwrap } from './unpack/unwrap.ts'

export interface ReadOptions extends UnpackOptions {
  /** The wrappings of the file, outermost first. `readName` reads them off its name. */
  readonly layers: readonly Layer[]
  /** Where to resume; the bytes begin at its offset. Null or absent if they begin with the file. */
  readonly resume?: Resume | null
}

/**
 * Reads the rows of a file, up to a thousand at a time, in constant memory. A bad row has a `fault`. If the file itself is bad, throws an
 * AppError with a code `file.…`, after yielding the good rows before.
 */
export function readRows(bytes: AsyncIterable<Buffer>, format: FileFormat, options: ReadOptions): AsyncGenerator<FileBatch> {
  const start = { resume: options.resume ?? null, isPlain: options.layers.length === 0 }
  return readUnpacked(unwrap(bytes, options.layers, options), format, start, options)
}

/** The same for bytes that are unwrapped already; `start` says whether they were wrapped. */
export async function* readUnpacked(
  bytes: AsyncIterable<Buffer>,
  format: FileFormat,
  start: Start,
  { limits, budget }: Pick<UnpackOptions, 'limits' | 'budget'>,
): AsyncGenerator<FileBatch> {
  using memory = openFileMemory(budget)
  for await (const batch of readFormat(bytes, format, start, limits, memory)) {
    await memory.hold(batch.length)
    yield batch
  }
}

async function* readFormat(
  bytes: AsyncIterable<Buffer>,
  format: FileFormat,
  start: Start,
  limits: UnpackingLimits,
  memory: FileMemory,
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
      return yield* (await import('./xlsx/read-xlsx.ts')).readXlsx(bytes, format, limits, memory)
  }
}
