import { detectFormat } from '@linkspan/connector-kit/files/detect/detect-format'
import { type Evidence, isPlainDate } from '@linkspan/connector-kit/files/detect/detect-values'
import { sampleLength, sampleOf, sampleRows } from '@linkspan/connector-kit/files/detect/sample-rows'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { FileFormat, readName } from '@linkspan/connector-kit/files/format'
import { peek } from '@linkspan/connector-kit/files/text/chunks'
import { markOf } from '@linkspan/connector-kit/files/text/encoding'
import { unwrap } from '@linkspan/connector-kit/files/unpack/unwrap'
import { AppError, type DescribedFile } from '@linkspan/core/connector'
import type { SftpContext } from '../context.ts'
import { whyUnknown } from '../inbox/file-reading.ts'
import { faultOfFile } from '../inbox/finish-file.ts'
import { unpackOptionsFor } from '../inbox/unpack-options.ts'
import type { FilesPlan, SftpSettings } from '../settings.ts'
import { adviceOn } from './advice.ts'
import { detectValues } from './detect-values.ts'
import { fieldFinder, fieldsOfColumns } from './fields-of-columns.ts'
import { zoneDoubt } from './zone-doubt.ts'

const maxColumns = 500
const maxEvidence = 20
const maxCellLength = 100

interface DescribeRequest {
  readonly name: string
  readonly plan: FilesPlan
  readonly context: SftpContext
  readonly bytes: AsyncIterable<Buffer>
  /** The first rows, as the settings read them. */
  readonly rows: readonly FileRow[]
  /** Why the file cannot be read with the settings; null if it can. */
  readonly fault: string | null
}

/**
 * Compares what the beginning of a file suggests about its format with how the settings read it (docs/erp/sftp-files.md#csv-dialects,
 * docs/erp/sftp-files.md#encodings, docs/erp/sftp-files.md#numbers). Throws `file.unreadable` with the file's own fault if not even the
 * beginning can be examined.
 */
export async function describeFile(request: DescribeRequest): Promise<DescribedFile> {
  try {
    return await examine(request)
  } catch (thrown) {
    const isItsOwn = request.fault !== null && faultOfFile(thrown) !== null
    throw isItsOwn ? new AppError('file.unreadable', request.fault, { cause: thrown }) : thrown
  }
}

async function examine({ name, plan, context, bytes, rows: read, fault }: DescribeRequest): Promise<DescribedFile> {
  const head = await headOf(name, bytes, context)
  const detected = await detectFormat(head, name)
  const format = fault === null ? (plan.format ?? detected) : corrected(plan.format, detected)
  const { columns: named, cells, rows } = format.kind === 'xlsx' ? sampleOf(read) : await sampleRows(head, format)
  const columns = fieldsOfColumns(plan, [...new Set([...named, ...sampleOf(read).columns])].slice(0, maxColumns))
  const { decimal, dates } = detectValues(cells, fieldFinder(plan, columns), format)
  return {
    name,
    format,
    fault,
    isFormatGuessed: fault !== null || plan.format === undefined,
    hasByteOrderMark: markOf(head) !== null,
    columns: [...columns].map(([name, field]) => ({ name, field })),
    decimal: decimal.value,
    dateFormat: dates.value,
    evidence: [...evidenceFor('decimal', decimal.evidence), ...evidenceFor('dateFormat', dates.evidence)],
    advice: adviceOn(plan, {
      format: detected,
      decimal,
      dates,
      head,
      rows,
      zoneDoubt: zoneDoubt(plan, cells, fieldFinder(plan, columns)),
      unknownColumns: whyUnknown(plan, { columns: named, cells, rows }),
    }),
    settings: {
      files: {
        ...context.settings.files,
        ...(head.length > 0 && { [plan.dataType]: withDetected(context.settings, plan, format, decimal.value, dates.value) }),
      },
    },
  }
}

async function headOf(name: string, bytes: AsyncIterable<Buffer>, context: SftpContext): Promise<Buffer> {
  const { layers } = readName(name)
  const { head, all } = await peek(layers.length === 0 ? bytes : unwrap(bytes, layers, unpackOptionsFor(context)), sampleLength)
  await all.return(undefined)
  return head
}

/** The detected format, plus what only the settings can know: the names of columns, the trailer. */
const corrected = (set: FileFormat | undefined, detected: FileFormat): FileFormat =>
  set?.kind === detected.kind ? FileFormat.parse({ ...set, ...detected }) : detected

const evidenceFor = (what: 'decimal' | 'dateFormat', evidence: readonly Evidence[]): DescribedFile['evidence'] =>
  evidence
    .slice(0, maxEvidence)
    .map(({ cell, says, ...more }) => ({ for: what, ...more, cell: cell.trim().slice(0, maxCellLength), says: [...says] }))

/** The settings of the data type, with everything that is certain about its files filled in. */
const withDetected = (
  { files }: SftpSettings,
  { dataType }: FilesPlan,
  format: FileFormat,
  decimal: string | null,
  dateFormat: string | null,
): object => ({
  ...files?.[dataType],
  format,
  ...(decimal !== null && decimal !== 'unknown' && { decimal }),
  ...(dateFormat !== null && dateFormat !== 'unknown' && !isPlainDate(dateFormat) && { dateFormat }),
})
