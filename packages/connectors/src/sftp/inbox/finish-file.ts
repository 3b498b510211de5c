import { posix } from 'node:path'
import { AppError, type Clock, type Logger } from '@linkspan/core/connector'
import type { SftpConnection } from '../connection/connection.ts'
import type { Folders, RemoteFile } from '../connection/folders.ts'
import type { FilesPlan, SftpSettings } from '../settings.ts'
import type { Faults } from './faults.ts'
import type { LedgerEntry, ProcessedFiles } from './processed-files.ts'

/** What is kept in mind of a file until it is done with. */
export interface FileAccount {
  readonly file: RemoteFile
  /** The one beside it that said it is whole. */
  readonly companion?: string | undefined
  readonly sha256: string
  readonly rows: number
  readonly as: LedgerEntry['as']
  /** Rows that were not taken. */
  readonly faults?: Faults
  /** Why the file as a whole was not. */
  readonly reason?: string
}

export interface SettleContext {
  readonly plan: FilesPlan
  readonly settings: Pick<SftpSettings, 'archiveFolder' | 'errorFolder'>
  readonly connection: SftpConnection
  readonly folders: Folders
  readonly processedFiles: ProcessedFiles
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Notes that a file is done with, and moves it away. The note comes first: a file that cannot be moved is then at least not read again.
 * Doing it once more, after a crash in its middle, changes nothing.
 */
export async function finishFile(account: FileAccount, context: SettleContext): Promise<void> {
  const { plan, settings, folders, processedFiles, clock, logger, connection } = context
  const { file, companion, sha256, rows, as, faults, reason } = account
  const notTaken = faults?.count ?? 0
  const at = clock.now().toISOString()
  await processedFiles.note(file.name, { size: file.size, mtime: file.mtime, sha256, at, rows, as })
  const below = (folder: string) => posix.join(plan.folder, folder)
  const isBad = as === 'unreadable' || (rows > 0 && notTaken === rows)
  const folder = await folders.resolve(plan.folder)

  if (plan.onError === 'move' && (isBad || notTaken > 0)) {
    const report = { file: file.name, at, rows, notTaken, ...(reason !== undefined && { reason }), faults: faults?.first ?? [] }
    const to = posix.join(await folders.ensure(below(settings.errorFolder)), `${file.name}.err.json`)
    await connection.write(to, Buffer.from(`${JSON.stringify(report, null, 2)}\n`))
  }
  const goesTo = isBad ? (plan.onError === 'move' ? settings.errorFolder : null) : plan.after === 'archive' ? settings.archiveFolder : null
  for (const name of [file.name, ...(companion === undefined ? [] : [companion])]) {
    const path = posix.join(folder, name)
    const there = await folders.look(path)
    const isOther = name === file.name && there !== null && (there.size !== file.size || there.mtime !== file.mtime)
    if (there === null || isOther) continue // moved already, or replaced by a newer one, which is read next time
    try {
      if (goesTo !== null) await folders.move(path, await folders.ensure(below(goesTo)), name)
      else if (!isBad && plan.after === 'delete') await folders.remove(path)
    } catch (thrown) {
      if (!isDenied(thrown)) throw thrown
      logger.warn({ file: name, error: thrown.message }, `${name} stays where it is, and is not read again`)
    }
  }
  await faults?.forget()
  logger.info({ file: file.name, rows, notTaken, as }, reason ?? `${file.name} is done with: ${as}`)
}

const isDenied = (thrown: unknown): thrown is AppError => thrown instanceof AppError && thrown.code === 'setup.permission-missing'

/** A failure of this file alone, in words; null where it is one of the connection or of ours. */
export function faultOfFile(thrown: unknown): string | null {
  const isItsOwn = thrown instanceof AppError && thrown.code.startsWith('file.')
  return isItsOwn ? thrown.message : null
}
