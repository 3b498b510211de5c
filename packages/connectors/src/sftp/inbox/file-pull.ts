import { posix } from 'node:path'
import type { FileRow } from '@linkspan/connector-kit/files/file-row'
import type { DescribedFile } from '@linkspan/core/connector'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders } from '../connection/folders.ts'
import type { SftpContext } from '../context.ts'
import { describeFile } from '../describe/describe-file.ts'
import type { FilesPlan } from '../settings.ts'
import { finishFile } from './finish-file.ts'
import type { FinishedFile } from './finished-file.ts'
import type { ProcessedFiles } from './processed-files.ts'
import type { Progress } from './progress.ts'
import type { createRowMapper } from './to-records.ts'

/** One pull of the files of a data type: what its steps share. */
export interface FilePull {
  readonly context: SftpContext
  readonly plan: FilesPlan
  readonly connection: SftpConnection
  readonly folders: Folders
  readonly processedFiles: ProcessedFiles
  readonly mapper: ReturnType<typeof createRowMapper>
  /** The path of the folder of the files. */
  readonly folder: string
  readonly dryRun: boolean
  readonly hasMapping: boolean
  /** How far it has come. */
  progress: Progress
  /** What people should know about it, written to the run's log at the end. */
  readonly warnings: string[]
}

export const pathOf = ({ folder }: FilePull, name: string): string => posix.join(folder, name)

/** Finishes a file, and keeps the warnings. A dry run finishes none. */
export async function finish(pull: FilePull, finished: FinishedFile): Promise<void> {
  if (pull.dryRun) return
  const { settings, clock, logger } = pull.context
  pull.warnings.push(...(await finishFile(finished, { ...pull, settings, clock, logger })))
}

/** Examines a file for a preview. `fault` says why it is not read; null if it is. */
export const describe = (pull: FilePull, name: string, rows: readonly FileRow[], fault: string | null): Promise<DescribedFile> =>
  describeFile({ name, plan: pull.plan, context: pull.context, bytes: pull.connection.read(pathOf(pull, name), 0), rows, fault })
