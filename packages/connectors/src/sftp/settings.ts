import { CsvDialect } from '@linkspan/connector-kit/files/csv/write-csv'
import { FileFormat } from '@linkspan/connector-kit/files/format'
import { UnpackingLimits } from '@linkspan/connector-kit/files/limits'
import { type DataTypeId, dataTypeIds, Timezone } from '@linkspan/core/connector'
import { z } from 'zod'

const Column = z.string().min(1).max(200)

/** A folder below `sftpPath`. */
const Folder = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((path) => !path.startsWith('/') && !path.split(/[/\\]/).includes('..') && !path.includes('\0'), 'must be below sftpPath')

const Suffixes = z.array(z.string().regex(/^\.[\w-]+$/, 'must look like ".done"')).min(1)

/** How to tell that a file is complete (docs/erp/sftp-files.md#complete-files). */
export const Completeness = z.discriminatedUnion('by', [
  z
    .strictObject({
      by: z.literal('stable'),
      seconds: z
        .int()
        .min(0)
        .max(86_400)
        .optional()
        .describe(
          'For how long size and time must stay the same: by default 30 seconds, and 60 for a file that has been seen to change. A sync waits up to 90 seconds itself; if more is set, a later sync reads the file.',
        ),
    })
    .describe('A file is complete when its size and time have stayed the same for a while.'),
  z.strictObject({ by: z.literal('immediately') }).describe('Every file that is listed is complete: the sender renames it into place.'),
  z
    .strictObject({
      by: z.literal('trigger'),
      suffixes: Suffixes.default(['.done', '.ok', '.trg', '.fin']),
    })
    .describe('A file is complete when a second one is beside it: "orders.csv.done" or "orders.done" for "orders.csv".'),
  z
    .strictObject({
      by: z.literal('checksum'),
      suffixes: z
        .array(z.enum(['.sha256', '.sha1', '.md5']))
        .min(1)
        .default(['.sha256', '.md5']),
    })
    .describe('A file is complete when a second one with its checksum is beside it. The checksum is compared before anything is read.'),
])
export type Completeness = z.infer<typeof Completeness>

const handling = {
  complete: Completeness.optional().describe('By default {"by": "stable"}: 30 seconds without a change.'),
  after: z
    .enum(['archive', 'delete', 'leave'])
    .optional()
    .describe('What to do with a file once its rows are stored. "archive" by default.'),
  onError: z
    .enum(['move', 'leave'])
    .optional()
    .describe('What to do with a file that cannot be read. "move" by default: into the error folder.'),
}

/** The files of one data type. */
export const SftpFiles = z.strictObject({
  folder: Folder.default('.').describe('The folder of these files, below sftpPath.'),
  pattern: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\]+$/, 'must be a file name, with * and ?; the folder has a setting of its own')
    .optional()
    .describe('The names of these files, with * and ?, as in "ART_*.csv". By default they begin with the name of the data type.'),
  format: FileFormat.optional().describe('The format of these files. By default it is detected from name and content.'),
  decimal: z
    .enum(['.', ','])
    .optional()
    .describe(
      'The decimal separator of numbers. It is never guessed: without it, numbers have a decimal point, and rows whose numbers can be read in two ways are rejected.',
    ),
  dateFormat: z
    .string()
    .max(50)
    .optional()
    .describe('The format of dates, as in "DD.MM.YYYY" or "YYYYMMDD"; "excel" for the day numbers of a spreadsheet. By default ISO 8601.'),
  zone: Timezone.optional().describe('The time zone of times that name none. By default UTC, with a warning if there are such times.'),
  content: z
    .enum(['delta', 'full'])
    .default('delta')
    .describe('"full": each file has all records. Only the newest is read, and records that it lacks are deleted.'),
  fields: z.record(Column, Column).optional().describe('Canonical field → column. Overrides the column names that are known by default.'),
  id: z
    .union([Column, z.array(Column).min(1)])
    .optional()
    .describe('The column with the id; the values of several columns are joined by "/".'),
  changedAt: Column.optional().describe('The column with the time of the last change.'),
  expectedBy: z
    .strictObject({
      time: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must look like "06:00"')
        .describe('The time of day, as in "06:00".'),
      zone: Timezone.default('UTC').describe('The time zone of the time.'),
    })
    .optional()
    .describe(
      'By when a file comes every day. A sync after that time ends in `file.missing` if none has come since the day before. A file that comes late makes up for it.',
    ),
  rows: z.int().min(0).optional().describe('The minimum number of rows. A file with fewer is treated as cut off.'),
  ...handling,
})
export type SftpFiles = z.infer<typeof SftpFiles>

