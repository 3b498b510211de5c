import { isDecimalField } from '@linkspan/connector-kit/fields/decimal-fields'
import { detectFormat } from '@linkspan/connector-kit/files/detect/detect-format'
import {
  type Cells,
  detectDateFormat,
  detectDecimal,
  type Evidence,
  type Guess,
  isPlainDate,
} from '@linkspan/connector-kit/files/detect/detect-values'
import { sampleLength, sampleOf, sampleRows } from '@linkspan/connector-kit/files/detect/sample-rows'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import { FileFormat, readName } from '@linkspan/connector-kit/files/format'
import { peek } from '@linkspan/connector-kit/files/text/chunks'
import { markOf } from '@linkspan/connector-kit/files/text/encoding'
import { unwrap } from '@linkspan/connector-kit/files/unpack/unwrap'
import { AppError, type DescribedFile } from '@linkspan/core/connector'
import { faultOfFile } from '../inbox/finish-file.ts'
import { unwrappingFor } from '../inbox/unpack-options.ts'
import { isDateField } from '../inbox/value-reader.ts'
import type { SftpContext } from '../session.ts'
import type { FilesPlan, SftpSettings } from '../settings.ts'
import { adviceOn } from './advice.ts'
import { fieldsOfColumns, fieldWithin } from './fields-of-columns.ts'

const maxColumns = 500
const maxEvidence = 20
const maxCellLength = 100

interface Looking {
  readonly name: string
  readonly plan: FilesPlan
  readonly context: SftpContext
  readonly bytes: AsyncIterable<Buffer>
  /** The first that were read. */
  readonly rows: readonly FileRow[]
  /** Why it could not be read by the settings. */
  readonly fault: string | null
}

/**
 * What the beginning of a file shows of how it is written, beside how it is read (docs/erp/sftp-files.md#csv-dialects,
 * docs/erp/sftp-files.md#encodings, docs/erp/sftp-files.md#numbers). Fails with the file's own fault if even that cannot be seen.
 */
export async function describeFile(looking: Looking): Promise<DescribedFile> {
  try {
    return await lookInto(looking)
  } catch (thrown) {
    const isItsOwn = looking.fault !== null && faultOfFile(thrown) !== null
    throw isItsOwn ? new AppError('file.unreadable', looking.fault, { cause: thrown }) : thrown
  }
}

async function lookInto({ name, plan, context, bytes, rows: read, fault }: Looking): Promise<DescribedFile> {
  const head = await headOf(name, bytes, context)
  const detected = await detectFormat(head, name)
  const format = fault === null ? (plan.format ?? detected) : corrected(plan.format, detected)
  const { columns: named, cells, rows } = format.kind === 'xlsx' ? sampleOf(read) : await sampleRows(head, format)
  const columns = fieldsOfColumns(plan, [...new Set([...named, ...sampleOf(read).columns])].slice(0, maxColumns))
  const fieldOf = (column: string): string | null => (columns.has(column) ? (columns.get(column) ?? null) : fieldWithin(plan, column))
  const decimal = guess(cells, fieldOf, isDecimalField, detectDecimal)
  const dates = guess(cells, fieldOf, isDateField, detectDateFormat)
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
    advice: adviceOn(plan, { format: detected, decimal, dates, head, rows }),
    settings: {
      files: {
        ...context.settings.files,
        ...(head.length > 0 && { [plan.dataType]: fixed(context.settings, plan, format, decimal.value, dates.value) }),
      },
    },
  }
}

async function headOf(name: string, bytes: AsyncIterable<Buffer>, context: SftpContext): Promise<Buffer> {
  const { layers } = readName(name)
  const { head, all } = await peek(layers.length === 0 ? bytes : unwrap(bytes, layers, unwrappingFor(context)), sampleLength)
  await all.return(undefined)
  return head
}

/** What the settings say beyond what can be seen stays: the names of columns, the trailer. */
const corrected = (set: FileFormat | undefined, detected: FileFormat): FileFormat =>
  set?.kind === detected.kind ? FileFormat.parse({ ...set, ...detected }) : detected

/** By the columns that it matters for; where those say nothing, by the columns that nobody has taken. */
function guess<Value extends string>(
  cells: Cells,
  fieldOf: (column: string) => string | null,
  matters: (field: string) => boolean,
  detect: (cells: Cells) => Guess<Value>,
): Guess<Value> {
  const having = (isMeant: (field: string | null) => boolean): Cells => new Map([...cells].filter(([column]) => isMeant(fieldOf(column))))
  const first = detect(having((field) => field !== null && matters(field.replace(/^.*\./, ''))))
  return first.value === null ? detect(having((field) => field === null)) : first
}

const evidenceFor = (what: 'decimal' | 'dateFormat', evidence: readonly Evidence[]): DescribedFile['evidence'] =>
  evidence
    .slice(0, maxEvidence)
    .map(({ cell, says, ...more }) => ({ for: what, ...more, cell: cell.trim().slice(0, maxCellLength), says: [...says] }))

/** The settings of the data type with all that is certain about its files. */
const fixed = (
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
