import { createHash } from 'node:crypto'
import { type Sample, sampleOf, sampleRows } from '@linkspan/connector-kit/files/detect/sample-rows'
import type { FileFormat } from '@linkspan/connector-kit/files/format'
import { maxRecordsAtOnce } from '@linkspan/core/connector'
import { fieldFinder, fieldsOfColumns } from '../describe/fields-of-columns.ts'
import { zoneDoubt } from '../describe/zone-doubt.ts'
import { hashUpTo } from './content-hash.ts'
import { type FilePull, pathOf } from './file-pull.ts'
import { assertKnownColumns, type FileReading, readingOf } from './file-reading.ts'
import type { Current } from './progress.ts'
import { type RowBatch, readRows } from './rows.ts'
import { findScattered, type ScatteredRows } from './scattered-rows.ts'
import { unpackOptionsFor } from './unpack-options.ts'
import { wholeFile } from './whole-file.ts'

/** How many rows are looked at together when a file is only scanned. */
const scanSize = 1000
/** Larger files are not scanned for records with rows in several places. */
const maxScannedBytes = 64 * 1024 * 1024

/** A batch of rows, and how their values are read. */
interface ReadBatch extends RowBatch {
  readonly reading: FileReading
}

/** A file that is open for reading. */
export interface OpenContent {
  /** The rows of records that are in several places of the file. */
  readonly scattered: ScatteredRows
  batches(): AsyncIterable<ReadBatch>
  /** The hash of what was read, from the beginning of the file. */
  sha256(): string
}

/** Scans a file for records with rows in several places, unless that was done already, and opens it where reading resumes. */
export async function openContent(pull: FilePull, file: Current): Promise<OpenContent> {
  const { plan, mapper, connection, context } = pull
  const path = pathOf(pull, file.name)
  const readFrom = {
    name: file.name,
    format: plan.format,
    belongTogether: mapper.belongTogether,
    unpackOptions: unpackOptionsFor(context),
  }
  const scan = () => readRows({ ...readFrom, batchSize: scanSize, after: null, bytes: (from) => wholeFile(pull, file, from) })
  const isScanned = file.isScanned || file.size > maxScannedBytes
  let hash = createHash('sha256')

  async function* bytes(from: number): AsyncGenerator<Buffer> {
    hash = await hashUpTo(connection, path, from)
    for await (const chunk of wholeFile(pull, file, from)) {
      hash.update(chunk)
      yield chunk
    }
  }

  async function* batches(): AsyncGenerator<ReadBatch> {
    let { reading } = file
    const onHead = async (head: Buffer, format: FileFormat) => {
      if (format.kind !== 'xlsx') reading = readingBy(pull, format, await sampleRows(head, format))
    }
    const batchSize = Math.min(context.pageSize, maxRecordsAtOnce) // of pages in parts, not all rejects are told after a crash
    for await (const batch of readRows({ ...readFrom, batchSize, after: file.at, onHead, bytes })) {
      reading ??= readingBy(pull, batch.next.format, sampleOf(batch.rows))
      yield { ...batch, reading }
    }
  }

  return {
    scattered: isScanned ? new Map() : await findScattered(scan, mapper.keysOf),
    batches,
    sha256: () => hash.copy().digest('hex'),
  }
}

/** How a file that begins with this sample is read. Throws `file.unreadable` if a sync knows none of its columns. */
function readingBy({ plan, hasMapping, dryRun, warnings }: FilePull, format: FileFormat, sample: Sample): FileReading {
  if (!dryRun) assertKnownColumns(plan, sample, hasMapping)
  const doubt = zoneDoubt(plan, sample.cells, fieldFinder(plan, fieldsOfColumns(plan, sample.columns)))
  if (doubt !== null && !warnings.includes(doubt)) warnings.push(doubt)
  return readingOf(plan, format, sample)
}