const files = Object.fromEntries(dataTypeIds.map((id) => [id, SftpFiles.optional()])) as Record<DataTypeId, z.ZodOptional<typeof SftpFiles>>

/** How records are written into files, one file per record. */
export const SftpPush = z.strictObject({
  folder: Folder.default('out').describe('The folder to write to, below sftpPath.'),
  name: z
    .string()
    .max(150)
    .regex(
      /^(?!\.)(?:[\w. -]|\{(?:dataType|timestamp|sequence|reference)\})+$/,
      'may have letters, digits, {dataType}, {timestamp}, {sequence} and {reference}',
    )
    .refine((name) => /\{(sequence|reference)\}/.test(name), 'must have {sequence} or {reference}')
    .optional()
    .describe('The file name. By default "{dataType}_{timestamp}_{sequence}" and the extension of the format.'),
  format: z
    .enum(['csv', 'json', 'xml', 'template'])
    .default('csv')
    .describe('"csv" has one row per order line; "template" is an XML document of your own, given in `template`.'),
  template: z
    .string()
    .min(1)
    .max(200_000)
    .optional()
    .describe('XML with {{fields}}, {{#lines}}…{{/lines}}, {{ourReference}} and {{action}}. Values are escaped.'),
  csv: CsvDialect.prefault({}).describe('The dialect of CSV files.'),
  trigger: z
    .string()
    .regex(/^\.[\w-]+$/, 'must look like ".done"')
    .optional()
    .describe('The suffix of an empty file that is written beside each file once it is complete.'),
})
export type SftpPush = z.infer<typeof SftpPush>

/** The connector's own settings. All are optional. */
export const SftpSettings = z.object({
  files: z.strictObject(files).optional().describe('The files of each data type.'),
  push: z.strictObject({ orders: SftpPush.optional() }).optional().describe('How to write orders.'),
  ...handling,
  archiveFolder: Folder.default('archive').describe('The folder for files whose rows are stored, below the folder they were in.'),
  errorFolder: Folder.default('error').describe(
    'The folder for files that cannot be read, and for the reports on them, below the folder they were in.',
  ),
  legacyAlgorithms: z
    .boolean()
    .default(false)
    .describe('Whether old SSH algorithms are allowed too, for servers that offer no others. They are less secure.'),
  unpacking: UnpackingLimits.prefault({}).describe('How large a file may become when it is unpacked.'),
  maxFileBytes: z.int().min(1024).max(10_737_418_240).default(1_073_741_824).describe('The size limit of a file, in bytes.'),
  maxFiles: z.int().min(1).max(100_000).default(1000).describe('How many files one sync reads at most. The next sync reads more.'),
})
export type SftpSettings = z.infer<typeof SftpSettings>

/** The settings for the files of one data type, with all defaults filled in. */
export interface FilesPlan extends SftpFiles {
  readonly dataType: DataTypeId
  readonly complete: Completeness
  readonly after: 'archive' | 'delete' | 'leave'
  readonly onError: 'move' | 'leave'
}

export function planFor(settings: SftpSettings, dataType: DataTypeId): FilesPlan {
  const own = settings.files?.[dataType] ?? SftpFiles.parse({})
  return {
    ...own,
    dataType,
    complete: own.complete ?? settings.complete ?? { by: 'stable' },
    after: own.after ?? settings.after ?? 'archive',
    onError: own.onError ?? settings.onError ?? 'move',
  }
}

/** The settings for the files of all data types but one. */
export const otherPlans = (settings: SftpSettings, dataType: DataTypeId): readonly FilesPlan[] =>
  dataTypeIds.filter((id) => id !== dataType).map((id) => planFor(settings, id))
