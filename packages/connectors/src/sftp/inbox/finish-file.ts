import { posix } from 'node:path'
import { AppError, type Clock, type Logger } from '@linkspan/core/connector'
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

/**
 * Records a file as processed, writes the report on its rejected rows, and moves it. Recording comes first, so that a file that cannot
 * be moved is at least not read again. Repeating it after a crash is safe.
 */
export async function finishFile(finished: FinishedFile, context: FinishContext): Promise<void> {
  const { plan, settings, folders, processedFiles, clock, logger, connection } = context
  const { file, companion, sha256, rows, as, faults, reason } = finished
  const notTaken = faults?.count ?? 0
  const at = clock.now().toISOString()
  await processedFiles.add(file.name, { size: file.size, mtime: file.mtime, sha256, at, rows, as })
  const below = (folder: string) => posix.join(plan.folder, folder)
  const isBad = as === 'unreadable' || (rows > 0 && notTaken === rows)
  const folder = await folders.resolve(plan.folder)

  if (plan.onError === 'move' && (isBad || notTaken > 0)) {
    const report = { file: file.name, at, rows, notTaken, ...(reason !== undefined && { reason }), faults: faults?.first ?? [] }
    const to = posix.join(await folders.ensure(below(settings.errorFolder)), `${file.name}.err.json`)
    await connection.write(to, Buffer.from(`${JSON.stringify(report, null, 2)}\n`))
  }
  const target = isBad ? (plan.onError === 'move' ? settings.errorFolder : null) : plan.after === 'archive' ? settings.archiveFolder : null
  for (const name of [file.name, ...(companion === undefined ? [] : [companion])]) {
    const path = posix.join(folder, name)
    const there = await folders.look(path)
    const isOther = name === file.name && there !== null && (there.size !== file.size || there.mtime !== file.mtime)
    if (there === null || isOther) continue // moved already, or replaced by a newer file, which the next sync reads
    try {
      if (target !== null) await folders.move(path, await folders.ensure(below(target)), name)
      else if (!isBad && plan.after === 'delete') await folders.remove(path)
    } catch (thrown) {
      if (!isDenied(thrown)) throw thrown
      logger.warn({ file: name, error: thrown.message }, `${name} could not be moved; it will not be read again`)
    }
  }
  await faults?.forget()
  logger.info({ file: file.name, rows, notTaken, as }, reason ?? `${file.name} is finished: ${as}`)
}

const isDenied = (thrown: unknown): thrown is AppError => thrown instanceof AppError && thrown.code === 'setup.permission-missing'

/** The message of an error that concerns one file alone; null for any other error. */
export function faultOfFile(thrown: unknown): string | null {
  const isItsOwn = thrown instanceof AppError && thrown.code.startsWith('file.')
  return isItsOwn ? thrown.message : null
}
