import type { Clock, Logger } from '@linkspan/core/connector'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders, RemoteFile } from '../connection/folders.ts'
import type { FilesPlan, SftpSettings } from '../settings.ts'
import type { Faults } from './faults.ts'
import type { ProcessedFile, ProcessedFiles } from './processed-files.ts'

/** A file whose reading is over, and how it ended. */
export interface FinishedFile {
  readonly file: RemoteFile
  /** The trigger or checksum file beside it. */
  readonly companion?: string | undefined
  readonly sha256: string
  readonly rows: number
  /** How many records were made of its rows, if it is known: several rows may be one record. */
  readonly records?: number | undefined
  readonly as: ProcessedFile['as']
  /** Its rejected rows. */
  readonly faults?: Faults
  /** Why the file as a whole was not read. */
  readonly reason?: string
}

export interface FinishContext {
  readonly plan: FilesPlan
  readonly settings: Pick<SftpSettings, 'archiveFolder' | 'errorFolder'>
  readonly connection: SftpConnection
  readonly folders: Folders
  readonly processedFiles: ProcessedFiles
  readonly clock: Clock
  readonly logger: Logger
}
