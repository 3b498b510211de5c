import { AppError } from '@linkspan/core/connector'
import { z } from 'zod'
import type { CompleteFile } from './complete-files.ts'
import { FileReading } from './file-reading.ts'
import { RowPosition } from './rows.ts'

/** The file that is being read. `done`: all its rows are read, and at most finishing it is left to do. */
export const Current = z.object({
  name: z.string(),
  size: z.int(),
  mtime: z.number(),
  companion: z.string().optional(),
  at: RowPosition.nullable(),
  /** How its values are read. */
  reading: FileReading.optional(),
  /** Whether it was found that no record has rows in several places. */
  isScanned: z.boolean().optional(),
  /** How many records were made of its rows so far. */
  records: z.int().optional(),
  done: z.object({ sha256: z.string(), rows: z.int(), records: z.int().optional() }).nullable(),
})
export type Current = z.infer<typeof Current>

/** How far a pull has come. This is the content of its cursor. */
export const Progress = z.object({
  current: Current.nullable(),
  /** How many files were begun. */
  begun: z.int(),
  /** Whether a file that should have been read was skipped. */
  partial: z.boolean(),
  /** How many files could not be read, and the messages of the first. */
  failed: z.object({ count: z.int(), words: z.array(z.string()) }),
})
export type Progress = z.infer<typeof Progress>

export const noProgress: Progress = { current: null, begun: 0, partial: false, failed: { count: 0, words: [] } }

const maxFailures = 5

export const withFailure = ({ failed: { count, words }, ...progress }: Progress, reason: string): Progress => ({
  ...progress,
  failed: { count: count + 1, words: [...words, reason].slice(0, maxFailures) },
})

/** The error for the files of a pull that could not be read. */
export function unreadableFiles({ count, words }: Progress['failed']): AppError {
  const more = count > words.length ? `; and ${count - words.length} more` : ''
  return new AppError('file.unreadable', `${count === 1 ? 'A file' : `${count} files`} could not be read. ${words.join('; ')}${more}`, {
    details: { files: words },
  })
}

/** A file that is about to be read from its beginning. */
export const toCurrent = ({ name, size, mtime, companion }: CompleteFile): Current => ({
  name,
  size,
  mtime,
  ...(companion !== undefined && { companion }),
  at: null,
  done: null,
})
