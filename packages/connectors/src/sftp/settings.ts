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
  .refine((path) => !path.startsWith('/') && !path.split(/[/\\]/).includes('..') && !path.includes('\0'), 'must lie below sftpPath')

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
        .default(2)
        .describe(
          'How long size and time must have stayed the same. Up to 10 are waited for within the sync, more from one sync to a later one.',
        ),
    })
    .describe('Two listings show the same size and time.'),
  z
    .strictObject({ by: z.literal('immediately') })
    .describe('The server shows files only when they are whole: they are renamed into their place.'),
  z
    .strictObject({
      by: z.literal('trigger'),
      suffixes: Suffixes.default(['.done', '.ok', '.trg', '.fin']),
    })
    .describe('A second file beside it says so: "orders.csv.done" or "orders.done" for "orders.csv".'),
  z
    .strictObject({
      by: z.literal('checksum'),
      suffixes: z
        .array(z.enum(['.sha256', '.sha1', '.md5']))
        .min(1)
        .default(['.sha256', '.md5']),
    })
    .describe('A second file beside it has its checksum, which is compared before anything is read.'),
])
export type Completeness = z.infer<typeof Completeness>

const handling = {
  complete: Completeness.optional().describe('By default {"by": "stable", "seconds": 2}.'),
  after: z.enum(['archive', 'delete', 'leave']).optional().describe('What becomes of a file that is stored: "archive" by default.'),
  onError: z
    .enum(['move', 'leave'])
    .optional()
    .describe('What becomes of a file that cannot be read: "move" by default, into the error folder.'),
}

/** The files of one data type. */
export const SftpFiles = z.strictObject({
  folder: Folder.default('.').describe('Where they lie, below sftpPath.'),
  pattern: z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^/\\]+$/, 'is a file name, with * and ?; the folder is named by itself')
    .optional()
    .describe('Which names are meant, with * and ?, as in "ART_*.csv". By default those that begin with the data type\'s own.'),
  format: FileFormat.optional().describe('How they are written; by default it is found out by name and content.'),
  decimal: z.enum(['.', ',']).default('.').describe('What separates the decimals of a number: it is never guessed.'),
  dateFormat: z
    .string()
    .max(50)
    .optional()
    .describe(
      'How dates are written, as in "DD.MM.YYYY" or "YYYYMMDD"; "excel" for the days that a spreadsheet counts. ISO 8601 unless told.',
    ),
  zone: Timezone.default('UTC').describe('Where a time without a zone is meant.'),
  content: z
    .enum(['delta', 'full'])
    .default('delta')
    .describe('"full": each file has everything there is. The newest counts, and what it does not have is deleted.'),
  fields: z.record(Column, Column).optional().describe('Canonical field → column; comes before the known names of columns.'),
  id: z
    .union([Column, z.array(Column).min(1)])
    .optional()
    .describe('The column with the id; of several the values are joined by "/".'),
  changedAt: Column.optional().describe('The column that says when a record was changed last.'),
  rows: z.int().min(0).optional().describe('How many rows a file has at least; one with fewer is taken for cut off.'),
  ...handling,
})
export type SftpFiles = z.infer<typeof SftpFiles>

const files = Object.fromEntries(dataTypeIds.map((id) => [id, SftpFiles.optional()])) as Record<DataTypeId, z.ZodOptional<typeof SftpFiles>>

/** How records are written into files, one file for each. */
export const SftpPush = z.strictObject({
  folder: Folder.default('out').describe('Where they are put, below sftpPath.'),
  name: z
    .string()
    .max(150)
    .regex(
      /^(?!\.)(?:[\w. -]|\{(?:dataType|timestamp|sequence|reference)\})+$/,
      'takes letters, digits, and {dataType} {timestamp} {sequence} {reference}',
    )
    .refine((name) => /\{(sequence|reference)\}/.test(name), 'needs {sequence} or {reference}')
    .optional()
    .describe('By default "{dataType}_{timestamp}_{sequence}" with the ending of the format.'),
  format: z
    .enum(['csv', 'json', 'xml', 'template'])
    .default('csv')
    .describe('"csv" has one row for each line of an order; "template" is an XML document of your own, which `template` says.'),
  template: z
    .string()
    .min(1)
    .max(200_000)
    .optional()
    .describe('XML with {{fields}}, {{#lines}}…{{/lines}}, {{ourReference}} and {{action}}; what stands in an order is escaped.'),
  csv: CsvDialect.prefault({}).describe('How CSV is written.'),
  trigger: z
    .string()
    .regex(/^\.[\w-]+$/, 'must look like ".done"')
    .optional()
    .describe('The ending of an empty file that is put beside it when it is whole.'),
})
export type SftpPush = z.infer<typeof SftpPush>

/** The connector's own settings. All of them may be left out. */
export const SftpSettings = z.object({
  files: z.strictObject(files).optional().describe('Which files have which data.'),
  push: z.strictObject({ orders: SftpPush.optional() }).optional().describe('How orders are written.'),
  ...handling,
  archiveFolder: Folder.default('archive').describe('Where files go that are stored, below the folder they lay in.'),
  errorFolder: Folder.default('error').describe(
    'Where files go that cannot be read, with a report beside them, below the folder they lay in.',
  ),
  unpacking: UnpackingLimits.prefault({}).describe('How much may come out of a packed file.'),
  maxFileBytes: z.int().min(1024).max(10_737_418_240).default(1_073_741_824).describe('The largest file that is read, in bytes.'),
  maxFiles: z.int().min(1).max(100_000).default(1000).describe('How many files one sync reads at most; the rest waits for the next.'),
})
export type SftpSettings = z.infer<typeof SftpSettings>

/** What holds for the files of one data type, with all defaults. */
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
    complete: own.complete ?? settings.complete ?? { by: 'stable', seconds: 2 },
    after: own.after ?? settings.after ?? 'archive',
    onError: own.onError ?? settings.onError ?? 'move',
  }
}
