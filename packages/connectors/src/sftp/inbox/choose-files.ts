import type { ConnectorState } from '@linkspan/core/connector'
import type { Folders, RemoteFile } from '../connection/folders.ts'
import type { FilesPlan } from '../settings.ts'
import { type CompleteFile, findComplete } from './complete-files.ts'
import { byName, matcherFor } from './file-names.ts'
import { isSame, type ProcessedFiles } from './processed-files.ts'

export interface Choosing {
  readonly plan: FilesPlan
  readonly folders: Folders
  readonly processedFiles: ProcessedFiles
  readonly state: ConnectorState
  readonly now: Date
  readonly dryRun: boolean
}

export interface Chosen {
  /** To be read, in this order. */
  readonly files: readonly CompleteFile[]
  /** Older full exports, which a newer one has superseded (docs/erp/sftp-files.md#full-exports). */
  readonly superseded: readonly CompleteFile[]
  /** Names of those that may still be written. */
  readonly waiting: readonly string[]
  /** How many files are done with, and still there. */
  readonly known: number
  /** All names in the folder. */
  readonly names: ReadonlySet<string>
}

/** Looks into the folder of a data type: which files are there for it, whole, and not done with. */
export async function chooseFiles({ plan, folders, processedFiles, ...looking }: Choosing): Promise<Chosen> {
  const listed = await folders.list(await folders.resolve(plan.folder))
  const names = new Set(listed.map(({ name }) => name))
  const isOurs = matcherFor(plan.dataType, plan.pattern)
  const ours = listed.filter(({ name }) => isOurs(name))
  const known = await processedFiles.read(ours.map(({ name }) => name))
  const isNew = (file: RemoteFile): boolean => {
    const entry = known.get(file.name)
    return entry === undefined || !isSame(file, entry)
  }
  const fresh = ours.filter(isNew).sort(byName)
  const { whole, waiting } = await findComplete(fresh, names, plan, looking)
  const isFull = plan.content === 'full'
  return {
    files: isFull ? whole.slice(-1) : whole,
    superseded: isFull ? whole.slice(0, -1) : [],
    waiting,
    known: ours.length - fresh.length,
    names,
  }
}
